package org.ridgeline.exchange.completeness;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.ridgeline.exchange.Limits;
import org.ridgeline.vocabulary.Ori;
import org.springframework.jdbc.core.simple.JdbcClient;

/// An agency's own count against what it sent.
public final class Completeness {
  private final JdbcClient jdbc;
  private final Clock clock;

  public Completeness(DataSource dataSource, Clock clock) {
    jdbc = JdbcClient.create(dataSource);
    this.clock = clock;
  }

  /// A week of an agency.
  /// - **Shape** `booked` by its own books, empty where it told none; `taken`: its bookings that
  ///   were taken, refused ones not among them
  public record WeekLine(
      BookingWeek week, Optional<Integer> booked, int taken, Standing standing) {}

  /// An agency over the weeks that are shown.
  /// - **Shape** `toldWeeks` of `weeks` that are over; `booked` and `taken` in told weeks alone
  public record AgencyLine(
      String ori, String name, int weeks, int toldWeeks, int booked, int taken) {
    /// How the sums agree.
    public Standing standing() {
      return toldWeeks == 0 ? Standing.NOT_TOLD : Standing.of(booked, taken, toldWeeks);
    }

    /// Bookings that did not come; none where more came.
    public int missing() {
      return Math.max(0, booked - taken);
    }
  }

  /// The last weeks of an agency, the running one first.
  /// - **Limit** [Limits#COMPLETENESS_WEEKS] weeks
  public List<WeekLine> weeks(Ori agency) {
    BookingWeek running = BookingWeek.of(clock.instant());
    BookingWeek first = running.plus(1 - Limits.COMPLETENESS_WEEKS);
    return jdbc.sql(
            """
            with weeks as (select generate_series(cast(? as date), cast(? as date),
              interval '7 days')::date as week)
            select week,
              (select bookings from booking_count c
                where c.agency_ori = ? and c.week = weeks.week
                order by count_id desc limit 1) as booked,
              (select count(*) from booking_fields f
                where f.agency_ori = ? and not f.refused
                and f.received_on >= week and f.received_on < week + 7) as taken
            from weeks order by week desc
            """)
        .params(first.monday(), running.monday(), agency.value(), agency.value())
        .query((row, _) -> {
          Optional<Integer> booked = Optional.ofNullable(row.getObject(2, Integer.class));
          BookingWeek week = new BookingWeek(row.getObject(1, LocalDate.class));
          return new WeekLine(
              week, booked, row.getInt(3), standing(week, running, booked, row.getInt(3)));
        })
        .list();
  }

  private static Standing standing(
      BookingWeek week, BookingWeek running, Optional<Integer> booked, int taken) {
    if (week.compareTo(running) >= 0) {
      return Standing.RUNNING;
    }
    return booked.map(count -> Standing.of(count, taken, 1)).orElse(Standing.NOT_TOLD);
  }

  /// All agencies that have access or told something, over the weeks before the running one: those
  /// that lack most first.
  public List<AgencyLine> agencies() {
    BookingWeek running = BookingWeek.of(clock.instant());
    BookingWeek first = running.plus(-Limits.COMPLETENESS_WEEKS);
    return jdbc.sql(
            """
            with told as (
              select distinct on (agency_ori, week) agency_ori, week, bookings from booking_count
              where week >= ? and week < ? order by agency_ori, week, count_id desc),
            booked as (
              select t.agency_ori, count(*) as weeks, sum(t.bookings) as booked,
                sum((select count(*) from booking_fields f where f.agency_ori = t.agency_ori
                  and not f.refused and f.received_on >= t.week
                  and f.received_on < t.week + 7)) as taken
              from told t group by t.agency_ori)
            select a.ori, a.name, coalesce(weeks, 0), coalesce(booked, 0), coalesce(taken, 0)
            from completeness_agency a left join booked b on b.agency_ori = a.ori
            where a.disabled_at is null or b.agency_ori is not null
            order by coalesce(booked, 0) - coalesce(taken, 0) desc, a.ori
            """)
        .params(first.monday(), running.monday())
        .query((row, _) ->
            new AgencyLine(
                row.getString(1),
                row.getString(2),
                Limits.COMPLETENESS_WEEKS,
                row.getInt(3),
                row.getInt(4),
                row.getInt(5)))
        .list();
  }
}

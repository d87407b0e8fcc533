package org.ridgeline.exchange.completeness;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.ridgeline.exchange.Administrator;
import org.ridgeline.exchange.RefusedAct;
import org.ridgeline.exchange.RefusedAct.Why;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.agency.AgencyStore;
import org.ridgeline.exchange.completeness.BookingCount.Source;
import org.ridgeline.ledger.RegisterAction;
import org.ridgeline.ledger.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What agencies tell of their own books. Nothing told is changed: what is told later of the same
/// week counts, and the ledger has both.
public final class BookingCounts {
  private final JdbcClient jdbc;
  private final AgencyStore agencies;
  private final Trail trail;
  private final Clock clock;

  public BookingCounts(DataSource dataSource, Clock clock) {
    jdbc = JdbcClient.create(dataSource);
    agencies = new AgencyStore(dataSource);
    trail = new Trail(dataSource);
    this.clock = clock;
  }

  /// Takes what an agency's system told at its door; false where that stands already.
  /// - **Error** a week that is not over, no such agency: RefusedAct
  public boolean ofSystem(BookingCount count) {
    String ori = count.agency().value();
    return tell(
        count,
        Source.API,
        ori,
        detail ->
            trail.caller(
                ori,
                "BOOKING_AGENCY",
                RegisterAction.BOOKINGS_TELL,
                Subject.Kind.AGENCY.of(ori),
                detail));
  }

  /// Takes what one of an agency's people told by the form; false where that stands already.
  /// - **Error** as [#ofSystem]
  public boolean ofPerson(BookingCount count, Trail.Person who) {
    return tell(
        count,
        Source.FORM,
        who.name(),
        detail ->
            trail.person(
                who,
                RegisterAction.BOOKINGS_TELL,
                Subject.Kind.AGENCY.of(count.agency().value()),
                detail));
  }

  /// Takes what stands in a file, all of it or nothing; gives how many counts were new.
  /// - **Error** as [#ofSystem]
  public int ofFile(List<BookingCount> counts, Administrator by) {
    return trail.together(() -> (int) counts.stream().filter(count -> ofFile(count, by)).count());
  }

  private boolean ofFile(BookingCount count, Administrator by) {
    return tell(
        count,
        Source.FILE,
        by.name(),
        detail ->
            trail.administrator(
                by,
                RegisterAction.BOOKINGS_TELL,
                Subject.Kind.AGENCY.of(count.agency().value()),
                detail));
  }

  /// Writes an entry of the ledger.
  private interface Entry {
    void write(Map<String, String> detail);
  }

  private boolean tell(BookingCount count, Source source, String by, Entry entry) {
    Instant now = clock.instant();
    if (!count.week().isOverAt(now)) {
      throw new RefusedAct(Why.WEEK_NOT_OVER, count.week());
    }
    return trail.together(() -> {
      if (agencies.ofOri(count.agency()).isEmpty()) {
        throw new RefusedAct(Why.NO_SUCH_AGENCY, count.agency().value());
      }
      Optional<Integer> before = told(count);
      if (before.filter(bookings -> bookings == count.bookings()).isPresent()) {
        return false;
      }
      add(count, source, by, now);
      Map<String, String> detail = new TreeMap<>();
      detail.put("week", count.week().toString());
      detail.put("bookings", String.valueOf(count.bookings()));
      detail.put("source", source.name());
      before.ifPresent(bookings -> detail.put("before", String.valueOf(bookings)));
      entry.write(detail);
      return true;
    });
  }

  private Optional<Integer> told(BookingCount count) {
    return jdbc.sql(
            """
            select bookings from booking_count where agency_ori = ? and week = ?
            order by count_id desc limit 1
            """)
        .params(count.agency().value(), count.week().monday())
        .query(Integer.class)
        .optional();
  }

  private void add(BookingCount count, Source source, String by, Instant now) {
    jdbc.sql(
            """
            insert into booking_count (agency_ori, week, bookings, source, told_by, told_at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            count.agency().value(),
            count.week().monday(),
            count.bookings(),
            source.name(),
            by,
            Timestamp.from(now))
        .update();
  }
}

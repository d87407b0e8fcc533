package org.ridgeline.exchange.agency;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.ridgeline.exchange.Administrator;
import org.ridgeline.exchange.Trail;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.ledger.Subject;
import org.ridgeline.vocabulary.Fips;
import org.ridgeline.vocabulary.Ori;
import org.ridgeline.vocabulary.event.Event;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Which agencies take part in the search of the second repository, since when and until when.
///
/// An agency takes part only by a row of its own: a neighbour's activation in the same county is
/// not its. [#coverage] counts a county from the day its first agency is active; the register of
/// jurisdictions says which were to be, and ends all agencies of one together.
public final class ActivationRegister {
  private static final String ACTIVE =
      "effective_from <= :day and (effective_to is null or effective_to > :day)";

  private final JdbcClient jdbc;
  private final JurisdictionGate gate;
  private final Trail trail;

  public ActivationRegister(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
    gate = new JurisdictionGate(jdbc);
    trail = new Trail(dataSource);
  }

  /// Activates an agency from a day on. A second activation while one is open does nothing.
  /// - **Error** its jurisdiction is in the register and not active: IllegalArgumentException
  public void activate(Ori ori, LocalDate from) {
    activate(ori, from, Administrator.local());
  }

  private boolean activate(Ori ori, LocalDate from, Administrator by) {
    return trail.together(() -> {
      Place place = place(ori);
      gate.check(place.fips(), from);
      boolean begun = begin(ori, from) == 1;
      if (begun) {
        trail.administrator(
            by, Known.ACTIVATION_BEGIN, subject(ori), Map.of("day", from.toString()));
        trail.fact(new Event.ActivationStarted(ori.value(), place.fips(), place.state(), from));
      }
      return begun;
    });
  }

  /// Activates all agencies of a jurisdiction from a day on, within the transaction that is open.
  /// - **Shape** those that were not active before, by ORI
  public List<Ori> activateAll(Fips fips, LocalDate from, Administrator by) {
    return jdbc
        .sql("select ori from agency where fips = ? order by ori for update")
        .param(fips.value())
        .query((row, _) -> new Ori(row.getString(1)))
        .list()
        .stream()
        .filter(ori -> activate(ori, from, by))
        .toList();
  }

  /// The agencies of a jurisdiction that are active on a day or later, by ORI: those that [#endAll]
  /// would end.
  public List<Ori> open(Fips fips, LocalDate day) {
    return jdbc.sql(
            """
            select distinct ori from activation join agency using (ori)
            where fips = :fips and (effective_to is null or effective_to > :day)
              and effective_to is distinct from effective_from
            order by ori
            """)
        .param("fips", fips.value())
        .param("day", day)
        .query((row, _) -> new Ori(row.getString(1)))
        .list();
  }

  /// Ends the activations of all agencies of a jurisdiction from a day on, also those that had a
  /// later end; one that would begin then or later never begins.
  /// - **Shape** the agencies, by ORI; `reason` and `by` as they go into the ledger
  public List<Ori> endAll(Fips fips, LocalDate from, String reason, Administrator by) {
    return trail.together(() -> {
      List<Ori> all = open(fips, from);
      for (Ori ori : all) {
        jdbc.sql(
                """
                update activation set effective_to = greatest(effective_from, :day),
                  end_reason = :reason, ended_by = :by, end_recorded_at = now()
                where ori = :ori and (effective_to is null or effective_to > :day)
                  and effective_to is distinct from effective_from
                """)
            .param("ori", ori.value())
            .param("day", from)
            .param("reason", reason)
            .param("by", by.name())
            .update();
        ended(ori, from, reason, by);
      }
      return all;
    });
  }

  private static Subject subject(Ori ori) {
    return Subject.Kind.AGENCY.of(ori.value());
  }

  private record Place(String fips, String state) {}

  private Place place(Ori ori) {
    return jdbc.sql("select fips, state from agency where ori = ?")
        .param(ori.value())
        .query((row, _) -> new Place(row.getString(1), row.getString(2)))
        .single();
  }

  private int begin(Ori ori, LocalDate from) {
    return jdbc.sql(
            """
            insert into activation (ori, effective_from)
            select :ori, :day where not exists (
              select 1 from activation
              where ori = :ori and effective_to is null and effective_from <= :day)
            """)
        .param("ori", ori.value())
        .param("day", from)
        .update();
  }

  /// Ends an agency's activation from a day on; false where none that began before is open.
  /// - **Shape** `reason` and `by` as they go into the ledger
  boolean end(Ori ori, LocalDate from, String reason, Administrator by) {
    return trail.together(() -> {
      boolean ended = close(ori, from, reason, by.name()) > 0;
      if (ended) {
        ended(ori, from, reason, by);
      }
      return ended;
    });
  }

  private void ended(Ori ori, LocalDate from, String reason, Administrator by) {
    trail.administrator(
        by, Known.ACTIVATION_END, subject(ori), Map.of("day", from.toString(), "reason", reason));
    Place place = place(ori);
    trail.fact(new Event.ActivationEnded(ori.value(), place.fips(), place.state(), from));
  }

  private int close(Ori ori, LocalDate from, String reason, String by) {
    return jdbc.sql(
            """
            update activation set effective_to = :day, end_reason = :reason, ended_by = :by,
              end_recorded_at = now()
            where ori = :ori and effective_to is null and effective_from < :day
            """)
        .param("ori", ori.value())
        .param("day", from)
        .param("reason", reason)
        .param("by", by)
        .update();
  }

  /// Whether an agency takes part on a day.
  public boolean isActive(Ori ori, LocalDate day) {
    return jdbc.sql("select exists (select 1 from activation where ori = :ori and " + ACTIVE + ")")
        .param("ori", ori.value())
        .param("day", day)
        .query(Boolean.class)
        .single();
  }

  /// How many jurisdictions, in how many states, are active on a day.
  public Coverage coverage(LocalDate day) {
    return jdbc.sql(
            "select count(distinct fips), count(distinct state) from agency"
                + " where ori in (select ori from activation where "
                + ACTIVE
                + ")")
        .param("day", day)
        .query((row, _) -> new Coverage(row.getInt(1), row.getInt(2)))
        .single();
  }

  /// How coverage grew up to a day: one element per month in which it changed, newest first.
  /// - **Shape** `month` by its last day, or `until` where that comes first; counts at its end
  public List<Month> history(LocalDate until) {
    List<Month> months =
        jdbc.sql(
                """
                select m.last, count(distinct a.fips), count(distinct a.state)
                from (
                  select least((start + interval '1 month - 1 day')::date, :until) as last
                  from generate_series(
                    date_trunc('month', (select min(effective_from) from activation)::timestamp),
                    :until::timestamp, interval '1 month') start) m
                left join activation p on p.effective_from <= m.last
                  and (p.effective_to is null or p.effective_to > m.last)
                left join agency a on a.ori = p.ori
                group by m.last order by m.last
                """)
            .param("until", until)
            .query((row, _) ->
                new Month(
                    row.getObject(1, LocalDate.class), new Coverage(row.getInt(2), row.getInt(3))))
            .list();
    List<Month> changes = new ArrayList<>();
    Coverage before = new Coverage(0, 0);
    for (Month month : months) {
      if (!month.coverage().equals(before)) {
        changes.add(month);
      }
      before = month.coverage();
    }
    return changes.reversed();
  }

  /// Every agency with its period of activity as of a day: the one it lies in, else the last.
  public List<Row> rows(LocalDate day) {
    return jdbc.sql(
            """
            select a.ori, a.name, a.state, a.fips, a.county, p.effective_from, p.effective_to,
              coalesce(p.effective_from <= :day
                and (p.effective_to is null or p.effective_to > :day), false)
            from agency a left join lateral (
              select effective_from, effective_to from activation
              where ori = a.ori
              order by effective_from <= :day desc, effective_from desc limit 1) p on true
            order by a.state, a.fips, a.ori
            """)
        .param("day", day)
        .query((row, _) ->
            new Row(
                new Ori(row.getString(1)),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                Optional.ofNullable(row.getObject(6, LocalDate.class)),
                Optional.ofNullable(row.getObject(7, LocalDate.class)),
                row.getBoolean(8)))
        .list();
  }

  /// Active jurisdictions and the states they lie in.
  public record Coverage(int jurisdictions, int states) {}

  /// What was active at a month's end.
  public record Month(LocalDate last, Coverage coverage) {}

  /// One line of the register.
  public record Row(
      Ori ori,
      String name,
      String state,
      String fips,
      String county,
      Optional<LocalDate> from,
      Optional<LocalDate> to,
      boolean active) {}
}

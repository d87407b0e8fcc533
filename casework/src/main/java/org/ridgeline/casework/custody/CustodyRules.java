package org.ridgeline.casework.custody;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.ridgeline.casework.Actor;
import org.ridgeline.casework.RefusedStep;
import org.ridgeline.casework.RefusedStep.Code;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.ledger.Ledger;
import org.ridgeline.ledger.LedgerEntry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The configured data custodies are judged by: lawful limits by state and version, holidays, lead
/// times of alarms.
public final class CustodyRules {
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Ledger ledger;

  public CustodyRules(DataSource dataSource, Ledger ledger) {
    jdbc = JdbcClient.create(dataSource);
    transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    this.ledger = ledger;
  }

  /// The limit of a state on a day: its own last version in effect, else that of every state.
  public HoldLimit limit(String state, LocalDate day) {
    return jdbc.sql(
            """
            select state, version, effective_from, hours, excludes_weekends, excludes_holidays,
              source, verified
            from hold_limit where state in (:state, '**') and effective_from <= :day
            order by state = '**', effective_from desc, version desc limit 1
            """)
        .param("state", state)
        .param("day", Date.valueOf(day))
        .query((row, _) ->
            new HoldLimit(
                row.getString(1),
                row.getInt(2),
                row.getDate(3).toLocalDate(),
                row.getInt(4),
                new HoldLimit.Days(row.getBoolean(5), row.getBoolean(6), holidays()),
                row.getString(7),
                row.getBoolean(8)))
        .optional()
        .orElseGet(CustodyRules::strictest);
  }

  /// The limit that counts for a custody: of the state and on the day the person could go.
  HoldLimit limit(Custody custody) {
    Instant at = custody.eligibleAt().orElse(custody.bookedAt());
    return limit(custody.state(), at.atZone(custody.zone()).toLocalDate());
  }

  /// For days before any version: nothing beyond the moment itself is lawful as far as we know.
  private static HoldLimit strictest() {
    return new HoldLimit(
        HoldLimit.ANY_STATE,
        1,
        LocalDate.EPOCH,
        0,
        new HoldLimit.Days(false, false, Set.of()),
        "no limit configured for that day",
        false);
  }

  /// Every version of every state's limit, newest first.
  public List<HoldLimit> limits() {
    Set<LocalDate> holidays = holidays();
    return jdbc.sql(
            """
            select state, version, effective_from, hours, excludes_weekends, excludes_holidays,
              source, verified
            from hold_limit order by state, version desc
            """)
        .query((row, _) ->
            new HoldLimit(
                row.getString(1),
                row.getInt(2),
                row.getDate(3).toLocalDate(),
                row.getInt(4),
                new HoldLimit.Days(row.getBoolean(5), row.getBoolean(6), holidays),
                row.getString(7),
                row.getBoolean(8)))
        .list();
  }

  private Set<LocalDate> holidays() {
    return new HashSet<>(
        jdbc.sql("select day from hold_holiday")
            .query((row, _) -> row.getDate(1).toLocalDate())
            .list());
  }

  /// Adds a version of a state's limit; earlier ones stay for the days they were in effect.
  public void add(Actor actor, HoldLimit limit) {
    if (!actor.is(Role.ADMINISTRATOR)) {
      throw new RefusedStep(Code.ROLE, "Only administrators configure limits.", "Ask one of them.");
    }
    Consumer<HoldLimit> insert =
        added ->
            jdbc.sql(
                    """
                    insert into hold_limit (state, version, effective_from, hours,
                      excludes_weekends, excludes_holidays, source, verified, added_by)
                    select ?, coalesce(max(version), 0) + 1, ?, ?, ?, ?, ?, ?, ?
                    from hold_limit where state = ?
                    """)
                .params(
                    added.state(),
                    Date.valueOf(added.from()),
                    added.hours(),
                    added.days().withoutWeekends(),
                    added.days().withoutHolidays(),
                    added.source(),
                    added.verified(),
                    actor.name(),
                    added.state())
                .update();
    transaction.executeWithoutResult(_ -> {
      insert.accept(limit);
      // A new limit moves alarms: the watch looks at everything again.
      jdbc.sql("update custody set next_look_at = ?").param(Timestamp.from(Instant.EPOCH)).update();
      ledger.append(
          new LedgerEntry(
              actor.name(),
              actor.duty().role().name(),
              actor.purpose(),
              "custody.limit-add",
              "state:" + limit.state(),
              Map.of("hours", String.valueOf(limit.hours()), "from", limit.from().toString())));
    });
  }

  /// How long before a moment alarms warn of it.
  public AlarmPlan.Leads leads() {
    Map<AlarmKind, List<Duration>> leads = new EnumMap<>(AlarmKind.class);
    jdbc.sql("select kind, hours from alarm_lead order by kind, hours desc")
        .query((row, _) -> Map.entry(row.getString(1), Duration.ofHours(row.getInt(2))))
        .list()
        .forEach(lead ->
            leads
                .computeIfAbsent(AlarmKind.valueOf(lead.getKey()), _ -> new ArrayList<>())
                .add(lead.getValue()));
    return new AlarmPlan.Leads(leads);
  }
}

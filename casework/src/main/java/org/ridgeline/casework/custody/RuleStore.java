package org.ridgeline.casework.custody;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The SQL of lawful limits, holidays and lead times.
public final class RuleStore {
  private static final String LIMITS =
      """
      select state, version, effective_from, hours, excludes_weekends, excludes_holidays,
        source, verified
      from hold_limit
      """;

  private final JdbcClient jdbc;

  public RuleStore(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /// The last version in effect on a day: of the state itself, else of every state.
  Optional<HoldLimit> limit(String state, LocalDate day) {
    return jdbc.sql(
            LIMITS
                + """
                where state in (:state, '**') and effective_from <= :day
                order by state = '**', effective_from desc, version desc limit 1
                """)
        .param("state", state)
        .param("day", Date.valueOf(day))
        .query((row, _) -> limit(row, holidays()))
        .optional();
  }

  /// Every version of every state's limit, newest first.
  List<HoldLimit> limits() {
    Set<LocalDate> holidays = holidays();
    return jdbc.sql(LIMITS + " order by state, version desc")
        .query((row, _) -> limit(row, holidays))
        .list();
  }

  private static HoldLimit limit(ResultSet row, Set<LocalDate> holidays) throws SQLException {
    return new HoldLimit(
        row.getString(1),
        row.getInt(2),
        row.getDate(3).toLocalDate(),
        row.getInt(4),
        new HoldLimit.Days(row.getBoolean(5), row.getBoolean(6), holidays),
        row.getString(7),
        row.getBoolean(8));
  }

  private Set<LocalDate> holidays() {
    return new HashSet<>(
        jdbc.sql("select day from hold_holiday")
            .query((row, _) -> row.getDate(1).toLocalDate())
            .list());
  }

  /// Adds the next version of a state's limit.
  void add(HoldLimit added, String by) {
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
            by,
            added.state())
        .update();
  }

  /// How long before a moment alarms warn of it.
  AlarmPlan.Leads leads() {
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

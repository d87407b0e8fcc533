package org.ridgeline.casework.casefile;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.ridgeline.casework.verification.Settlement;
import org.ridgeline.policy.Level;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The SQL of lists and counts of cases, and of what orders them: numbers and places, nobody's
/// record.
public final class QueueStore {
  private static final String FITS =
      """
       from case_file c
       where (:office = '' or coalesce(c.office, '') = :office)
         and (:level = '' or c.level = :level)
         and (:holder = '' or (:holder = 'me' and c.assigned_to = :me)
           or (:holder = 'nobody' and c.assigned_to is null))
         and c.opened_at <= :before
      """;

  private static final String OF_STATE =
      """
       and (:state = '' or c.state = :state)
       and (:state <> '' or c.closed_at is null)
      """;

  private static final String ORDER =
      "array_position(array['LEVEL_1', 'LEVEL_2', 'LEVEL_3'], c.level) nulls last,"
          + " c.factors desc, c.opened_at, c.case_id";

  private final JdbcClient jdbc;

  public QueueStore(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /// What a list shows, and whose own cases "me" are.
  record Fit(
      String state, String office, String level, String holder, Instant openedBefore, String me) {}

  /// Cases that fit: by level, then by how many factors count, then the oldest first.
  List<UUID> list(Fit fit, int count) {
    return bound("select c.case_id", fit, OF_STATE + " order by " + ORDER + " limit :count")
        .param("state", fit.state())
        .param("count", count)
        .query(UUID.class)
        .list();
  }

  /// When a case was opened and where it stands.
  public record Opened(UUID caseId, Instant openedAt, CaseState state) {}

  /// Cases, those opened last first, from the one after a case on.
  public List<Opened> newest(Optional<UUID> after, int count) {
    return jdbc.sql(
            """
            select case_id, opened_at, state from case_file
            where cast(:after as uuid) is null or (opened_at, case_id) <
              (select opened_at, case_id from case_file where case_id = :after)
            order by opened_at desc, case_id desc limit :count
            """)
        .param("after", after.orElse(null))
        .param("count", count)
        .query((row, _) ->
            new Opened(
                row.getObject(1, UUID.class),
                row.getTimestamp(2).toInstant(),
                CaseState.valueOf(row.getString(3))))
        .list();
  }

  /// How many fit.
  int size(Fit fit) {
    return bound("select count(*)", fit, OF_STATE)
        .param("state", fit.state())
        .query(Integer.class)
        .single();
  }

  private JdbcClient.StatementSpec bound(String select, Fit fit, String more) {
    return jdbc.sql(select + FITS + more)
        .param("office", fit.office())
        .param("level", fit.level())
        .param("holder", fit.holder())
        .param("me", fit.me())
        .param("before", Timestamp.from(fit.openedBefore()));
  }

  /// How many cases are in each state.
  Map<CaseState, Integer> counts() {
    return counted(jdbc.sql("select state, count(*) from case_file group by state"));
  }

  /// How many of those that fit are in each state, whichever is asked for.
  Map<CaseState, Integer> counts(Fit fit) {
    return counted(bound("select c.state, count(*)", fit, " group by c.state"));
  }

  private static Map<CaseState, Integer> counted(JdbcClient.StatementSpec asked) {
    Map<CaseState, Integer> counts = new EnumMap<>(CaseState.class);
    asked.query((row, _) -> counts.put(CaseState.valueOf(row.getString(1)), row.getInt(2))).list();
    return counts;
  }

  /// How the leads of submissions stand, by control number; of those without a case nothing.
  public Map<String, LeadStanding> standings(Collection<String> controls) {
    Map<String, LeadStanding> standings = new HashMap<>();
    jdbc.sql(
            """
            select l.control, c.state, c.verified_at is not null, c.purged_at is not null,
              l.joined, l.settlement
            from case_lead l join case_file c using (case_id)
            where l.control = any(:controls)
            """)
        .param("controls", controls.toArray(String[]::new))
        .query((row, _) -> standings.put(row.getString(1), standing(row)))
        .list();
    return standings;
  }

  private static LeadStanding standing(ResultSet row) throws SQLException {
    Optional<Settlement> settled = Optional.ofNullable(row.getString(6)).map(Settlement::valueOf);
    return LeadStanding.of(
        CaseState.valueOf(row.getString(2)),
        row.getBoolean(3),
        row.getBoolean(4),
        row.getBoolean(5) ? Optional.of(settled) : Optional.empty());
  }

  /// Ages of the open cases by state, in the order of a case's life.
  List<CaseAge> ages() {
    return jdbc
        .sql(
            """
            select c.state, count(*), percentile_disc(0.5) within group (order by s.since),
              min(s.since)
            from case_file c cross join lateral (
              select coalesce(max(e.at), c.opened_at) as since from case_event e
              where e.case_id = c.case_id and e.from_state <> e.to_state) s
            where c.closed_at is null group by c.state
            """)
        .query((row, _) ->
            new CaseAge(
                CaseState.valueOf(row.getString(1)),
                row.getInt(2),
                row.getTimestamp(3).toInstant(),
                row.getTimestamp(4).toInstant()))
        .list()
        .stream()
        .sorted(Comparator.comparing(CaseAge::state))
        .toList();
  }

  /// Open cases whose prints examiners have not settled, the first lead first.
  List<UUID> unsettled(int count) {
    return first("c.state in ('RECEIVED', 'VERIFYING', 'INCONCLUSIVE')", count);
  }

  /// Open cases, the first opened first.
  List<UUID> open(int count) {
    return first("c.closed_at is null", count);
  }

  private List<UUID> first(String which, int count) {
    return jdbc.sql(
            "select c.case_id from case_file c where "
                + which
                + " order by c.opened_at, c.case_id limit ?")
        .param(count)
        .query(UUID.class)
        .list();
  }

  /// Offices that have cases.
  List<String> offices() {
    return jdbc.sql("select distinct office from case_file where office is not null order by 1")
        .query(String.class)
        .list();
  }

  /// What examiners came to, and how many cases they settled in time.
  /// - **Shape** `late` settled after the limit, or not settled though it has passed
  public record Verified(int identified, int excluded, int inconclusive, int late) {}

  /// Cases by what examiners first came to.
  public Verified verified(Duration within, Instant now) {
    return jdbc.sql(
            """
            select count(*) filter (where s.step = 'SETTLE_IDENTIFIED'),
              count(*) filter (where s.step = 'SETTLE_EXCLUDED'),
              count(*) filter (where s.step = 'SETTLE_INCONCLUSIVE'),
              count(*) filter (where coalesce(s.at, :now)
                > c.opened_at + :seconds * interval '1 second')
            from case_file c left join lateral (
              select e.step, e.at from case_event e
              where e.case_id = c.case_id and starts_with(e.step, 'SETTLE_')
              order by e.event_id limit 1) s on true
            """)
        .param("now", Timestamp.from(now))
        .param("seconds", within.toSeconds())
        .query((row, _) -> new Verified(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)))
        .single();
  }

  /// Notes what orders queues, and the day it was worked out for.
  void level(UUID caseId, Level level, int factors, LocalDate on) {
    jdbc.sql("update case_file set level = ?, factors = ?, assessed_on = ? where case_id = ?")
        .params(level.name(), factors, Date.valueOf(on), caseId)
        .update();
  }

  /// Notes what other rooms are told of a case's convictions; false where they know it already.
  boolean tells(UUID caseId, Level level, boolean openCharge) {
    String told = level.name() + (openCharge ? " open charge" : "");
    return jdbc.sql("update case_file set told = ? where case_id = ? and told is distinct from ?")
            .params(told, caseId, told)
            .update()
        == 1;
  }

  /// Open cases of identified persons whose priority is older than a day, oldest first.
  List<UUID> unassessed(LocalDate day) {
    return jdbc.sql(
            """
            select case_id from case_file
            where closed_at is null and verified_at is not null
              and (assessed_on is null or assessed_on < ?)
            order by assessed_on nulls first, case_id limit 1000
            """)
        .param(Date.valueOf(day))
        .query(UUID.class)
        .list();
  }

  /// Cases of identified persons that still know them, first opened first.
  List<UUID> replayable(int most) {
    return jdbc.sql(
            """
            select case_id from case_file where verified_at is not null and purged_at is null
            order by opened_at, case_id limit ?
            """)
        .param(most)
        .query(UUID.class)
        .list();
  }
}

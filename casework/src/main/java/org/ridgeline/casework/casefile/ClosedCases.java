package org.ridgeline.casework.casefile;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.ridgeline.exchange.purge.Holds;
import org.ridgeline.exchange.purge.RetentionRule;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rule that purges closed cases: of one outcome, or of all that have no rule of their own. Not
/// while a stop or a hold stands, a complaint is open, a correction not acknowledged, or an answer
/// on its way.
public final class ClosedCases implements RetentionRule {
  private static final String CLOSED =
      """
       from case_file c where c.closed_at < :before and c.purged_at is null
         and (:outcome = coalesce(c.outcome, '') or :outcome = '*'
           and coalesce(c.outcome, '') <> all(:others))
      """;

  private static final String KEPT = " (c.stopped or c.case_id in (select case_id from case_kept))";

  private final JdbcClient jdbc;
  private final CaseDesk desk;
  private final Holds holds;
  private final String outcome;
  private final String[] others;

  /// - **Shape** `outcome`: its key, `*` for all but `others`
  public ClosedCases(
      DataSource dataSource, CaseDesk desk, Holds holds, String outcome, Set<String> others) {
    jdbc = JdbcClient.create(dataSource);
    this.desk = desk;
    this.holds = holds;
    this.outcome = outcome;
    this.others = others.toArray(String[]::new);
  }

  @Override
  public String key() {
    return outcome.equals("*") ? "cases" : "cases." + outcome;
  }

  @Override
  public String since() {
    return "since a case was closed" + (outcome.equals("*") ? "" : " with the outcome " + outcome);
  }

  private UUID[] held() {
    String prefix = "case:";
    return holds.standing().stream()
        .map(Holds.Hold::subject)
        .filter(subject -> subject.startsWith(prefix))
        .map(subject -> UUID.fromString(subject.substring(prefix.length())))
        .toArray(UUID[]::new);
  }

  private JdbcClient.StatementSpec bound(String sql, Instant before) {
    return jdbc.sql(sql)
        .param("before", Timestamp.from(before))
        .param("outcome", outcome)
        .param("others", others)
        .param("held", held());
  }

  @Override
  public Plan plan(Instant before) {
    String held = " c.case_id = any(:held)";
    return bound(
            "select count(*) filter (where not"
                + held
                + " and not"
                + KEPT
                + "),"
                + " count(*) filter (where"
                + held
                + "),"
                + " count(*) filter (where not"
                + held
                + " and"
                + KEPT
                + "), min(c.closed_at)"
                + CLOSED,
            before)
        .query((row, _) ->
            new Plan(
                row.getLong(1),
                new TreeMap<>(
                    Map.of("hold", row.getLong(2), "stop, redress or answer", row.getLong(3))),
                Optional.ofNullable(row.getTimestamp(4)).map(Timestamp::toInstant)))
        .single();
  }

  @Override
  public int run(Instant before, String why) {
    List<UUID> due =
        bound(
                "select c.case_id"
                    + CLOSED
                    + " and c.case_id <> all(:held) and not"
                    + KEPT
                    + " order by c.closed_at, c.case_id limit "
                    + RUN_MAX,
                before)
            .query(UUID.class)
            .list();
    due.forEach(caseId -> desk.purge(caseId, why));
    return due.size();
  }
}

package org.ridgeline.casework.verification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The SQL of conflicts that a supervisor has settled.
public final class ReviewStore {
  private static final String SETTLED =
      """
      select c.comparison_id, c.mirrored, c.settlement, c.settled_at, t.task_id
      from comparison c join comparison_task t using (comparison_id)
      where c.state = 'SETTLED' and t.by_supervisor and t.ending = 'GIVEN' and t.examiner = ?
      """;

  private final JdbcClient jdbc;

  public ReviewStore(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /// A conflict as it was settled, by a task of the supervisor.
  record Settled(
      UUID comparisonId, UUID taskId, boolean mirrored, Settlement settlement, Instant settledAt) {}

  /// The conflicts that somebody settled, newest first.
  List<Settled> of(String examiner, int count) {
    return jdbc.sql(SETTLED + " order by c.settled_at desc limit ?")
        .params(examiner, count)
        .query(ReviewStore::settled)
        .list();
  }

  /// One of them, by its task.
  Optional<Settled> of(String examiner, UUID taskId) {
    return jdbc.sql(SETTLED + " and t.task_id = ?")
        .params(examiner, taskId)
        .query(ReviewStore::settled)
        .optional();
  }

  private static Settled settled(ResultSet row, int number) throws SQLException {
    return new Settled(
        row.getObject("comparison_id", UUID.class),
        row.getObject("task_id", UUID.class),
        row.getBoolean("mirrored"),
        Settlement.valueOf(row.getString("settlement")),
        row.getTimestamp("settled_at").toInstant());
  }
}

package org.ridgeline.casework.verification;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The SQL of examiners' tasks.
public final class TaskStore {
  private static final String SELECT =
      """
      select task_id, comparison_id, examiner, by_supervisor, fingers, taken_at, expires_at
      from comparison_task
      """;

  /// Comparisons that somebody may take: one place is free, they never had these prints before, and
  /// never saw what the machine says of them.
  private static final String TAKEABLE =
      """
      from comparison c where c.state = ?
        and (select count(*) from comparison_task t
              left join comparison_verdict v using (task_id)
              where t.comparison_id = c.comparison_id and t.by_supervisor = ?
                and (t.ended_at is null or t.ending = 'GIVEN' and not exists (
                  select 1 from comparison_set_aside s where s.verdict_id = v.verdict_id))) < ?
        and not exists (select 1 from comparison_task t join comparison o using (comparison_id)
              where o.pair_key = c.pair_key and t.examiner = ?)
        and not exists (select 1 from score_seen s where s.pair_key = c.pair_key and s.name = ?)
      """;

  private final JdbcClient jdbc;

  public TaskStore(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /// A task with what its examiner may not know.
  record Task(TaskSheet sheet, UUID comparisonId, String examiner) {}

  /// What may be taken by somebody, oldest first.
  List<UUID> takeable(String examiner, boolean bySupervisor, int count) {
    return jdbc.sql("select c.comparison_id " + TAKEABLE + " order by c.created_at limit ?")
        .params(
            takeable(bySupervisor), bySupervisor, bySupervisor ? 1 : 2, examiner, examiner, count)
        .query(UUID.class)
        .list();
  }

  /// How many may be taken by somebody.
  int takeableCount(String examiner, boolean bySupervisor) {
    return jdbc.sql("select count(*) " + TAKEABLE)
        .params(takeable(bySupervisor), bySupervisor, bySupervisor ? 1 : 2, examiner, examiner)
        .query(Integer.class)
        .single();
  }

  void add(Task task) {
    TaskSheet sheet = task.sheet();
    jdbc.sql(
            """
            insert into comparison_task (task_id, comparison_id, examiner, by_supervisor, fingers,
              taken_at, expires_at) values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            sheet.taskId(),
            task.comparisonId(),
            task.examiner(),
            sheet.bySupervisor(),
            sheet.fingers().toArray(Integer[]::new),
            Timestamp.from(sheet.takenAt()),
            Timestamp.from(sheet.expiresAt()))
        .update();
  }

  /// The task somebody holds.
  Optional<Task> held(String examiner) {
    return jdbc.sql(SELECT + " where examiner = ? and ended_at is null")
        .param(examiner)
        .query(TaskStore::task)
        .optional();
  }

  private static String takeable(boolean bySupervisor) {
    return (bySupervisor ? ComparisonState.CONFLICT : ComparisonState.OPEN).name();
  }

  /// Ends a task, once.
  boolean end(UUID taskId, TaskEnding ending, String reason, Instant now) {
    return jdbc.sql(
                """
                update comparison_task set ended_at = ?, ending = ?, reason = ?
                where task_id = ? and ended_at is null
                """)
            .params(Timestamp.from(now), ending.name(), reason, taskId)
            .update()
        == 1;
  }

  /// Ends all tasks of a comparison.
  void endAll(UUID comparisonId, TaskEnding ending, Instant now) {
    jdbc.sql(
            """
            update comparison_task set ended_at = ?, ending = ?, reason = ''
            where comparison_id = ? and ended_at is null
            """)
        .params(Timestamp.from(now), ending.name(), comparisonId)
        .update();
  }

  /// Gives tasks back that are past their time; says which.
  List<Task> expire(Instant now) {
    return jdbc.sql(
            """
            update comparison_task set ended_at = ?, ending = 'TIMED_OUT', reason = ''
            where ended_at is null and expires_at < ?
            returning task_id, comparison_id, examiner, by_supervisor, fingers, taken_at, expires_at
            """)
        .params(Timestamp.from(now), Timestamp.from(now))
        .query(TaskStore::task)
        .list();
  }

  /// How many verdicts somebody has given since a time.
  int givenCount(String examiner, Instant since) {
    return jdbc.sql(
            """
            select count(*) from comparison_task
            where examiner = ? and ending = 'GIVEN' and ended_at >= ?
            """)
        .params(examiner, Timestamp.from(since))
        .query(Integer.class)
        .single();
  }

  private static Task task(ResultSet row, int number) throws SQLException {
    Array fingers = row.getArray("fingers");
    return new Task(
        new TaskSheet(
            row.getObject("task_id", UUID.class),
            row.getBoolean("by_supervisor"),
            List.of((Integer[]) fingers.getArray()),
            row.getTimestamp("taken_at").toInstant(),
            row.getTimestamp("expires_at").toInstant()),
        row.getObject("comparison_id", UUID.class),
        row.getString("examiner"));
  }
}

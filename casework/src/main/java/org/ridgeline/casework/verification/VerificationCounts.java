package org.ridgeline.casework.verification;

import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How well blind verification works as a whole: counts, no examiner's name.
public final class VerificationCounts {
  private final Bench bench;
  private final JdbcClient jdbc;

  public VerificationCounts(Bench bench, DataSource dataSource) {
    this.bench = bench;
    jdbc = JdbcClient.create(dataSource);
  }

  /// Comparisons settled so far.
  /// - **Shape** `conflicts` of the real ones needed a supervisor; `medianMinutes` of work on one
  ///   verdict, empty while there is none; `off` examiners off the queue now, of `examiners`
  public record Work(
      int real,
      int planted,
      int conflicts,
      Optional<Double> medianMinutes,
      int examiners,
      int off) {}

  /// What has been done.
  public Work work() {
    return jdbc.sql(
            """
            select count(*) filter (where case_id is not null),
              count(*) filter (where known_pair_id is not null),
              count(*) filter (where case_id is not null and exists (
                select 1 from comparison_task t where t.comparison_id = c.comparison_id
                  and t.by_supervisor and t.ending = 'GIVEN')),
              (select percentile_cont(0.5) within group (order by active_ms) / 60000
                from comparison_verdict),
              (select count(*) from examiner_standing),
              (select count(*) from examiner_standing where off_since is not null)
            from comparison c where state = 'SETTLED'
            """)
        .query((row, _) ->
            new Work(
                row.getInt(1),
                row.getInt(2),
                row.getInt(3),
                Optional.ofNullable(row.getObject(4, Double.class)),
                row.getInt(5),
                row.getInt(6)))
        .single();
  }

  /// The error of all examiners together on planted pairs, since ever.
  public ExaminerError error() {
    return ExaminerError.of(bench.stores().verdicts().planted());
  }
}

package org.ridgeline.casework.verification;

import java.util.UUID;
import javax.sql.DataSource;
import org.ridgeline.casework.desk.Purgeable;
import org.ridgeline.ledger.Tally;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Takes out the prints of a case's comparisons, those kept for a supervisor's look too, what
/// examiners marked on them, and what they wrote; who compared, when and with which conclusion
/// stays. The prints of known pairs, and of another case under comparison, stay.
public final class ComparisonPurge implements Purgeable {
  private static final String VERDICTS =
      """
       where verdict_id in (select v.verdict_id from comparison_verdict v
         join comparison_task t using (task_id) join comparison c using (comparison_id)
         where c.case_id = ?)
      """;

  private final JdbcClient jdbc;

  public ComparisonPurge(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  @Override
  public Tally purge(UUID caseId) {
    int prints =
        jdbc.sql(
                """
                delete from comparison_print p
                where pair_key in (select pair_key from comparison where case_id = ?)
                  and not exists (select 1 from known_pair k where k.pair_key = p.pair_key)
                  and not exists (select 1 from comparison o where o.pair_key = p.pair_key
                    and o.case_id <> ? and o.state in ('PREPARING', 'OPEN', 'CONFLICT'))
                """)
            .params(caseId, caseId)
            .update();
    return Tally.of("comparison-prints", prints)
        .plus("comparison-marks", run("delete from comparison_mark" + VERDICTS, caseId))
        .plus("comparison-ridge-lines", run("delete from comparison_ridge_line" + VERDICTS, caseId))
        .plus(
            "verdict-notes",
            run("update comparison_verdict set note = '-'" + VERDICTS + " and note <> ''", caseId));
  }

  private int run(String sql, UUID caseId) {
    return jdbc.sql(sql).param(caseId).update();
  }
}

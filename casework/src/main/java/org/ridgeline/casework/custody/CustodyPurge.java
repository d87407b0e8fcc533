package org.ridgeline.casework.custody;

import java.util.UUID;
import javax.sql.DataSource;
import org.ridgeline.casework.desk.Purgeable;
import org.ridgeline.ledger.Tally;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Takes out of a custody what people wrote beside it; milestones, hand-overs, outcomes and their
/// times stay, as counts are made of them.
public final class CustodyPurge implements Purgeable {
  private final JdbcClient jdbc;

  public CustodyPurge(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  @Override
  public Tally purge(UUID caseId) {
    return Tally.NONE
        .plus(
            "custody-reports",
            run("update custody_event set source = '-' where case_id = ?", caseId))
        .plus(
            "hand-overs",
            run(
                """
                update hand_over set from_whom = '-', to_whom = '-', handed_by = '-'
                where case_id = ?
                """,
                caseId))
        .plus(
            "hand-over-receipts",
            run(
                """
                update hand_over_receipt set receipt = '-'
                where hand_over_id in (select hand_over_id from hand_over where case_id = ?)
                """,
                caseId))
        .plus("referrals", run("update referral set prior_removal = '-' where case_id = ?", caseId))
        .plus(
            "referral-steps",
            run(
                """
                update referral_step set sentence = '', source = '-'
                where referral_id in (select referral_id from referral where case_id = ?)
                """,
                caseId))
        .plus(
            "outcomes",
            run("update outcome set source = '-', reason = '' where case_id = ?", caseId));
  }

  private int run(String sql, UUID caseId) {
    return jdbc.sql(sql).param(caseId).update();
  }
}

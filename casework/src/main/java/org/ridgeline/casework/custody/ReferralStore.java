package org.ridgeline.casework.custody;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.ridgeline.ledger.RecordBook;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The SQL of referrals and what came of them.
public final class ReferralStore {
  private final JdbcClient jdbc;
  private final RecordBook book;

  public ReferralStore(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
    book = new RecordBook(dataSource);
  }

  /// Adds a referral, without its steps.
  void add(Referral referral) {
    jdbc.sql("insert into referral values (?, ?, ?, ?, ?, ?, ?)")
        .params(
            referral.referralId(),
            referral.caseId(),
            referral.priorRemoval().record(),
            Date.valueOf(referral.priorRemoval().removedOn()),
            referral.referredTo(),
            Timestamp.from(referral.referredAt()),
            referral.by())
        .update();
    book.keep(CustodyRecords.REFERRAL, referral.referralId());
  }

  /// Adds what the prosecutor or the court did.
  void add(UUID referralId, Referral.Step step, Instant now) {
    UUID stepId = UUID.randomUUID();
    jdbc.sql("insert into referral_step values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            stepId,
            referralId,
            step.step().name(),
            Date.valueOf(step.on()),
            step.sentence(),
            step.sentenceEnd().map(Date::valueOf).orElse(null),
            step.source(),
            step.by(),
            Timestamp.from(now))
        .update();
    book.keep(CustodyRecords.STEP, stepId);
  }

  /// The referral of a case.
  Optional<Referral> of(UUID caseId) {
    return jdbc.sql(
            """
            select referral_id, case_id, prior_removal, removed_on, referred_to, referred_at,
              by_whom
            from referral where case_id = ?
            """)
        .param(caseId)
        .query((row, _) ->
            new Referral(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                new Referral.PriorRemoval(row.getString(3), row.getDate(4).toLocalDate()),
                row.getString(5),
                row.getTimestamp(6).toInstant(),
                row.getString(7),
                steps(row.getObject(1, UUID.class))))
        .optional();
  }

  private List<Referral.Step> steps(UUID referralId) {
    return jdbc.sql(
            """
            select step, on_day, sentence, sentence_end, source, by_whom from referral_step
            where referral_id = ? order by number
            """)
        .param(referralId)
        .query((row, _) ->
            new Referral.Step(
                ReferralStep.valueOf(row.getString(1)),
                row.getDate(2).toLocalDate(),
                row.getString(3),
                Optional.ofNullable(row.getDate(4)).map(Date::toLocalDate),
                row.getString(5),
                row.getString(6)))
        .list();
  }
}

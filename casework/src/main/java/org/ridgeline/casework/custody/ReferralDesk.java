package org.ridgeline.casework.custody;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.ridgeline.casework.Actor;
import org.ridgeline.casework.RefusedStep;
import org.ridgeline.casework.RefusedStep.Code;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.ledger.Ledger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Where officers record that they took a case to a prosecutor, and what came of it. Nothing is
/// sent, and nothing happens by itself: both are acts of people, written down.
public final class ReferralDesk {
  private final JdbcClient jdbc;
  private final CustodyStore custodies;
  private final TransactionTemplate transaction;
  private final Ledger ledger;
  private final Clock clock;

  public ReferralDesk(DataSource dataSource, Ledger ledger, Clock clock) {
    jdbc = JdbcClient.create(dataSource);
    custodies = new CustodyStore(dataSource);
    transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    this.ledger = ledger;
    this.clock = clock;
  }

  /// Records a referral, in the caller's transaction where there is one; without the record of an
  /// earlier removal there is none.
  public UUID refer(
      Actor actor, UUID caseId, Referral.PriorRemoval priorRemoval, String referredTo) {
    CustodyAccess.officer(actor);
    String removal = priorRemoval.record().strip();
    Instant now = clock.instant();
    if (removal.isEmpty()
        || priorRemoval.removedOn().isAfter(now.atOffset(ZoneOffset.UTC).toLocalDate())) {
      throw new RefusedStep(
          Code.GATE,
          "A referral rests on the record of an earlier removal.",
          "Name the record and the day of the removal.");
    }
    String to = CustodyAccess.text("The prosecutor's office", referredTo);
    return transaction.execute(_ -> {
      custodies.lock(caseId).orElseThrow(CustodyAccess::unknown);
      if (referral(caseId).isPresent()) {
        throw new RefusedStep(
            Code.ALREADY, "This case has been referred.", "Record what came of it instead.");
      }
      UUID id = UUID.randomUUID();
      jdbc.sql("insert into referral values (?, ?, ?, ?, ?, ?, ?)")
          .params(
              id,
              caseId,
              CustodyAccess.text("The record of the removal", removal),
              Date.valueOf(priorRemoval.removedOn()),
              to,
              Timestamp.from(now),
              actor.name())
          .update();
      ledger.append(
          CustodyAccess.entry(actor, "referral.make", caseId, Map.of("referral", id.toString())));
      return id;
    });
  }

  /// Records what the prosecutor or the court did.
  public void follow(Actor actor, UUID caseId, Referral.Step step) {
    CustodyAccess.officer(actor);
    String source = CustodyAccess.text("The source", step.source());
    if (step.step() == ReferralStep.SENTENCED && step.sentence().isBlank()) {
      throw new RefusedStep(
          Code.INPUT, "A sentence has words.", "Write it as the court's record has it.");
    }
    transaction.executeWithoutResult(_ -> {
      custodies.lock(caseId).orElseThrow(CustodyAccess::unknown);
      Referral referral =
          referral(caseId)
              .orElseThrow(() ->
                  new RefusedStep(
                      Code.STATE,
                      "This case has not been referred.",
                      "Record the referral first."));
      LocalDate referred = referral.referredAt().atOffset(ZoneOffset.UTC).toLocalDate();
      LocalDate today = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
      if (step.on().isBefore(referred.minusDays(1)) || step.on().isAfter(today.plusDays(1))) {
        throw new RefusedStep(
            Code.INPUT, "That day lies before the referral, or ahead.", "Check the date.");
      }
      jdbc.sql("insert into referral_step values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
          .params(
              UUID.randomUUID(),
              referral.referralId(),
              step.step().name(),
              Date.valueOf(step.on()),
              step.sentence().strip(),
              step.sentenceEnd().map(Date::valueOf).orElse(null),
              source,
              actor.name(),
              Timestamp.from(clock.instant()))
          .update();
      ledger.append(
          CustodyAccess.entry(
              actor, "referral.follow", caseId, Map.of("step", step.step().name())));
    });
  }

  /// The referral of a case, for reviewers; the read is the case page's, which records it.
  public Optional<Referral> of(Actor actor, UUID caseId) {
    if (!actor.is(Role.OFFICER, Role.APPROVER, Role.SUPERVISOR)) {
      throw new RefusedStep(Code.ROLE, "Referrals are open to reviewers only.", "Ask one of them.");
    }
    return referral(caseId);
  }

  private Optional<Referral> referral(UUID caseId) {
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

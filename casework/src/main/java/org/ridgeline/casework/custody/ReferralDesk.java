package org.ridgeline.casework.custody;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.desk.Daybook;
import org.ridgeline.casework.desk.Field;
import org.ridgeline.casework.desk.Refusal;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.ledger.Subject;

/// Where officers record that they took a case to a prosecutor, and what came of it. Nothing is
/// sent, and nothing happens by itself: both are acts of people, written down.
public final class ReferralDesk {
  private final ReferralStore referrals;
  private final CustodyStore custodies;
  private final Daybook daybook;

  public ReferralDesk(ReferralStore referrals, CustodyStore custodies, Daybook daybook) {
    this.referrals = referrals;
    this.custodies = custodies;
    this.daybook = daybook;
  }

  /// Records a referral, in the caller's transaction where there is one; without the record of an
  /// earlier removal there is none.
  public UUID refer(
      Actor actor, UUID caseId, Referral.PriorRemoval priorRemoval, String referredTo) {
    CustodyAccess.officer(actor);
    String removal = priorRemoval.record().strip();
    Instant now = daybook.now();
    if (removal.isEmpty()
        || priorRemoval.removedOn().isAfter(now.atOffset(ZoneOffset.UTC).toLocalDate())) {
      throw new RefusedStep(Refusal.REFERRAL_NEEDS_REMOVAL);
    }
    String to = CustodyAccess.text(Field.PROSECUTOR, referredTo);
    return daybook
        .transaction()
        .execute(_ -> {
          custodies.lock(caseId).orElseThrow(CustodyAccess::unknown);
          if (referrals.of(caseId).isPresent()) {
            throw new RefusedStep(Refusal.REFERRED_ALREADY);
          }
          Referral.PriorRemoval rests =
              new Referral.PriorRemoval(
                  CustodyAccess.text(Field.REMOVAL, removal), priorRemoval.removedOn());
          UUID id = UUID.randomUUID();
          referrals.add(new Referral(id, caseId, rests, to, now, actor.name(), List.of()));
          daybook.record(
              actor,
              Known.REFERRAL_MAKE,
              Subject.Kind.CASE.of(caseId),
              Map.of("referral", id.toString()));
          return id;
        });
  }

  /// Records what the prosecutor or the court did.
  public void follow(Actor actor, UUID caseId, Referral.Step step) {
    CustodyAccess.officer(actor);
    String source = CustodyAccess.text(Field.SOURCE, step.source());
    if (step.step() == ReferralStep.SENTENCED && step.sentence().isBlank()) {
      throw new RefusedStep(Refusal.SENTENCE_WITHOUT_WORDS);
    }
    daybook
        .transaction()
        .executeWithoutResult(_ -> {
          custodies.lock(caseId).orElseThrow(CustodyAccess::unknown);
          Referral referral =
              referrals.of(caseId).orElseThrow(() -> new RefusedStep(Refusal.NOT_REFERRED));
          LocalDate referred = referral.referredAt().atOffset(ZoneOffset.UTC).toLocalDate();
          LocalDate today = daybook.now().atOffset(ZoneOffset.UTC).toLocalDate();
          if (step.on().isBefore(referred.minusDays(1)) || step.on().isAfter(today.plusDays(1))) {
            throw new RefusedStep(Refusal.REFERRAL_DAY);
          }
          referrals.add(
              referral.referralId(),
              new Referral.Step(
                  step.step(),
                  step.on(),
                  step.sentence().strip(),
                  step.sentenceEnd(),
                  source,
                  actor.name()),
              daybook.now());
          daybook
              .ledger()
              .append(
                  CustodyAccess.entry(
                      actor, Known.REFERRAL_FOLLOW, caseId, Map.of("step", step.step().name())));
        });
  }

  /// The referral of a case, for reviewers; the read is the case page's, which records it.
  public Optional<Referral> of(Actor actor, UUID caseId) {
    if (!actor.is(Role.OFFICER, Role.APPROVER, Role.SUPERVISOR)) {
      throw new RefusedStep(Refusal.REFERRALS_FOR_REVIEWERS);
    }
    return referrals.of(caseId);
  }
}

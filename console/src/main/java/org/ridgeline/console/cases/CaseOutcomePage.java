package org.ridgeline.console.cases;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ridgeline.casework.casefile.CaseDesk;
import org.ridgeline.casework.casefile.Step;
import org.ridgeline.casework.custody.CaseClosing;
import org.ridgeline.casework.custody.Outcome;
import org.ridgeline.casework.custody.OutcomeDesk;
import org.ridgeline.casework.custody.OutcomeKind;
import org.ridgeline.casework.custody.Referral;
import org.ridgeline.casework.custody.ReferralDesk;
import org.ridgeline.casework.custody.ReferralStep;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.console.agency.CustodyForm;
import org.ridgeline.console.page.ConsoleRefusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What came of a case, and its referral for prosecution: the forms at the end of its life.
@Controller
class CaseOutcomePage {
  private final CaseDesk cases;
  private final OutcomeDesk outcomes;
  private final ReferralDesk referrals;
  private final CaseClosing closing;

  CaseOutcomePage(
      CaseDesk cases, OutcomeDesk outcomes, ReferralDesk referrals, CaseClosing closing) {
    this.cases = cases;
    this.outcomes = outcomes;
    this.referrals = referrals;
    this.closing = closing;
  }

  /// What the form of an outcome sends.
  record OutcomeForm(
      @Nullable String version,
      @Nullable String kind,
      @Nullable String on,
      @Nullable String source,
      @Nullable String programme,
      @Nullable String reason) {
    Outcome read() {
      return new Outcome(
          CustodyForm.choice(OutcomeKind.class, CustodyForm.text(kind)),
          CustodyForm.day(CustodyForm.text(on)),
          CustodyForm.needed(ConsoleRefusal.SOURCE_MISSING, source),
          CustodyForm.needed(ConsoleRefusal.PROGRAMME_MISSING, programme),
          CustodyForm.text(reason));
    }
  }

  /// Records the outcome, and closes a case that is still open by it.
  @PostMapping("/cases/{caseId}/custody/outcome")
  String outcome(
      @PathVariable UUID caseId,
      OutcomeForm form,
      HttpServletRequest request,
      RedirectAttributes after) {
    Actor actor = CasePurposes.actor(request, caseId);
    Outcome outcome = form.read();
    if (cases.read(actor, caseId).isClosed()) {
      outcomes.record(actor, caseId, outcome);
      return CaseCustodyPage.done(caseId, after, "The outcome is corrected; both stay on record.");
    }
    int version = CustodyForm.number(form.version());
    closing.close(
        actor,
        new CaseDesk.Wish(caseId, version, Step.CLOSE_WITH_OUTCOME, form.read().source()),
        outcome);
    return CaseCustodyPage.done(caseId, after, "The outcome is on record and the case is closed.");
  }

  /// What the form of a referral sends.
  record ReferralForm(@Nullable String record, @Nullable String removed, @Nullable String to) {}

  @PostMapping("/cases/{caseId}/custody/referral")
  String refer(
      @PathVariable UUID caseId,
      ReferralForm form,
      HttpServletRequest request,
      RedirectAttributes after) {
    referrals.refer(
        CasePurposes.actor(request, caseId),
        caseId,
        new Referral.PriorRemoval(
            CustodyForm.text(form.record()), CustodyForm.day(CustodyForm.text(form.removed()))),
        CustodyForm.text(form.to()));
    return CaseCustodyPage.done(caseId, after, "The referral is on record.");
  }

  /// What the form of a referral's step sends.
  record StepForm(
      @Nullable String step,
      @Nullable String on,
      @Nullable String sentence,
      @Nullable String end,
      @Nullable String source) {}

  @PostMapping("/cases/{caseId}/custody/referral/step")
  String follow(
      @PathVariable UUID caseId,
      StepForm form,
      HttpServletRequest request,
      RedirectAttributes after) {
    Actor actor = CasePurposes.actor(request, caseId);
    referrals.follow(
        actor,
        caseId,
        new Referral.Step(
            CustodyForm.choice(ReferralStep.class, CustodyForm.text(form.step())),
            CustodyForm.day(CustodyForm.text(form.on())),
            CustodyForm.text(form.sentence()),
            Optional.of(CustodyForm.text(form.end()))
                .filter(end -> !end.isEmpty())
                .map(CustodyForm::day),
            CustodyForm.text(form.source()),
            actor.name()));
    return CaseCustodyPage.done(caseId, after, "On record.");
  }
}

package org.ridgeline.console.cases;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ridgeline.casework.casefile.CaseDesk;
import org.ridgeline.casework.casefile.CaseDesk.Wish;
import org.ridgeline.casework.casefile.Step;
import org.ridgeline.casework.custody.CaseClosing;
import org.ridgeline.casework.custody.Outcome;
import org.ridgeline.casework.custody.OutcomeDesk;
import org.ridgeline.casework.custody.OutcomeKind;
import org.ridgeline.casework.custody.Referral;
import org.ridgeline.casework.custody.ReferralDesk;
import org.ridgeline.casework.custody.ReferralStep;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.console.page.ConsoleRefusal;
import org.ridgeline.console.page.Typed;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
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

  /// What the form of an outcome sends; `version` only where it closes the case.
  record OutcomeForm(
      @Nullable @PositiveOrZero Integer version,
      @NotNull(message = "NOT_ON_LIST") OutcomeKind kind,
      @NotNull(message = "NOT_A_DAY") @DateTimeFormat(iso = ISO.DATE) LocalDate on,
      @NotBlank(message = "SOURCE_MISSING") String source,
      @NotBlank(message = "PROGRAMME_MISSING") String programme,
      String reason) {
    OutcomeForm {
      source = Typed.text(source);
      programme = Typed.text(programme);
      reason = Typed.text(reason);
    }

    Outcome read() {
      return new Outcome(kind, on, source, programme, reason);
    }

    Wish closing(UUID caseId) {
      if (version == null) {
        throw new RefusedStep(ConsoleRefusal.FORM_INCOMPLETE);
      }
      return new Wish(caseId, version, Step.CLOSE_WITH_OUTCOME, source);
    }
  }

  /// Records the outcome, and closes a case that is still open by it.
  @PostMapping("/cases/{caseId}/custody/outcome")
  String outcome(
      @PathVariable UUID caseId,
      @Valid OutcomeForm form,
      HttpServletRequest request,
      RedirectAttributes after) {
    Actor actor = CasePurposes.actor(request, caseId);
    Outcome outcome = form.read();
    if (cases.read(actor, caseId).isClosed()) {
      outcomes.record(actor, caseId, outcome);
      return CaseCustodyPage.done(caseId, after, "The outcome is corrected; both stay on record.");
    }
    closing.close(actor, form.closing(caseId), outcome);
    return CaseCustodyPage.done(caseId, after, "The outcome is on record and the case is closed.");
  }

  /// What the form of a referral sends.
  record ReferralForm(
      String record,
      @NotNull(message = "NOT_A_DAY") @DateTimeFormat(iso = ISO.DATE) LocalDate removed,
      String to) {
    ReferralForm {
      record = Typed.text(record);
      to = Typed.text(to);
    }
  }

  @PostMapping("/cases/{caseId}/custody/referral")
  String refer(
      @PathVariable UUID caseId,
      @Valid ReferralForm form,
      HttpServletRequest request,
      RedirectAttributes after) {
    referrals.refer(
        CasePurposes.actor(request, caseId),
        caseId,
        new Referral.PriorRemoval(form.record(), form.removed()),
        form.to());
    return CaseCustodyPage.done(caseId, after, "The referral is on record.");
  }

  /// What the form of a referral's step sends.
  record FollowForm(
      @NotNull(message = "NOT_ON_LIST") ReferralStep step,
      @NotNull(message = "NOT_A_DAY") @DateTimeFormat(iso = ISO.DATE) LocalDate on,
      String sentence,
      @Nullable @DateTimeFormat(iso = ISO.DATE) LocalDate end,
      String source) {
    FollowForm {
      sentence = Typed.text(sentence);
      source = Typed.text(source);
    }

    Referral.Step read(String by) {
      return new Referral.Step(step, on, sentence, Optional.ofNullable(end), source, by);
    }
  }

  @PostMapping("/cases/{caseId}/custody/referral/step")
  String follow(
      @PathVariable UUID caseId,
      @Valid FollowForm form,
      HttpServletRequest request,
      RedirectAttributes after) {
    Actor actor = CasePurposes.actor(request, caseId);
    referrals.follow(actor, caseId, form.read(actor.name()));
    return CaseCustodyPage.done(caseId, after, "On record.");
  }
}

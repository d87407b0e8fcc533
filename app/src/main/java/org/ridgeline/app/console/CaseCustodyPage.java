package org.ridgeline.app.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ridgeline.app.main.Rooms;
import org.ridgeline.casework.Casework;
import org.ridgeline.casework.casefile.Case;
import org.ridgeline.casework.casefile.CaseDesk;
import org.ridgeline.casework.casefile.CaseState;
import org.ridgeline.casework.casefile.Step;
import org.ridgeline.casework.custody.CustodyFile;
import org.ridgeline.casework.custody.Outcome;
import org.ridgeline.casework.custody.OutcomeKind;
import org.ridgeline.casework.custody.Referral;
import org.ridgeline.casework.custody.ReferralStep;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.exchange.operator.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Custody, referral and outcome of a case, for reviewers: the last pages of its life.
@Controller
class CaseCustodyPage {
  private final Casework casework;

  CaseCustodyPage(Rooms rooms) {
    casework = rooms.casework();
  }

  /// A choice of a list: what is sent and what is read.
  record Option(String value, String words) {}

  @GetMapping("/cases/{caseId}/custody")
  String page(@PathVariable UUID caseId, HttpServletRequest request, Model model) {
    if (CasePurposes.of(request, caseId).isEmpty()) {
      // The case's own page asks why it is opened.
      return "redirect:/cases/" + caseId;
    }
    Actor actor = CasePurposes.actor(request, caseId);
    Case one = casework.cases().desk().read(actor, caseId);
    CustodyFile file = casework.custody().desk().file(actor, caseId);
    model.addAttribute("view", CustodyView.of(file, false));
    model.addAttribute("number", one.number());
    model.addAttribute("version", one.version());
    model.addAttribute("state", one.state().words());
    model.addAttribute("mayClose", mayClose(one.state()));
    model.addAttribute("isOfficer", actor.is(Role.OFFICER));
    model.addAttribute("referral", casework.custody().referrals().of(actor, caseId).orElse(null));
    model.addAttribute("programmes", casework.custody().outcomes().programmes());
    model.addAttribute(
        "outcomes",
        Arrays.stream(OutcomeKind.values()).map(k -> new Option(k.name(), k.words())).toList());
    model.addAttribute(
        "steps",
        Arrays.stream(ReferralStep.values()).map(s -> new Option(s.name(), s.words())).toList());
    model.addAttribute(
        "facilities",
        casework.custody().facilities().all().stream()
            .filter(f -> f.closedAt().isEmpty())
            .toList());
    model.addAttribute("today", LocalDate.now(ZoneOffset.UTC).toString());
    return "console/case-custody";
  }

  private static boolean mayClose(CaseState state) {
    return List.of(CaseState.NOTIFIED, CaseState.IN_CUSTODY_WATCH, CaseState.REFERRED)
        .contains(state);
  }

  @PostMapping("/cases/{caseId}/custody/report")
  String report(
      @PathVariable UUID caseId,
      CustodyForm.Report form,
      HttpServletRequest request,
      RedirectAttributes after) {
    Actor actor = CasePurposes.actor(request, caseId);
    CustodyFile file = casework.custody().desk().file(actor, caseId);
    casework.custody().desk().report(actor, caseId, form.read(file.custody().zone()));
    return done(caseId, after, "Reported.");
  }

  @PostMapping("/cases/{caseId}/custody/correct")
  String correct(
      @PathVariable UUID caseId,
      CustodyForm.Correction form,
      HttpServletRequest request,
      RedirectAttributes after) {
    Actor actor = CasePurposes.actor(request, caseId);
    CustodyFile file = casework.custody().desk().file(actor, caseId);
    casework
        .custody()
        .desk()
        .correct(actor, caseId, form.eventId(), form.read(file.custody().zone()));
    return done(caseId, after, "Corrected. The earlier report stays on record.");
  }

  @PostMapping("/cases/{caseId}/custody/hand-over")
  String handOver(
      @PathVariable UUID caseId,
      CustodyForm.HandOver form,
      HttpServletRequest request,
      RedirectAttributes after) {
    Actor actor = CasePurposes.actor(request, caseId);
    CustodyFile file = casework.custody().desk().file(actor, caseId);
    casework.custody().desk().handOver(actor, caseId, form.read(file.custody().zone()));
    return done(caseId, after, "The hand-over is logged.");
  }

  @PostMapping("/cases/{caseId}/custody/receipt")
  String receipt(
      @PathVariable UUID caseId,
      CustodyForm.Receipt form,
      HttpServletRequest request,
      RedirectAttributes after) {
    casework
        .custody()
        .desk()
        .receipt(CasePurposes.actor(request, caseId), caseId, form.handOverId(), form.receipt());
    return done(caseId, after, "The receipt is logged.");
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
          CustodyForm.needed("The source", source),
          CustodyForm.needed("The programme", programme),
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
    if (casework.cases().desk().read(actor, caseId).isClosed()) {
      casework.custody().outcomes().record(actor, caseId, outcome);
      return done(caseId, after, "The outcome is corrected; both stay on record.");
    }
    int version = CustodyForm.number(form.version());
    casework
        .closing()
        .close(
            actor,
            new CaseDesk.Wish(caseId, version, Step.CLOSE_WITH_OUTCOME, form.read().source()),
            outcome);
    return done(caseId, after, "The outcome is on record and the case is closed.");
  }

  /// What the form of a referral sends.
  record ReferralForm(@Nullable String record, @Nullable String removed, @Nullable String to) {}

  @PostMapping("/cases/{caseId}/custody/referral")
  String refer(
      @PathVariable UUID caseId,
      ReferralForm form,
      HttpServletRequest request,
      RedirectAttributes after) {
    casework
        .custody()
        .referrals()
        .refer(
            CasePurposes.actor(request, caseId),
            caseId,
            new Referral.PriorRemoval(
                CustodyForm.text(form.record()), CustodyForm.day(CustodyForm.text(form.removed()))),
            CustodyForm.text(form.to()));
    return done(caseId, after, "The referral is on record.");
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
    casework
        .custody()
        .referrals()
        .follow(
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
    return done(caseId, after, "On record.");
  }

  private static String done(UUID caseId, RedirectAttributes after, String said) {
    after.addFlashAttribute("done", said);
    return "redirect:/cases/" + caseId + "/custody";
  }
}

package org.ridgeline.console.cases;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.ridgeline.casework.casefile.Case;
import org.ridgeline.casework.casefile.CaseDesk;
import org.ridgeline.casework.casefile.CaseState;
import org.ridgeline.casework.custody.CustodyDesk;
import org.ridgeline.casework.custody.CustodyFile;
import org.ridgeline.casework.custody.FacilityRegister;
import org.ridgeline.casework.custody.OutcomeDesk;
import org.ridgeline.casework.custody.OutcomeKind;
import org.ridgeline.casework.custody.ReferralDesk;
import org.ridgeline.casework.custody.ReferralStep;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.console.agency.CustodyForm;
import org.ridgeline.console.agency.CustodyView;
import org.ridgeline.exchange.operator.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Custody of a case, for reviewers, with its referral and outcome beside it.
@Controller
class CaseCustodyPage {
  private final CaseDesk cases;
  private final CustodyDesk custody;
  private final OutcomeDesk outcomes;
  private final ReferralDesk referrals;
  private final FacilityRegister facilities;

  CaseCustodyPage(
      CaseDesk cases,
      CustodyDesk custody,
      OutcomeDesk outcomes,
      ReferralDesk referrals,
      FacilityRegister facilities) {
    this.cases = cases;
    this.custody = custody;
    this.outcomes = outcomes;
    this.referrals = referrals;
    this.facilities = facilities;
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
    Case one = cases.read(actor, caseId);
    CustodyFile file = custody.file(actor, caseId);
    model.addAttribute("view", CustodyView.of(file, false));
    model.addAttribute("number", one.number());
    model.addAttribute("version", one.version());
    model.addAttribute("state", one.state().words());
    model.addAttribute("mayClose", mayClose(one.state()));
    model.addAttribute("isOfficer", actor.is(Role.OFFICER));
    model.addAttribute("referral", referrals.of(actor, caseId).orElse(null));
    model.addAttribute("programmes", outcomes.programmes());
    model.addAttribute(
        "outcomes",
        Arrays.stream(OutcomeKind.values()).map(k -> new Option(k.name(), k.words())).toList());
    model.addAttribute(
        "steps",
        Arrays.stream(ReferralStep.values()).map(s -> new Option(s.name(), s.words())).toList());
    model.addAttribute(
        "facilities", facilities.all().stream().filter(f -> f.closedAt().isEmpty()).toList());
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
      @Valid CustodyForm.Report form,
      HttpServletRequest request,
      RedirectAttributes after) {
    Actor actor = CasePurposes.actor(request, caseId);
    CustodyFile file = custody.file(actor, caseId);
    custody.report(actor, caseId, form.read(file.custody().zone()));
    return done(caseId, after, "Reported.");
  }

  @PostMapping("/cases/{caseId}/custody/correct")
  String correct(
      @PathVariable UUID caseId,
      @Valid CustodyForm.Correction form,
      HttpServletRequest request,
      RedirectAttributes after) {
    Actor actor = CasePurposes.actor(request, caseId);
    CustodyFile file = custody.file(actor, caseId);
    custody.correct(actor, caseId, form.event(), form.read(file.custody().zone()));
    return done(caseId, after, "Corrected. The earlier report stays on record.");
  }

  @PostMapping("/cases/{caseId}/custody/hand-over")
  String handOver(
      @PathVariable UUID caseId,
      @Valid CustodyForm.HandOver form,
      HttpServletRequest request,
      RedirectAttributes after) {
    Actor actor = CasePurposes.actor(request, caseId);
    CustodyFile file = custody.file(actor, caseId);
    custody.handOver(actor, caseId, form.read(file.custody().zone()));
    return done(caseId, after, "The hand-over is logged.");
  }

  @PostMapping("/cases/{caseId}/custody/receipt")
  String receipt(
      @PathVariable UUID caseId,
      @Valid CustodyForm.Receipt form,
      HttpServletRequest request,
      RedirectAttributes after) {
    custody.receipt(CasePurposes.actor(request, caseId), caseId, form.handOver(), form.number());
    return done(caseId, after, "The receipt is logged.");
  }

  static String done(UUID caseId, RedirectAttributes after, String said) {
    after.addFlashAttribute("done", said);
    return "redirect:/cases/" + caseId + "/custody";
  }
}

package org.ridgeline.console.agency;

import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.casework.custody.BurdenMeter;
import org.ridgeline.casework.custody.Custody;
import org.ridgeline.casework.custody.CustodyDesk;
import org.ridgeline.casework.custody.CustodyFile;
import org.ridgeline.casework.custody.FacilityRegister;
import org.ridgeline.casework.custody.Milestone;
import org.ridgeline.console.page.Who;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// People in an agency's custody whose bookings are under review: clocks, what to report next, and
/// the forms to report it. Time spent on the forms is measured: it is this system's cost.
@Controller
class AgencyCustodyPage {
  private static final String SHOWN = AgencyCustodyPage.class.getName() + ".shown.";
  private static final int CLICKS_A_REPORT = 2;

  private final AgencyDesk desk;
  private final CustodyDesk custody;
  private final FacilityRegister facilities;
  private final BurdenMeter burden;

  AgencyCustodyPage(
      AgencyDesk desk, CustodyDesk custody, FacilityRegister facilities, BurdenMeter burden) {
    this.desk = desk;
    this.custody = custody;
    this.facilities = facilities;
    this.burden = burden;
  }

  @GetMapping("/agency/custody")
  String list(Principal principal, Model model) {
    List<CustodyFile> all = desk.custodies(AgencyPage.who(principal));
    Comparator<CustodyFile> bySoonest =
        Comparator.comparing(file -> soonest(file).orElse(Instant.MAX));
    model.addAttribute(
        "here",
        all.stream()
            .filter(file -> file.custody().endedAt().isEmpty())
            .sorted(bySoonest)
            .map(file -> CustodyView.of(file, true))
            .toList());
    model.addAttribute(
        "gone",
        all.stream()
            .filter(file -> file.custody().endedAt().isPresent())
            .map(file -> CustodyView.of(file, true))
            .toList());
    return "console/agency-custody";
  }

  private static Optional<Instant> soonest(CustodyFile file) {
    Custody one = file.custody();
    return file.limitAt()
        .or(() -> one.when(Milestone.RELEASE_EXPECTED))
        .or(() -> one.when(Milestone.SENTENCE_END));
  }

  @GetMapping("/agency/custody/{control}")
  String one(@PathVariable String control, Principal principal, HttpSession session, Model model) {
    Who who = AgencyPage.who(principal);
    CustodyFile file = desk.custody(who, control);
    session.setAttribute(SHOWN + control, System.currentTimeMillis());
    model.addAttribute("view", CustodyView.of(file, true));
    model.addAttribute(
        "facilities", facilities.all().stream().filter(f -> f.closedAt().isEmpty()).toList());
    return "console/agency-person";
  }

  @PostMapping("/agency/custody/{control}/report")
  String report(
      @PathVariable String control,
      @Valid CustodyForm.Report form,
      Principal principal,
      HttpSession session,
      RedirectAttributes after) {
    Who who = AgencyPage.who(principal);
    CustodyFile file = desk.custody(who, control);
    custody.report(AgencyDesk.actor(who), caseId(file), form.read(file.custody().zone()));
    after.addFlashAttribute("done", "Reported. Thank you.");
    return counted(who, control, session);
  }

  @PostMapping("/agency/custody/{control}/correct")
  String correct(
      @PathVariable String control,
      @Valid CustodyForm.Correction form,
      Principal principal,
      HttpSession session,
      RedirectAttributes after) {
    Who who = AgencyPage.who(principal);
    CustodyFile file = desk.custody(who, control);
    custody.correct(
        AgencyDesk.actor(who), caseId(file), form.event(), form.read(file.custody().zone()));
    after.addFlashAttribute("done", "Corrected. The earlier report stays on record.");
    return counted(who, control, session);
  }

  @PostMapping("/agency/custody/{control}/hand-over")
  String handOver(
      @PathVariable String control,
      @Valid CustodyForm.HandOver form,
      Principal principal,
      HttpSession session,
      RedirectAttributes after) {
    Who who = AgencyPage.who(principal);
    CustodyFile file = desk.custody(who, control);
    custody.handOver(AgencyDesk.actor(who), caseId(file), form.read(file.custody().zone()));
    after.addFlashAttribute("done", "The hand-over is logged.");
    return counted(who, control, session);
  }

  @PostMapping("/agency/custody/{control}/receipt")
  String receipt(
      @PathVariable String control,
      @Valid CustodyForm.Receipt form,
      Principal principal,
      HttpSession session,
      RedirectAttributes after) {
    Who who = AgencyPage.who(principal);
    CustodyFile file = desk.custody(who, control);
    custody.receipt(AgencyDesk.actor(who), caseId(file), form.handOver(), form.number());
    after.addFlashAttribute("done", "The receipt is logged.");
    return counted(who, control, session);
  }

  private String counted(Who who, String control, HttpSession session) {
    long now = System.currentTimeMillis();
    long since = session.getAttribute(SHOWN + control) instanceof Long at ? at : now;
    burden.add(
        AgencyDesk.ori(who),
        "custody",
        Duration.ofMillis(now - since),
        CLICKS_A_REPORT,
        Instant.ofEpochMilli(now));
    return "redirect:/agency/custody/" + control;
  }

  private static UUID caseId(CustodyFile file) {
    return file.custody().booking().caseId();
  }
}

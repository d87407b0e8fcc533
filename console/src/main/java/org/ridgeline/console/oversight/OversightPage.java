package org.ridgeline.console.oversight;

import java.time.Instant;
import java.util.List;
import org.ridgeline.casework.custody.CustodyCounts;
import org.ridgeline.casework.redress.RedressCounts;
import org.ridgeline.casework.verification.VerificationCounts;
import org.ridgeline.console.page.Moment;
import org.ridgeline.ledger.Checkpoint;
import org.ridgeline.ledger.LedgerReader;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// What oversight sees: whether every match is answered, how examiners err, who is kept too long,
/// how complaints fare, and whether the ledger is whole. Counts only: nobody's record.
@Controller
class OversightPage {
  private final CaseFigures cases;
  private final VerificationCounts verification;
  private final CustodyCounts custody;
  private final RedressCounts redress;
  private final LedgerReader ledger;

  OversightPage(
      CaseFigures cases,
      VerificationCounts verification,
      CustodyCounts custody,
      RedressCounts redress,
      LedgerReader ledger) {
    this.cases = cases;
    this.verification = verification;
    this.custody = custody;
    this.redress = redress;
    this.ledger = ledger;
  }

  @GetMapping("/oversight")
  String page(Model model) {
    Instant now = Instant.now();
    cases.show(model, now);
    verification(model);
    model.addAttribute("facilities", facilities());
    model.addAttribute("redress", redress.rows());
    model.addAttribute("notices", redress.notices());
    ledger(model);
    model.addAttribute("now", Moment.of(now));
    return "console/oversight";
  }

  private void verification(Model model) {
    var error = verification.error();
    var work = verification.work();
    model.addAttribute("work", work);
    model.addAttribute(
        "minutes", work.medianMinutes().map(m -> ShareView.oneDigit(m) + " min").orElse("–"));
    model.addAttribute("falseIdentifications", ShareView.of(error.falseIdentifications()));
    model.addAttribute("falseExclusions", ShareView.of(error.falseExclusions()));
  }

  /// A facility that kept people past the moment they could go.
  record FacilityLine(String name, int people, int overLimit, String hours) {}

  private List<FacilityLine> facilities() {
    return custody.byFacility().stream()
        .map(line ->
            new FacilityLine(
                line.facility() + ", " + line.ori(),
                line.people(),
                line.overLimit(),
                Moment.span(line.elapsed())))
        .toList();
  }

  private void ledger(Model model) {
    long last = ledger.last().map(entry -> entry.number()).orElse(0L);
    List<Checkpoint> checkpoints = ledger.checkpoints();
    model.addAttribute("entries", last);
    model.addAttribute("checkpoints", checkpoints.size());
    if (!checkpoints.isEmpty()) {
      Checkpoint newest = checkpoints.getLast();
      model.addAttribute("checkpoint", newest);
      model.addAttribute("checkpointAt", Moment.of(newest.madeAt()));
      model.addAttribute("uncovered", last - newest.number());
    }
  }
}

package org.ridgeline.console.score;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.ridgeline.casework.casefile.Case;
import org.ridgeline.casework.casefile.Shelf;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.console.cases.CasePurposes;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.ledger.Subject;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// How the score that led to a case came about, for supervisors: of each of its bookings, once
/// people have compared the prints.
@Controller
class CaseScorePage {
  private final ScoreDesk desk;
  private final Shelf shelf;

  CaseScorePage(ScoreDesk desk, Shelf shelf) {
    this.desk = desk;
    this.shelf = shelf;
  }

  @GetMapping("/cases/{id}/scores/{control}")
  String page(
      @PathVariable UUID id,
      @PathVariable String control,
      @RequestParam(defaultValue = "") String finger,
      HttpServletRequest request,
      Model model) {
    Actor actor = CasePurposes.actor(request, id);
    Case one = shelf.known(id);
    ScoreView view = desk.view(actor, asked(one, control), finger);
    model.addAttribute("view", view);
    model.addAttribute("base", "/cases/" + id + "/scores/" + control);
    model.addAttribute("back", "/cases/" + id);
    model.addAttribute("of", "Case " + one.number());
    return "console/score";
  }

  @GetMapping("/cases/{id}/scores/{control}/{fgp}.svg")
  ResponseEntity<String> picture(
      @PathVariable UUID id,
      @PathVariable String control,
      @PathVariable String fgp,
      @RequestParam(defaultValue = "") String tall,
      HttpServletRequest request) {
    Actor actor = CasePurposes.actor(request, id);
    return desk.picture(actor, asked(shelf.known(id), control), fgp, !tall.isEmpty());
  }

  private static ScoreDesk.Asked asked(Case one, String control) {
    if (one.purgedAt().isPresent() || one.booking(control).isEmpty()) {
      throw ScoreDesk.none();
    }
    return new ScoreDesk.Asked(
        control, RepositoryName.IMMIGRATION, Map.of("case", Subject.Kind.CASE.text(one.caseId())));
  }
}

package org.ridgeline.console.cases;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.casework.casefile.Shelf;
import org.ridgeline.casework.custody.CustodyFile;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.desk.Limits;
import org.ridgeline.casework.determination.DeterminationKinds;
import org.ridgeline.casework.evidence.Fact;
import org.ridgeline.casework.evidence.ProtectedStop;
import org.ridgeline.casework.evidence.Reliability;
import org.ridgeline.console.page.Moment;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One case: what it rests on, what speaks for and against, what comes next. Whoever opens it says
/// why, once a session.
@Controller
class CasePage {
  private final CaseReader reader;
  private final Shelf shelf;
  private final DeterminationKinds kinds;
  private final CaseSurroundings beside;

  CasePage(CaseReader reader, Shelf shelf, DeterminationKinds kinds, CaseSurroundings beside) {
    this.reader = reader;
    this.shelf = shelf;
    this.kinds = kinds;
    this.beside = beside;
  }

  @GetMapping("/cases/{id}")
  String page(@PathVariable UUID id, HttpServletRequest request, Model model) {
    if (CasePurposes.of(request, id).isEmpty()) {
      model.addAttribute("id", id);
      model.addAttribute("number", shelf.known(id).number());
      model.addAttribute("usual", CasePurposes.USUAL);
      return "console/case-purpose";
    }
    Actor actor = CasePurposes.actor(request, id);
    CaseView view = view(actor, id);
    model.addAttribute("view", view);
    model.addAttribute("digest", view.read().digest());
    model.addAttribute("purpose", actor.purpose());
    Optional<CustodyFile> file = beside.file(view.one());
    model.addAttribute("rulings", beside.redress().rulings(id));
    model.addAttribute("receipts", beside.receipts(view.one()));
    model.addAttribute("waiting", beside.waiting(view.one()));
    model.addAttribute("explained", beside.explained(actor, view.one()));
    model.addAttribute("alarm", CaseListView.alarm(file));
    model.addAttribute("custodyDue", Moment.of(file.flatMap(CustodyFile::dueAt)));
    model.addAttribute("buttons", view.buttons(actor.duty().role()));
    model.addAttribute("kinds", kinds.all());
    model.addAttribute("choices", DeterminationChoice.of(kinds, view.dossier()));
    model.addAttribute("againstMin", Limits.AGAINST_CHARS_MIN);
    model.addAttribute("factKinds", Fact.Kind.values());
    model.addAttribute("grades", Reliability.values());
    CaseHistoryPage.choices(model);
    model.addAttribute("stopKinds", ProtectedStop.Kind.values());
    model.addAttribute("today", LocalDate.now(ZoneOffset.UTC));
    return "console/case";
  }

  @PostMapping("/cases/{id}/purpose")
  String purpose(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String usual,
      @RequestParam(defaultValue = "") String other,
      HttpServletRequest request) {
    shelf.known(id);
    CasePurposes.state(request, id, other.isBlank() ? usual : other);
    return "redirect:/cases/" + id;
  }

  private CaseView view(Actor actor, UUID id) {
    return view(reader, shelf, actor, id);
  }

  /// A case as its pages and its file show it.
  static CaseView view(CaseReader reader, Shelf shelf, Actor actor, UUID id) {
    CaseReader.Read read = reader.read(actor, id);
    return new CaseView(
        read,
        shelf.cases().events(id),
        read.one().verifiedAt().map(shelf.freshness()::hitExpires),
        Instant.now());
  }
}

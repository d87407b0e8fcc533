package org.ridgeline.console.cases;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.ridgeline.casework.casefile.Shelf;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.determination.DeterminationKinds;
import org.ridgeline.exchange.Trail;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.ledger.Subject;
import org.ridgeline.vocabulary.Sha256;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// A case as a file that leaves the console: who took it, and its digest, are on record.
@Controller
class CaseFilePage {
  private final CaseReader reader;
  private final Shelf shelf;
  private final DeterminationKinds kinds;
  private final Trail trail;

  CaseFilePage(CaseReader reader, Shelf shelf, DeterminationKinds kinds, Trail trail) {
    this.reader = reader;
    this.shelf = shelf;
    this.kinds = kinds;
    this.trail = trail;
  }

  /// The case as a file to print or to hand over.
  @GetMapping("/cases/{id}/file.pdf")
  ResponseEntity<byte[]> file(@PathVariable UUID id, HttpServletRequest request) {
    Actor actor = CasePurposes.actor(request, id);
    CaseView view = CasePage.view(reader, shelf, actor, id);
    byte[] pdf = CaseFilePdf.of(view, kinds, actor);
    trail.person(
        new Trail.Person(actor.name(), actor.duty().role().name(), actor.purpose()),
        Known.CASE_EXPORT,
        Subject.Kind.CASE.of(id),
        Map.of("what", "file.pdf", "sha256", Sha256.hex(pdf), "from", request.getRemoteAddr()));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"" + view.one().number() + ".pdf\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(pdf);
  }
}

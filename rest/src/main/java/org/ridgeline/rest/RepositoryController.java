package org.ridgeline.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.ridgeline.exchange.intake.EncounterImport.Imported;
import org.ridgeline.exchange.intake.EncounterImports;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.vocabulary.Finding;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// A repository's owner adds records of its own.
@RestController
@RequestMapping("/api/v1/repositories")
class RepositoryController {
  private final EncounterImports imports;
  private final BoundedBody bodies;

  RepositoryController(EncounterImports imports, BoundedBody bodies) {
    this.imports = imports;
    this.bodies = bodies;
  }

  @PostMapping("/{name}/encounters")
  ResponseEntity<?> add(
      @PathVariable String name,
      HttpServletRequest request,
      @AuthenticationPrincipal Caller.OfOwner caller)
      throws IOException {
    if (!caller.repository().key().equals(name)) {
      return Problems.notFound("repository " + name);
    }
    return bodies.read(request, name, bytes -> take(caller.repository(), bytes));
  }

  private ResponseEntity<?> take(RepositoryName name, byte[] bytes) {
    try {
      return switch (imports.ofOwner(name).take(bytes)) {
        case Imported.Done done ->
            enrolled(done.personId(), done.isNewPerson(), false, done.findings());
        case Imported.Before before ->
            enrolled(before.personId(), before.isNewPerson(), true, List.of());
        case Imported.Refused refused -> Problems.unusable(refused.findings());
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Problems.busy(5);
    }
  }

  private static ResponseEntity<?> enrolled(
      UUID person, boolean isNew, boolean before, List<Finding> findings) {
    List<FindingJson> odd = findings.stream().map(FindingJson::of).toList();
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(new EnrolledJson(person, isNew, before, odd));
  }

  /// Whom an imported file was enrolled as, whether that was before, and what was odd about it.
  record EnrolledJson(
      UUID personId, boolean newPerson, boolean before, List<FindingJson> findings) {}
}

package org.ridgeline.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.intake.EncounterImport.Imported;
import org.ridgeline.exchange.intake.EncounterImports;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.ledger.Subject;
import org.ridgeline.vocabulary.Sha256;
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
  private final Trail trail;

  RepositoryController(EncounterImports imports, BoundedBody bodies, Trail trail) {
    this.imports = imports;
    this.bodies = bodies;
    this.trail = trail;
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
    String from = request.getRemoteAddr();
    return bodies.read(request, bytes -> take(caller.repository(), bytes, from));
  }

  private ResponseEntity<?> take(RepositoryName name, byte[] bytes, String from) {
    try {
      return switch (imports.of(name).take(bytes)) {
        case Imported.Done done -> {
          record(name, done.personId(), Sha256.hex(bytes), from);
          yield ResponseEntity.status(HttpStatus.CREATED)
              .body(new EnrolledJson(done.personId(), done.isNewPerson()));
        }
        case Imported.Refused refused -> Problems.unusable(refused.findings());
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Problems.busy(5);
    }
  }

  /// Where this fails the owner sends the file again, which changes nothing and is on record then.
  private void record(RepositoryName name, UUID person, String sha256, String from) {
    trail.person(
        new Trail.Person(name.key() + " owner", "OWNER", "import"),
        Known.REPOSITORY_IMPORT,
        Subject.Kind.REPOSITORY.of(name.key()),
        Map.of("person", Subject.Kind.PERSON.text(person), "sha256", sha256, "from", from));
  }

  /// Whom an imported file was enrolled as.
  record EnrolledJson(UUID personId, boolean newPerson) {}
}

package org.ridgeline.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.casework.redress.CorrectionNotice;
import org.ridgeline.casework.redress.Corrections;
import org.ridgeline.ledger.RecipientKind;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Corrections of what an agency or an office was told. Reading them is their delivery;
/// acknowledging one says that the copy is corrected.
@RestController
@RequestMapping("/api/v1/corrections")
class CorrectionController {
  private final Corrections corrections;

  CorrectionController(Corrections corrections) {
    this.corrections = corrections;
  }

  private record Recipient(RecipientKind kind, String id) {
    static Recipient of(Authentication login) {
      return switch ((Caller) login.getPrincipal()) {
        case Caller.OfAgency(var agency) ->
            new Recipient(RecipientKind.AGENCY, agency.ori().value());
        case Caller.OfOffice(var office) -> new Recipient(RecipientKind.OFFICE, office.name());
        case Caller caller -> throw new IllegalStateException(caller + " passed the security");
      };
    }
  }

  @GetMapping
  List<CorrectionJson> all(Authentication login) {
    Recipient to = Recipient.of(login);
    return corrections.fetch(to.kind(), to.id()).stream().map(CorrectionJson::of).toList();
  }

  @PostMapping("/{id}/acknowledge")
  ResponseEntity<?> acknowledge(@PathVariable UUID id, Authentication login) {
    Recipient to = Recipient.of(login);
    return corrections.acknowledge(id, Optional.of(to.id()), to.id())
        ? ResponseEntity.noContent().build()
        : Problems.notFound("correction " + id);
  }

  /// A notice as JSON; `documents` says what was told before: kind, subject, time, SHA-256.
  record CorrectionJson(
      UUID id,
      List<String> remedies,
      String statement,
      List<String> documents,
      Instant madeAt,
      Instant dueAt,
      Optional<Instant> acknowledgedAt) {
    static CorrectionJson of(CorrectionNotice notice) {
      return new CorrectionJson(
          notice.noticeId(),
          notice.remedies().stream().map(Enum::name).toList(),
          notice.statement(),
          notice.documents(),
          notice.madeAt(),
          notice.dueAt(),
          notice.acknowledgedAt());
    }
  }
}

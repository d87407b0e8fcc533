package org.ridgeline.rest;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.exchange.lead.Lead;
import org.ridgeline.exchange.lead.LeadStore;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// A reviewing office's leads over HTTP. Reading them is their receipt; acknowledging one says that
/// somebody takes it on.
@RestController
@RequestMapping("/api/v1/leads")
class LeadController {
  private final LeadStore leads;

  LeadController(LeadStore leads) {
    this.leads = leads;
  }

  @GetMapping
  List<LeadJson> all(@AuthenticationPrincipal Caller.OfOffice caller) {
    return leads.receive(caller.office().officeId()).stream().map(LeadJson::of).toList();
  }

  @PostMapping("/{id}/acknowledge")
  ResponseEntity<?> acknowledge(
      @PathVariable UUID id, @AuthenticationPrincipal Caller.OfOffice caller) {
    boolean known =
        leads.acknowledge(id, Optional.of(caller.office().officeId()), caller.office().name());
    return known ? ResponseEntity.noContent().build() : Problems.notFound("lead " + id);
  }

  /// A lead as JSON; `otherOrder` where the fingers' labels may be wrong. `unverified` is always
  /// true here: no examiner has looked yet.
  record LeadJson(
      UUID id,
      String tcn,
      String control,
      UUID personId,
      String decision,
      boolean unverified,
      List<String> namesClaimed,
      List<String> namesKnown,
      boolean alias,
      Optional<String> otherOrder,
      boolean acknowledged,
      Instant createdAt,
      Optional<Instant> receivedAt,
      Optional<Instant> acknowledgedAt) {
    static LeadJson of(Lead lead) {
      return new LeadJson(
          lead.leadId(),
          lead.tcn(),
          lead.control(),
          lead.personId(),
          lead.decision().name().toLowerCase(Locale.ROOT),
          true,
          lead.namesClaimed(),
          lead.namesKnown(),
          lead.isAlias(),
          lead.otherOrder(),
          lead.acknowledgedAt().isPresent(),
          lead.createdAt(),
          lead.receivedAt(),
          lead.acknowledgedAt());
    }
  }
}

package org.ridgeline.casework.redress;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// An item as its row stands.
/// - **Shape** `number` as officers call it; `caseId` once linked; `version` rises with every step
public record RedressItem(
    UUID itemId,
    String number,
    Opening opening,
    Instant receivedAt,
    Deadlines deadlines,
    String rulesVersion,
    Optional<Instant> acknowledgedAt,
    Optional<Check> verified,
    Optional<UUID> caseId,
    Optional<Decided> decided,
    int version) {
  /// How and by whom it was made sure who writes.
  public record Check(Instant at, String by, String how) {}

  /// The decision.
  /// - **Shape** `statement` what recipients are told; empty where nothing is put right
  public record Decided(
      Instant at,
      String by,
      DecisionKind kind,
      String reasons,
      List<Remedy> remedies,
      String statement) {
    public Decided {
      remedies = List.copyOf(remedies);
    }
  }

  /// How the ledger calls it.
  public String subject() {
    return "redress:" + itemId;
  }

  /// The clock until it is acknowledged.
  public Deadlines.Reading acknowledging(Instant now) {
    return Deadlines.reading(receivedAt, deadlines.acknowledgeBy(), acknowledgedAt, now);
  }

  /// The clock until it is decided.
  public Deadlines.Reading deciding(Instant now) {
    return Deadlines.reading(receivedAt, deadlines.decideBy(), decided.map(Decided::at), now);
  }

  /// What its clocks run to next: the earlier of what is still to do.
  public Instant due() {
    return acknowledgedAt.isPresent() ? deadlines.decideBy() : deadlines.acknowledgeBy();
  }
}

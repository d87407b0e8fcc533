package org.ridgeline.casework.redress;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.ledger.Subject;

/// An item as its row stands.
/// - **Shape** `number` as officers call it; `version` rises with every step
public record RedressItem(
    UUID itemId,
    String number,
    Opening opening,
    Instant receivedAt,
    Deadlines deadlines,
    String rulesVersion,
    Progress progress,
    int version) {
  /// What has been done with it; empty while it has not.
  public record Progress(
      Optional<Instant> acknowledgedAt,
      Optional<Check> verified,
      Optional<UUID> caseId,
      Optional<Decided> decided) {
    /// Of an item that just came.
    static Progress none() {
      return new Progress(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
  }

  /// When somebody first said that it is read.
  public Optional<Instant> acknowledgedAt() {
    return progress.acknowledgedAt();
  }

  /// How it was made sure who writes.
  public Optional<Check> verified() {
    return progress.verified();
  }

  /// The case it is about, once linked.
  public Optional<UUID> caseId() {
    return progress.caseId();
  }

  /// The decision.
  public Optional<Decided> decided() {
    return progress.decided();
  }

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
  public Subject subject() {
    return Subject.Kind.REDRESS.of(itemId);
  }

  /// The clock until it is acknowledged.
  public Deadlines.Reading acknowledging(Instant now) {
    return Deadlines.reading(receivedAt, deadlines.acknowledgeBy(), acknowledgedAt(), now);
  }

  /// The clock until it is decided.
  public Deadlines.Reading deciding(Instant now) {
    return Deadlines.reading(receivedAt, deadlines.decideBy(), decided().map(Decided::at), now);
  }

  /// What its clocks run to next: the earlier of what is still to do.
  public Instant due() {
    return acknowledgedAt().isPresent() ? deadlines.decideBy() : deadlines.acknowledgeBy();
  }
}

package org.ridgeline.exchange.lead;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.exchange.submission.SearchDecision;

/// A match found: an immigration record may be of the person booked. A lead is never a finding; it
/// is marked unverified until examiners have looked.
/// - **Shape** `control`, `tcn` of the booking
public record Lead(
    UUID leadId,
    String control,
    String tcn,
    Place place,
    Match match,
    Names names,
    Instant createdAt,
    Receipt receipt) {
  /// Where the person was booked.
  /// - **Shape** `office` that reviews, empty while none covers the place
  public record Place(String fips, String state, Optional<String> office) {}

  /// What the scores said of whom.
  /// - **Shape** `decision`: HIT or REVIEW; `otherOrder` names the order in which the fingers had
  ///   to be taken, where it is not that of their labels
  public record Match(
      UUID personId, UUID encounterId, SearchDecision decision, Optional<String> otherOrder) {}

  /// Names, claimed at this booking and known on record.
  public record Names(List<String> claimed, List<String> known) {
    public Names {
      claimed = List.copyOf(claimed);
      known = List.copyOf(known);
    }
  }

  /// Whether the office has it, and who took it on.
  public record Receipt(
      Optional<Instant> receivedAt,
      Optional<Instant> acknowledgedAt,
      Optional<String> acknowledgedBy) {
    /// Of a lead that nobody has seen.
    public static final Receipt NONE =
        new Receipt(Optional.empty(), Optional.empty(), Optional.empty());
  }

  public String fips() {
    return place.fips();
  }

  public String state() {
    return place.state();
  }

  public Optional<String> office() {
    return place.office();
  }

  public UUID personId() {
    return match.personId();
  }

  public UUID encounterId() {
    return match.encounterId();
  }

  public SearchDecision decision() {
    return match.decision();
  }

  public Optional<String> otherOrder() {
    return match.otherOrder();
  }

  public List<String> namesClaimed() {
    return names.claimed();
  }

  public List<String> namesKnown() {
    return names.known();
  }

  public Optional<Instant> receivedAt() {
    return receipt.receivedAt();
  }

  public Optional<Instant> acknowledgedAt() {
    return receipt.acknowledgedAt();
  }

  public Optional<String> acknowledgedBy() {
    return receipt.acknowledgedBy();
  }

  /// Whether a name is claimed now that the record does not have.
  public boolean isAlias() {
    return !namesKnown().isEmpty() && !namesKnown().containsAll(namesClaimed());
  }
}

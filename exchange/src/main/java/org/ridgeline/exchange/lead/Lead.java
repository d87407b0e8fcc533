package org.ridgeline.exchange.lead;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A match found: an immigration record may be of the person booked. A lead is never a finding; it
/// is marked unverified until examiners have looked.
/// - **Shape** `decision`: HIT or REVIEW, what the scores said; `office` empty while no office
///   covers the place; `namesClaimed` at this booking, `namesKnown` on record; `otherOrder` names
///   the order in which the fingers had to be taken, where it is not that of their labels
public record Lead(
    UUID leadId,
    String control,
    String tcn,
    String fips,
    String state,
    Optional<String> office,
    UUID personId,
    UUID encounterId,
    String decision,
    List<String> namesClaimed,
    List<String> namesKnown,
    Instant createdAt,
    Optional<Instant> receivedAt,
    Optional<Instant> acknowledgedAt,
    Optional<String> acknowledgedBy,
    Optional<String> otherOrder) {
  public Lead {
    namesClaimed = List.copyOf(namesClaimed);
    namesKnown = List.copyOf(namesKnown);
  }

  /// Whether a name is claimed now that the record does not have.
  public boolean isAlias() {
    return !namesKnown.isEmpty() && !namesKnown.containsAll(namesClaimed);
  }
}

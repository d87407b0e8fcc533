package org.ridgeline.casework.determination;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A determination as its row stands, perhaps signed only once of two, or returned: to be shown,
/// not to be sent.
public record Draft(
    UUID determinationId,
    UUID caseId,
    String kind,
    Determination.Basis basis,
    Determination.Signature first,
    Optional<Determination.Signature> second,
    Optional<Instant> returnedAt) {
  /// Whether all signatures are there.
  public boolean isSigned() {
    return returnedAt.isEmpty() && (second.isPresent() || !basis.secondNeeded());
  }

  /// Whether the second signature is awaited.
  public boolean isAwaitingSecond() {
    return returnedAt.isEmpty() && second.isEmpty() && basis.secondNeeded();
  }
}

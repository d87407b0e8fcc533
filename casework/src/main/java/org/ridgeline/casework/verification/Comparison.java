package org.ridgeline.casework.verification;

import java.util.Optional;
import java.util.UUID;
import org.ridgeline.ledger.Subject;

/// A comparison as its row stands; without a case it is planted.
record Comparison(
    UUID comparisonId,
    Optional<UUID> caseId,
    Optional<UUID> knownPairId,
    Optional<Pair> pair,
    String pairKey,
    boolean mirrored,
    ComparisonState state) {

  /// How the ledger calls it.
  Subject subject() {
    return Subject.Kind.COMPARISON.of(comparisonId);
  }
}

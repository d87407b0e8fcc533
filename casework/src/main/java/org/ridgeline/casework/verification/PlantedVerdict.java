package org.ridgeline.casework.verification;

import java.time.Instant;

/// A verdict on a pair whose answer is known.
public record PlantedVerdict(boolean isMate, Conclusion conclusion, Instant at) {
  /// Two people's prints called one person's.
  boolean isFalseIdentification() {
    return !isMate && conclusion == Conclusion.IDENTIFICATION;
  }

  /// One person's prints called two people's.
  boolean isFalseExclusion() {
    return isMate && conclusion == Conclusion.EXCLUSION;
  }
}

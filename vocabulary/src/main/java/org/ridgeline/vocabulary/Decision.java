package org.ridgeline.vocabulary;

import java.util.List;

/// What the scores of a search say. Never what a person decided: that is a verdict or a
/// determination.
public sealed interface Decision {
  /// The best candidate is above the hit threshold.
  record Hit(Candidate candidate) implements Decision {}

  /// No candidate is above the hit threshold, these are above the review threshold.
  record Review(List<Candidate> candidates) implements Decision {
    public Review {
      candidates = List.copyOf(candidates);
      if (candidates.isEmpty()) {
        throw new IllegalArgumentException("candidates=0 limit=1..");
      }
    }
  }

  /// Nobody is above the review threshold.
  record NoHit() implements Decision {}
}

package org.ridgeline.search.compare;

import java.util.List;
import java.util.Optional;

/// Why two prints have the score they have.
/// - **Shape** `isFirstUpper`: whether the first one named was laid on the second, not the second
///   on it; `evidence` as [PhaseComparison#compare] gives it; `laying` empty where no way was found
///   to lay one on the other: all evidence is 0 then
public record Explanation(boolean isFirstUpper, Evidence evidence, Optional<Laying> laying) {
  /// The score of [PhaseScore#of].
  public float score() {
    return PhaseScore.of(evidence);
  }

  /// What each feature adds to the score.
  public List<Share> shares() {
    return PhaseScore.shares(evidence);
  }
}

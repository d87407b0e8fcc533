package org.ridgeline.search.compare;

import java.util.List;

/// One number of the evidence: the more, the likelier one finger.
///
/// What agrees saturates, so that a large overlap cannot outweigh minutiae that disagree; the rest
/// is a weighted sum, by [PhaseWeights].
public final class PhaseScore {
  private static final PhaseWeights WEIGHTS = PhaseWeights.load();

  private PhaseScore() {}

  /// The score.
  public static float of(Evidence evidence) {
    return WEIGHTS.score(evidence);
  }

  /// The shares, one a feature, in the order of their sum.
  public static List<Share> shares(Evidence evidence) {
    return WEIGHTS.shares(evidence);
  }

  /// The score as an integer, in tenths.
  public static int tenths(Evidence evidence) {
    return WEIGHTS.tenths(evidence);
  }
}

package org.ridgeline.search.compare;

import java.util.List;

/// One number of the evidence: the more, the likelier one finger.
///
/// What agrees saturates, so that a large overlap cannot outweigh minutiae that disagree; the rest
/// is a weighted sum, by [PhaseWeights].
public final class PhaseScore {
  private static final PhaseWeights WEIGHTS = PhaseWeights.load();

  private PhaseScore() {}

  /// What of the evidence speaks, and how much: the score is the sum of all shares.
  public record Share(Feature feature, double points) {
    public Share {
      // No minus before a zero.
      points += 0.0;
    }
  }

  /// The parts of the evidence that are weighed.
  public enum Feature {
    AGREED,
    STIFF,
    PAIRED,
    CLEAR,
    UNPAIRED,
    MISSED,
    FORESEEN;

    /// Whether it speaks against one finger.
    public boolean isAgainst() {
      return this == UNPAIRED || this == MISSED;
    }
  }

  /// What the weights are multiplied with.
  /// - **Shape** one a [Feature], in their order
  public static double[] terms(Evidence evidence) {
    double overlap = Math.min(18, Math.sqrt(evidence.overlap()));
    return new double[] {
      saturated(evidence.agreed(), 90),
      saturated(evidence.stiff(), 60),
      evidence.paired(),
      evidence.clear(),
      evidence.unpaired(),
      evidence.missed(),
      Math.max(0, evidence.foreseen() - 0.35) * overlap
    };
  }

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

  private static double saturated(double value, double most) {
    return value > 0 ? most * StrictMath.tanh(value / most) : value;
  }
}

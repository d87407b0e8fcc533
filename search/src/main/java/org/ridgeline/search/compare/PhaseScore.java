package org.ridgeline.search.compare;

import java.util.List;

/// One number of the evidence: the more, the likelier one finger.
///
/// Weights by hand on public development sets; what agrees saturates, so that a large overlap
/// cannot outweigh minutiae that disagree.
public final class PhaseScore {
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
    FORESEEN
  }

  /// The score.
  public static float of(Evidence evidence) {
    double sum = 0;
    for (Share share : shares(evidence)) {
      sum += share.points();
    }
    return (float) sum;
  }

  /// The shares, one a feature, in the order of their sum.
  public static List<Share> shares(Evidence evidence) {
    double overlap = Math.min(18, Math.sqrt(evidence.overlap()));
    return List.of(
        new Share(Feature.AGREED, 0.06 * saturated(evidence.agreed(), 90)),
        new Share(Feature.STIFF, 0.03 * saturated(evidence.stiff(), 60)),
        new Share(Feature.PAIRED, evidence.paired()),
        new Share(Feature.CLEAR, 1.6 * evidence.clear()),
        new Share(Feature.UNPAIRED, -0.15 * evidence.unpaired()),
        new Share(Feature.MISSED, -0.3 * evidence.missed()),
        new Share(Feature.FORESEEN, 0.7 * Math.max(0, evidence.foreseen() - 0.35) * overlap));
  }

  /// The score as an integer, in tenths.
  public static int tenths(Evidence evidence) {
    return Math.round(10 * of(evidence));
  }

  private static double saturated(double value, double most) {
    return value > 0 ? most * StrictMath.tanh(value / most) : value;
  }
}

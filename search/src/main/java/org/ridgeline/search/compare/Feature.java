package org.ridgeline.search.compare;

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

  /// What the weights are multiplied with: what agrees saturates, so that a large overlap cannot
  /// outweigh minutiae that disagree.
  /// - **Shape** one a feature, in their order
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

  private static double saturated(double value, double most) {
    return value > 0 ? most * StrictMath.tanh(value / most) : value;
  }
}

package org.ridgeline.search.compare;

/// One number of the evidence: the more, the likelier one finger.
///
/// Weights by hand on public development sets; what agrees saturates, so that a large overlap
/// cannot outweigh minutiae that disagree.
public final class PhaseScore {
  private PhaseScore() {}

  /// The score.
  public static float of(Evidence evidence) {
    double overlap = Math.min(18, Math.sqrt(evidence.overlap()));
    return (float)
        (0.06 * saturated(evidence.agreed(), 90)
            + 0.03 * saturated(evidence.stiff(), 60)
            + evidence.paired()
            + 1.6 * evidence.clear()
            - 0.15 * evidence.unpaired()
            - 0.3 * evidence.missed()
            + 0.7 * Math.max(0, evidence.foreseen() - 0.35) * overlap);
  }

  /// The score as an integer, in tenths.
  public static int tenths(Evidence evidence) {
    return Math.round(10 * of(evidence));
  }

  private static double saturated(double value, double most) {
    return value > 0 ? most * StrictMath.tanh(value / most) : value;
  }
}

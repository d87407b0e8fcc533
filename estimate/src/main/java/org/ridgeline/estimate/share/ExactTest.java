package org.ridgeline.estimate.share;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.ridgeline.estimate.Limits;

/// Exact two-sided tests of shares: twice the smaller tail, at most 1.
///
/// Exact, not mid-p: a true null hypothesis has p at or below any α at most with probability α,
/// whatever the counts, and what controls false discoveries stands on that. Mid-p values keep it
/// only on average. Twice the smaller tail, not the sum of what is no likelier: so p against a
/// known share is below 0.05 exactly where Clopper and Pearson's interval leaves that share out,
/// and a published p never contradicts the published interval.
/// - **Unit** p, 0..1; out of 0 trials it is 1
public final class ExactTest {
  private ExactTest() {}

  /// How likely a share this far from a known one is, where the known one is true: binomial.
  /// - **Error** a known share outside 0..1: IllegalArgumentException
  /// - **Source** C. J. Clopper, E. S. Pearson, Biometrika 26, 1934
  public static double againstKnown(Share share, double known) {
    if (!(known >= 0 && known <= 1)) {
      throw new IllegalArgumentException("known=" + known + " limit=0..1");
    }
    return twice(atLeast(share, known), atMost(share, known));
  }

  private static double atLeast(Share share, double known) {
    long count = share.count();
    return count == 0
        ? 1
        : BetaDistribution.of(count, share.of() - count + 1.0).cumulativeProbability(known);
  }

  private static double atMost(Share share, double known) {
    long count = share.count();
    return count == share.of()
        ? 1
        : BetaDistribution.of(count + 1.0, (double) share.of() - count).survivalProbability(known);
  }

  /// How likely two shares this far apart are, where both are samples of one: hypergeometric, given
  /// how many there are in both together.
  /// - **Error** more than [Limits#TWO_SAMPLES_MAX] trials of one: IllegalArgumentException
  /// - **Source** R. A. Fisher, Journal of the Royal Statistical Society 98, 1935
  public static double ofTwo(Share one, Share other) {
    check(one);
    check(other);
    if (one.of() == 0 || other.of() == 0) {
      return 1;
    }
    HypergeometricDistribution given =
        HypergeometricDistribution.of(
            Math.toIntExact(one.of() + other.of()),
            Math.toIntExact(one.count() + other.count()),
            Math.toIntExact(one.of()));
    int count = Math.toIntExact(one.count());
    return twice(given.survivalProbability(count - 1), given.cumulativeProbability(count));
  }

  private static void check(Share share) {
    if (share.of() > Limits.TWO_SAMPLES_MAX) {
      throw new IllegalArgumentException("of=" + share.of() + " limit=" + Limits.TWO_SAMPLES_MAX);
    }
  }

  private static double twice(double above, double below) {
    return Math.min(1, 2 * Math.min(above, below));
  }
}

package org.ridgeline.estimate.change;

import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.ridgeline.estimate.share.Interval;
import org.ridgeline.estimate.share.Share;
import org.ridgeline.estimate.share.ShareDifference;

/// Differences of several units taken together, each unit compared with itself alone.
/// - **Shape** both means with bounds of 95 %, a difference of shares, -1..1; `p`: of no difference
///   in any unit; units with nobody before or nobody after are left out
public record Pooled(Mean mantelHaenszel, Mean inverseVariance, double p, Spread spread) {
  private static final double Z =
      NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - Interval.CONFIDENCE) / 2);

  /// A mean difference with its bounds.
  public record Mean(double difference, Interval bounds) {
    static Mean of(double difference, double variance) {
      double half = Z * Math.sqrt(variance);
      return new Mean(
          difference,
          new Interval(Math.max(-1, difference - half), Math.min(1, difference + half)));
    }
  }

  /// How much units differ in their differences.
  /// - **Shape** `q` with `freedom` degrees of freedom, and its `p` where all units have the same
  ///   difference; `iSquared`: the share of the variation that chance does not explain;
  ///   `tauSquared`: the variance between units' true differences
  /// - **Source** W. G. Cochran, Biometrics 10, 1954; J. P. T. Higgins, S. G. Thompson, Statistics
  ///   in Medicine 21, 2002
  public record Spread(double q, int freedom, double p, double iSquared, double tauSquared) {}

  private record Weighed(double difference, double variance) {}

  /// Pools.
  /// - **Error** no unit with somebody on both sides: IllegalArgumentException
  public static Pooled of(List<ShareDifference> units) {
    List<ShareDifference> filled = units.stream().filter(Pooled::isFilled).toList();
    if (filled.isEmpty()) {
      throw new IllegalArgumentException("units=0 limit=1..");
    }
    List<Weighed> weighed =
        filled.stream().map(unit -> new Weighed(unit.difference(), variance(unit))).toList();
    Spread spread = spread(weighed);
    return new Pooled(
        mantelHaenszel(filled), inverseVariance(weighed, spread.tauSquared()), p(filled), spread);
  }

  static boolean isFilled(ShareDifference unit) {
    return unit.one().of() > 0 && unit.other().of() > 0;
  }

  /// The mean weighed by n₁n₀/(n₁+n₀): it holds with many small units, where weights taken from
  /// each unit's own variance do not. Its variance holds with few large ones, too.
  /// - **Source** N. Mantel, W. Haenszel, Journal of the National Cancer Institute 22, 1959; of
  ///   differences, S. Greenland, J. M. Robins, Biometrics 41, 1985; the variance, T. Sato, S.
  ///   Greenland, J. M. Robins, Biometrics 45, 1989
  private static Mean mantelHaenszel(List<ShareDifference> units) {
    double weights = 0;
    double sum = 0;
    double shifted = 0;
    double mixed = 0;
    for (ShareDifference unit : units) {
      double a = unit.one().count();
      double n1 = unit.one().of();
      double c = unit.other().count();
      double n0 = unit.other().of();
      double n = n1 + n0;
      weights += n1 * n0 / n;
      sum += n1 * n0 / n * unit.difference();
      shifted += (n1 * n1 * c - n0 * n0 * a + n1 * n0 * (n0 - n1) / 2) / (n * n);
      mixed += (a * (n0 - c) + c * (n1 - a)) / (2 * n);
    }
    double difference = sum / weights;
    double variance = (difference * shifted + mixed) / (weights * weights);
    return Mean.of(difference, Math.max(0, variance));
  }

  /// With one success and one failure more on each side, so that no variance is 0.
  /// - **Source** A. Agresti, B. Caffo, The American Statistician 54, 2000
  private static double variance(ShareDifference unit) {
    return variance(unit.one()) + variance(unit.other());
  }

  private static double variance(Share share) {
    double of = share.of() + 2.0;
    double rate = (share.count() + 1) / of;
    return rate * (1 - rate) / of;
  }

  /// The mean weighed by one over the variance, that between units added; without such a variance
  /// it is that of fixed effects.
  /// - **Source** R. DerSimonian, N. Laird, Controlled Clinical Trials 7, 1986
  private static Mean inverseVariance(List<Weighed> units, double tauSquared) {
    double weights = 0;
    double sum = 0;
    for (Weighed unit : units) {
      double weight = 1 / (unit.variance() + tauSquared);
      weights += weight;
      sum += weight * unit.difference();
    }
    return Mean.of(sum / weights, 1 / weights);
  }

  private static Spread spread(List<Weighed> units) {
    double weights = units.stream().mapToDouble(unit -> 1 / unit.variance()).sum();
    double squares = units.stream().mapToDouble(unit -> Math.pow(unit.variance(), -2)).sum();
    double mean = inverseVariance(units, 0).difference();
    double q =
        units.stream()
            .mapToDouble(unit -> Math.pow(unit.difference() - mean, 2) / unit.variance())
            .sum();
    int freedom = units.size() - 1;
    if (freedom == 0) {
      return new Spread(0, 0, 1, 0, 0);
    }
    double beyond = Math.max(0, q - freedom);
    return new Spread(
        q,
        freedom,
        ChiSquaredDistribution.of(freedom).survivalProbability(q),
        beyond == 0 ? 0 : beyond / q,
        beyond / (weights - squares / weights));
  }

  /// Mantel and Haenszel's test of no difference in any unit, with continuity correction.
  private static double p(List<ShareDifference> units) {
    double beyond = 0;
    double variance = 0;
    for (ShareDifference unit : units) {
      double n1 = unit.one().of();
      double n0 = unit.other().of();
      double n = n1 + n0;
      double m = (double) unit.one().count() + unit.other().count();
      beyond += unit.one().count() - n1 * m / n;
      variance += n1 * n0 / n * (m / n) * ((n - m) / Math.max(1, n - 1));
    }
    if (variance == 0) {
      return 1;
    }
    double corrected = Math.max(0, Math.abs(beyond) - 0.5);
    return ChiSquaredDistribution.of(1).survivalProbability(corrected * corrected / variance);
  }
}

package org.ridgeline.estimate.disparity;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.rootfinder.BrentSolver;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.ridgeline.estimate.share.Interval;
import org.ridgeline.estimate.share.Share;

/// How units' true shares are spread: a beta distribution, learnt from all units' counts by maximum
/// likelihood; and what it makes of one unit's count. Small units are drawn to the mean of all,
/// large ones keep what they show, so that a table sorted by share does not begin and end with the
/// small.
///
/// Empirical Bayes: the spread is taken as known once it is learnt, so with few units the credible
/// intervals are somewhat too narrow. Where units differ no more than by chance, the precision is
/// [#PRECISION_MAX] and all are drawn to one share.
/// - **Shape** `mean` 0..1; `precision`: alpha + beta, worth so many trials; the correlation of two
///   trials of one unit is 1 / (precision + 1)
/// - **Source** the beta-binomial, J. G. Skellam, Journal of the Royal Statistical Society B 10,
///   1948; its likelihood, D. A. Griffiths, Biometrics 29, 1973; empirical Bayes for shares, B.
///   Efron, C. Morris, Journal of the American Statistical Association 70, 1975
public record BetaBinomial(double mean, double precision) {
  /// The least precision that is looked for: nearly every unit has all or none.
  public static final double PRECISION_MIN = 0.01;

  /// The most: units differ by a thousandth of a share at most.
  public static final double PRECISION_MAX = 1e6;

  /// Where fewer units have anybody in them, or all units are without or all full, no spread can be
  /// learnt: each unit then stands alone, with Jeffreys' prior, worth one trial.
  public static final int UNITS_MIN = 3;

  static final BetaBinomial JEFFREYS = new BetaBinomial(0.5, 1);

  private static final double EDGE = 1e-12;
  private static final BrentSolver SOLVER = new BrentSolver(1e-12, 1e-13, 1e-15);

  /// What is believed of one unit: the mean, and the interval that holds its true share with 95 %.
  public record Shrunk(double mean, Interval credible) {}

  /// Learns from units' counts; those out of 0 say nothing.
  public static BetaBinomial of(List<Share> units) {
    List<Share> filled = units.stream().filter(unit -> unit.of() > 0).toList();
    boolean none = filled.stream().allMatch(unit -> unit.count() == 0);
    boolean all = filled.stream().allMatch(unit -> unit.count() == unit.of());
    if (filled.size() < UNITS_MIN || none || all) {
      return JEFFREYS;
    }
    double low = Math.log(PRECISION_MIN);
    double high = Math.log(PRECISION_MAX);
    DoubleUnaryOperator slope = log -> slope(filled, Math.exp(log));
    // The profile likelihood rises to one top; at an end that it still rises to, that end is it.
    double top =
        slope.applyAsDouble(high) >= 0
            ? high
            : slope.applyAsDouble(low) <= 0 ? low : SOLVER.findRoot(slope, low, high);
    double precision = Math.exp(top);
    return new BetaBinomial(mean(filled, precision), precision);
  }

  /// The mean most likely with a precision: the likelihood is concave in it, so there is one.
  private static double mean(List<Share> units, double precision) {
    return SOLVER.findRoot(mean -> score(units, mean, precision), EDGE, 1 - EDGE);
  }

  /// The likelihood's derivative by the mean, over the precision.
  private static double score(List<Share> units, double mean, double precision) {
    double alpha = mean * precision;
    double beta = (1 - mean) * precision;
    double atAlpha = Digamma.value(alpha);
    double atBeta = Digamma.value(beta);
    double sum = 0;
    for (Share unit : units) {
      sum += unit.count() == 0 ? 0 : Digamma.value(alpha + unit.count()) - atAlpha;
      long rest = unit.of() - unit.count();
      sum -= rest == 0 ? 0 : Digamma.value(beta + rest) - atBeta;
    }
    return sum;
  }

  /// The likelihood's derivative by the precision, at the mean most likely with it.
  private static double slope(List<Share> units, double precision) {
    double mean = mean(units, precision);
    double alpha = mean * precision;
    double beta = (1 - mean) * precision;
    double atAlpha = Digamma.value(alpha);
    double atBeta = Digamma.value(beta);
    double atBoth = Digamma.value(precision);
    double sum = 0;
    for (Share unit : units) {
      sum += mean * (Digamma.value(alpha + unit.count()) - atAlpha);
      sum += (1 - mean) * (Digamma.value(beta + unit.of() - unit.count()) - atBeta);
      sum -= Digamma.value(precision + unit.of()) - atBoth;
    }
    return sum;
  }

  /// What is believed of a unit with this count.
  public Shrunk shrunk(Share unit) {
    double alpha = mean * precision + unit.count();
    double beta = (1 - mean) * precision + unit.of() - unit.count();
    BetaDistribution believed = BetaDistribution.of(alpha, beta);
    double tail = (1 - Interval.CONFIDENCE) / 2;
    Interval credible =
        new Interval(
            believed.inverseCumulativeProbability(tail), believed.inverseSurvivalProbability(tail));
    return new Shrunk(alpha / (alpha + beta), credible);
  }
}

package org.ridgeline.estimate.disparity;

import java.util.List;
import org.apache.commons.numbers.rootfinder.BrentSolver;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/// How much more units differ from their benchmarks than chance explains. Places differ for many
/// reasons that no benchmark knows; where nearly all of them stand out, standing out says little,
/// and only those beyond the common spread are worth a look.
///
/// What it costs: a bias that most units share is taken for such a spread and hidden. The gaps and
/// their intervals are never adjusted, only what counts as an outlier is.
/// - **Shape** `phi`: the mean square of the units' z-scores, winsorised; 1 where chance explains
///   all; `tauSquared`: the variance between units' true gaps, 0 unless the rule is additive;
///   `units`: those with somebody in them, which it was learnt from
/// - **Source** D. J. Spiegelhalter, Statistics in Medicine 24, 2005; the additive rule, D. J.
///   Spiegelhalter et al., Journal of the Royal Statistical Society A 175, 2012
public record Dispersion(Rule rule, double phi, double tauSquared, int units) {
  /// Of the units at either end, those whose z-scores are drawn in to the next ones, so that few
  /// true outliers do not widen the limits they are judged by.
  public static final double WINSORISED = 0.1;

  /// Beyond any variance of shares: with it no z-score is above a third.
  private static final double TAU_SQUARED_MAX = 10;

  private static final BrentSolver SOLVER = new BrentSolver(1e-9, 1e-15, 1e-12);

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /// The mean square that winsorised standard normal scores have: drawing in the ends takes a third
  /// of it away, and without giving that back units that are alike would pass for more alike.
  static final double KEPT = kept();

  /// No spread beyond chance.
  public static final Dispersion NONE = new Dispersion(Rule.NONE, 1, 0, 0);

  /// What is allowed for.
  public enum Rule {
    /// Chance alone.
    NONE,

    /// Every unit's variance is φ times that of chance: large units are allowed as many more
    /// standard errors as small ones. Where sizes differ much, that is too little for large ones.
    MULTIPLICATIVE,

    /// Units' true gaps differ by the same variance, whatever their size: it weighs on large units,
    /// whose chance is small.
    ADDITIVE
  }

  private static double kept() {
    double end = NORMAL.inverseSurvivalProbability(WINSORISED);
    return 1 - 2 * WINSORISED - 2 * end * NORMAL.density(end) + 2 * WINSORISED * end * end;
  }

  /// Measures the spread of units with somebody in them. One that is within what φ varies by where
  /// chance explains all, 2√(2/units) above 1, is none.
  public static Dispersion of(Rule rule, List<UnitShare> units) {
    List<UnitShare> filled =
        units.stream().filter(unit -> unit.group().of() > 0 && unit.variance() > 0).toList();
    if (rule == Rule.NONE || filled.isEmpty()) {
      return new Dispersion(rule, 1, 0, filled.size());
    }
    double phi = meanSquare(filled, 0);
    if (phi <= 1 + 2 * Math.sqrt(2.0 / filled.size())) {
      return new Dispersion(rule, 1, 0, filled.size());
    }
    return switch (rule) {
      case NONE -> NONE;
      case MULTIPLICATIVE -> new Dispersion(rule, phi, 0, filled.size());
      case ADDITIVE -> new Dispersion(rule, phi, tauSquared(filled), filled.size());
    };
  }

  /// The mean square of z-scores that allow for a variance between units.
  private static double meanSquare(List<UnitShare> units, double tauSquared) {
    double[] ascending =
        units.stream()
            .mapToDouble(unit -> unit.gap() / Math.sqrt(unit.variance() + tauSquared))
            .sorted()
            .toArray();
    int drawnIn = (int) (WINSORISED * ascending.length);
    double low = ascending[drawnIn];
    double high = ascending[ascending.length - 1 - drawnIn];
    double sum = 0;
    for (double z : ascending) {
      double within = Math.clamp(z, low, high);
      sum += within * within;
    }
    return sum / ascending.length / (drawnIn == 0 ? 1 : KEPT);
  }

  /// The variance between units with which the mean square is what chance makes of it. DerSimonian
  /// and Laird's moments draw in large units, which alone show the variance where sizes are
  /// unequal: with them 31 % of 200 runs without a bias named somebody, with these 4 % of 1,000
  /// (`bench disparity`, unequal sizes, 2026-11-30).
  /// - **Source** R. C. Paule, J. Mandel, Journal of Research of the National Bureau of Standards
  ///   87, 1982
  private static double tauSquared(List<UnitShare> units) {
    return SOLVER.findRoot(tau -> meanSquare(units, tau) - 1, 0, TAU_SQUARED_MAX);
  }

  /// How many times chance's variance a unit's gap has.
  /// - **Shape** `variance`: that of chance, as the unit's size makes it
  double inflation(double variance) {
    return switch (rule) {
      case NONE -> 1;
      case MULTIPLICATIVE -> phi;
      case ADDITIVE -> 1 + tauSquared / variance;
    };
  }

  /// The exact p of a unit with this spread allowed for: the z-score that has that p, made smaller
  /// by the root of the inflation. The spread is learnt from the units themselves, so what is left
  /// is held against Student's t and not the normal distribution, which with 20 units named
  /// somebody in 9 to 11 of 100 runs without a bias. Without a spread it is the exact p itself.
  double p(UnitShare unit) {
    double exact = unit.p();
    double inflation = unit.variance() > 0 ? inflation(unit.variance()) : 1;
    if (inflation == 1 || exact == 1) {
      return exact;
    }
    // A p too small for a double has no z-score of its own; the gap's does as well out there.
    double z =
        exact > Double.MIN_NORMAL
            ? NORMAL.inverseSurvivalProbability(exact / 2)
            : Math.abs(unit.z());
    TDistribution learnt = TDistribution.of(Math.max(1, units - 1));
    return Math.min(1, 2 * learnt.survivalProbability(z / Math.sqrt(inflation)));
  }
}

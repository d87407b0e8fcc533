package org.ridgeline.estimate.disparity;

import java.util.Collection;
import java.util.List;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.ridgeline.estimate.Limits;
import org.ridgeline.estimate.share.Interval;

/// A funnel to draw units' shares in: around one centre, how far chance takes a share of so many
/// trials. Units that all have the same benchmark can be drawn in one; where benchmarks differ,
/// draw each one's gap.
/// - **Shape** `limits`: by size, ascending
/// - **Source** D. J. Spiegelhalter, Statistics in Medicine 24, 2005, appendix A.1: exact binomial
///   limits, interpolated between counts, so that they are smooth in the size
public record FunnelPlot(double centre, Dispersion dispersion, List<ControlLimits> limits) {
  /// How sure the inner limits are to hold a share that is the centre's.
  public static final double INNER = 0.95;

  /// How sure the outer ones are.
  public static final double OUTER = 0.998;

  public FunnelPlot {
    limits = List.copyOf(limits);
  }

  /// The limits for a share of so many trials.
  public record ControlLimits(long of, Interval inner, Interval outer) {}

  /// The funnel for these numbers of trials; each once, whatever order and how often it comes.
  /// - **Error** a centre that is no share or an end, a size outside 1..[Limits#TRIALS_MAX]:
  ///   IllegalArgumentException
  public static FunnelPlot of(double centre, Dispersion dispersion, Collection<Long> sizes) {
    if (!(centre > 0 && centre < 1)) {
      throw new IllegalArgumentException("centre=" + centre + " limit=0..1, ends left out");
    }
    List<ControlLimits> limits =
        sizes.stream().distinct().sorted().map(of -> limits(centre, dispersion, of)).toList();
    return new FunnelPlot(centre, dispersion, limits);
  }

  private static ControlLimits limits(double centre, Dispersion dispersion, long of) {
    if (of < 1 || of > Limits.TRIALS_MAX) {
      throw new IllegalArgumentException("of=" + of + " limit=1.." + Limits.TRIALS_MAX);
    }
    BinomialDistribution chance = BinomialDistribution.of((int) of, centre);
    double widened = Math.sqrt(dispersion.inflation(centre * (1 - centre) / of));
    return new ControlLimits(of, between(INNER, chance, widened), between(OUTER, chance, widened));
  }

  private static Interval between(double confidence, BinomialDistribution chance, double widened) {
    double centre = chance.getProbabilityOfSuccess();
    double tail = (1 - confidence) / 2;
    double low = centre - widened * (centre - limit(tail, chance));
    double high = centre + widened * (limit(1 - tail, chance) - centre);
    return new Interval(Math.max(0, low), Math.min(1, high));
  }

  /// The share at which this probability is reached, on the straight line between two counts.
  private static double limit(double probability, BinomialDistribution chance) {
    int count = chance.inverseCumulativeProbability(probability);
    double over = chance.cumulativeProbability(count) - probability;
    double limit = (count - over / chance.probability(count)) / chance.getNumberOfTrials();
    return Math.clamp(limit, 0, 1);
  }
}

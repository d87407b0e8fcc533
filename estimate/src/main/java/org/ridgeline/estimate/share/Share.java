package org.ridgeline.estimate.share;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// So many trials out of so many.
/// - **Error** a count outside 0..`of`: IllegalArgumentException
public record Share(long count, long of) {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  public Share {
    if (count < 0 || count > of) {
      throw new IllegalArgumentException("count=" + count + " limit=0.." + of);
    }
  }

  /// The bare fraction; 0 out of 0 is NaN.
  public double rate() {
    return (double) count / of;
  }

  /// The exact interval of 95 % for independent trials; out of 0 it is 0..1.
  public Interval bounds() {
    return exact(Interval.CONFIDENCE);
  }

  /// The exact interval for independent trials, by Clopper and Pearson: it holds the true share at
  /// least as often as it says, mostly more often.
  /// - **Source** C. J. Clopper, E. S. Pearson, Biometrika 26, 1934; the binomial tail as a beta
  ///   distribution, NIST Digital Library of Mathematical Functions 8.17.5
  public Interval exact(double confidence) {
    double tail = tail(confidence);
    double low = count == 0 ? 0 : quantile(tail, count, of - count + 1.0);
    double high = count == of ? 1 : quantile(1 - tail, count + 1.0, (double) of - count);
    return new Interval(low, high);
  }

  private static double quantile(double probability, double alpha, double beta) {
    return BetaDistribution.of(alpha, beta).inverseCumulativeProbability(probability);
  }

  /// The score interval for independent trials, by Wilson, without continuity correction: narrower
  /// than the exact one; on average over shares it holds the true one as often as it says.
  /// - **Source** E. B. Wilson, Journal of the American Statistical Association 22, 1927
  public Interval wilson(double confidence) {
    if (of == 0) {
      return new Interval(0, 1);
    }
    double z = NORMAL.inverseSurvivalProbability(tail(confidence));
    double square = z * z / of;
    double centre = (rate() + square / 2) / (1 + square);
    double half = Math.sqrt(square * (rate() * (1 - rate()) + square / 4)) / (1 + square);
    double low = count == 0 ? 0 : Math.max(0, centre - half);
    double high = count == of ? 1 : Math.min(1, centre + half);
    return new Interval(low, high);
  }

  private static double tail(double confidence) {
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException("confidence=" + confidence + " limit=0..1, ends left out");
    }
    return (1 - confidence) / 2;
  }
}

package org.ridgeline.bench.statistics;

import org.apache.commons.statistics.distribution.BetaDistribution;

/// So many trials out of so many.
/// - **Error** a count outside 0..`of`: IllegalArgumentException
public record Share(long count, long of) {
  public Share {
    if (count < 0 || count > of) {
      throw new IllegalArgumentException("count=" + count + " limit=0.." + of);
    }
  }

  /// The bare fraction; 0 out of 0 is NaN.
  public double rate() {
    return (double) count / of;
  }

  /// The exact interval for independent trials, by Clopper and Pearson; out of 0 it is 0..1.
  /// - **Source** C. J. Clopper, E. S. Pearson, Biometrika 26, 1934
  public Interval bounds() {
    double tail = (1 - Interval.CONFIDENCE) / 2;
    double low = count == 0 ? 0 : quantile(tail, count, of - count + 1.0);
    double high = count == of ? 1 : quantile(1 - tail, count + 1.0, (double) of - count);
    return new Interval(low, high);
  }

  private static double quantile(double probability, double alpha, double beta) {
    return BetaDistribution.of(alpha, beta).inverseCumulativeProbability(probability);
  }
}

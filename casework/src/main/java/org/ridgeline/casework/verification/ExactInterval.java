package org.ridgeline.casework.verification;

import org.apache.commons.statistics.distribution.BetaDistribution;

/// The exact 95 % interval of a share, by Clopper and Pearson.
/// - **Source** C. J. Clopper, E. S. Pearson, Biometrika 26, 1934; the binomial tail as a beta
///   distribution, NIST Digital Library of Mathematical Functions 8.17.5
public record ExactInterval(int count, int of, double low, double high) {
  private static final double TAIL = 0.025;

  /// The interval of `count` out of `of`; out of 0 it is 0..1.
  /// - **Error** a count outside 0..`of`: IllegalArgumentException
  public static ExactInterval of(int count, int of) {
    if (count < 0 || count > of) {
      throw new IllegalArgumentException("count=" + count + " limit=0.." + of);
    }
    double low = count == 0 ? 0 : quantile(TAIL, count, of - count + 1.0);
    double high = count == of ? 1 : quantile(1 - TAIL, count + 1.0, of - count);
    return new ExactInterval(count, of, low, high);
  }

  private static double quantile(double probability, double alpha, double beta) {
    return BetaDistribution.of(alpha, beta).inverseCumulativeProbability(probability);
  }
}

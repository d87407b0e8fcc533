package org.ridgeline.bench;

import java.util.Arrays;

/// Percentiles of a stage's times, by nearest rank.
/// - **Unit** milliseconds
public record Percentiles(double p50Ms, double p95Ms, double p99Ms) {
  /// Percentiles of times in milliseconds; none given: all zero.
  public static Percentiles of(double[] times) {
    if (times.length == 0) {
      return new Percentiles(0, 0, 0);
    }
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return new Percentiles(rank(sorted, 0.50), rank(sorted, 0.95), rank(sorted, 0.99));
  }

  private static double rank(double[] sorted, double share) {
    int index = (int) Math.ceil(share * sorted.length) - 1;
    return Math.round(sorted[Math.max(0, index)] * 10) / 10.0;
  }
}

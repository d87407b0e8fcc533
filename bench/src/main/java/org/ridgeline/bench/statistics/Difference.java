package org.ridgeline.bench.statistics;

import org.ridgeline.estimate.share.Interval;

/// One engine's rate less another's on the same trials, with bounds of 95 %.
/// - **Unit** a difference of shares, -1..1; below 0 where the first engine errs less
/// - **Shape** `low`, `high` by [Bootstrap]: both engines on the same drawn subjects, each at the
///   threshold that it has there
public record Difference(double difference, double low, double high) {
  static Difference of(double difference, Interval bounds) {
    return new Difference(difference, bounds.low(), bounds.high());
  }
}

package org.ridgeline.bench.statistics;

import org.ridgeline.estimate.share.Interval;
import org.ridgeline.estimate.share.Share;

/// What is missed at the lowest threshold that keeps a false rate.
/// - **Shape** `drawn`: bounds by [Bootstrap], for trials that depend on each other
public record OperatingPoint(double falseRate, double threshold, Share missed, Interval drawn) {
  /// The 95 % bounds to report: the wider of drawn subjects and independent trials, at each end.
  public Interval bounds() {
    return drawn.and(missed.bounds());
  }
}

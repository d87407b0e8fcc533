package org.ridgeline.estimate.share;

/// One share less another, of trials independent of each other.
public record ShareDifference(Share one, Share other) {
  /// The bare difference, -1..1; NaN where one is out of 0.
  public double difference() {
    return one.rate() - other.rate();
  }

  /// The interval of 95 %: the hybrid of both shares' score intervals. Where one share is out of 0
  /// nothing is known: -1..1.
  /// - **Source** R. G. Newcombe, Statistics in Medicine 17, 1998, pages 873-890, method 10
  public Interval bounds() {
    if (one.of() == 0 || other.of() == 0) {
      return new Interval(-1, 1);
    }
    Interval ones = one.wilson(Interval.CONFIDENCE);
    Interval others = other.wilson(Interval.CONFIDENCE);
    double low = difference() - Math.hypot(one.rate() - ones.low(), others.high() - other.rate());
    double high = difference() + Math.hypot(ones.high() - one.rate(), other.rate() - others.low());
    return new Interval(Math.max(-1, low), Math.min(1, high));
  }
}

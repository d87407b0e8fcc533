package org.ridgeline.bench.statistics;

/// A 95 % confidence interval of a share, 0..1, or of a difference of two, -1..1.
public record Interval(double low, double high) {
  /// How sure an interval is to hold the true value.
  public static final double CONFIDENCE = 0.95;

  /// The smallest interval that holds both.
  public Interval and(Interval other) {
    return new Interval(Math.min(low, other.low), Math.max(high, other.high));
  }
}

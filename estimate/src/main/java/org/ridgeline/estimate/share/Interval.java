package org.ridgeline.estimate.share;

/// A confidence interval of a share, 0..1, or of a difference of two, -1..1; of 95 % unless said
/// otherwise.
public record Interval(double low, double high) {
  /// How sure an interval is to hold the true value.
  public static final double CONFIDENCE = 0.95;

  /// The smallest interval that holds both.
  public Interval and(Interval other) {
    return new Interval(Math.min(low, other.low), Math.max(high, other.high));
  }

  /// Whether it holds a value; its ends are in it.
  public boolean holds(double value) {
    return low <= value && value <= high;
  }

  /// The interval of a difference: each end less a value that is known.
  public Interval less(double value) {
    return new Interval(low - value, high - value);
  }
}

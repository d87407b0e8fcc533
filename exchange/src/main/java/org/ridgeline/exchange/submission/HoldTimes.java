package org.ridgeline.exchange.submission;

import java.time.Duration;
import org.ridgeline.exchange.Limits;

/// How long a card may be held for quality control.
/// - **Shape** `urgent`: those of priority 1 to [Limits#QUALITY_URGENT_PRIORITY_MAX]
/// - **Limit** one minute to [Limits#QUALITY_HOLD_MAX], `urgent` not longer than `usual`
/// - **Error** beyond: IllegalArgumentException
public record HoldTimes(Duration usual, Duration urgent) {
  private static final Duration LEAST = Duration.ofMinutes(1);

  public HoldTimes {
    if (urgent.compareTo(LEAST) < 0
        || usual.compareTo(urgent) < 0
        || usual.compareTo(Limits.QUALITY_HOLD_MAX) > 0) {
      throw new IllegalArgumentException(
          "usual="
              + usual
              + " urgent="
              + urgent
              + " limit=PT1M<=urgent<=usual<="
              + Limits.QUALITY_HOLD_MAX);
    }
  }

  /// Two hours, and twenty minutes for what is urgent.
  public static HoldTimes standard() {
    return new HoldTimes(Duration.ofHours(2), Duration.ofMinutes(20));
  }
}

package org.ridgeline.oversight.disparity;

import org.ridgeline.estimate.disparity.Step;

/// Where a booking counts.
/// - **Shape** `unit` a FIPS code or an ORI; `step` the farthest it came to
record Slot(String unit, String fips, Side side, Step step) {
  /// On which side of its place's first activation a booking came.
  enum Side {
    /// The place was never activated.
    NEVER,
    BEFORE,
    /// On the first day or later, also where it ended since.
    AFTER
  }

  boolean isAfter() {
    return side == Side.AFTER;
  }

  boolean reached(Step some) {
    return step.compareTo(some) >= 0;
  }
}

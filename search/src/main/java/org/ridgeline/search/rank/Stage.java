package org.ridgeline.search.rank;

import org.ridgeline.search.decision.Calibration;
import org.ridgeline.search.kernel.ScanKernel;
import org.ridgeline.search.parallel.Workers;

/// What all stages of a search work with.
/// - **Shape** `line`: the score of a possible candidate; `hitsOnly`: nobody below it matters
record Stage(
    Calibration calibration,
    ScanKernel kernel,
    CascadeSettings settings,
    Workers workers,
    RidgeSource ridges,
    int line,
    boolean hitsOnly) {
  /// The score from which on nothing can change what is said of a row.
  int conclusive() {
    return line + settings.stops().clear();
  }

  /// Whether a row cannot reach the line any more, of which so many fingers are left, where that is
  /// all that is asked.
  boolean isBeyondReach(int sum, int fingersLeft) {
    int most = Math.max(calibration.full().most(), calibration.ridges().most());
    return hitsOnly && sum + fingersLeft * most < line;
  }
}

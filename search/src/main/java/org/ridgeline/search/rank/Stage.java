package org.ridgeline.search.rank;

import org.ridgeline.search.decision.Calibration;
import org.ridgeline.search.kernel.ScanKernel;
import org.ridgeline.search.parallel.Workers;

/// What all stages of a search work with.
/// - **Shape** `line`: the score of a possible candidate
record Stage(
    Calibration calibration,
    ScanKernel kernel,
    CascadeSettings settings,
    Workers workers,
    RidgeSource ridges,
    int line) {
  /// The score from which on nothing can change what is said of a row.
  int conclusive() {
    return line + settings.stops().clear();
  }
}

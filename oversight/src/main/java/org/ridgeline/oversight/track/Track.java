package org.ridgeline.oversight.track;

import java.util.List;

/// What is known of one booking, case or jurisdiction, and what it adds to the counts. Immutable.
public sealed interface Track permits BookingTrack, CaseTrack, JurisdictionTrack {
  /// What it counts for: each cell once for each time it stands there.
  List<Cell> cells();

  /// Whether no fact can change its counts any more, so that it need not be kept.
  boolean isOver();
}

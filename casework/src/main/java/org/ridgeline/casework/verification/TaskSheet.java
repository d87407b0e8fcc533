package org.ridgeline.casework.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// An examiner's task: all they may know of it.
/// - **Shape** `taskId` made by lot for this person alone; `fingers` as finger position codes, in
///   an order by lot
public record TaskSheet(
    UUID taskId, boolean bySupervisor, List<Integer> fingers, Instant takenAt, Instant expiresAt) {
  public TaskSheet {
    fingers = List.copyOf(fingers);
  }

  /// How long the examiner has from taking it.
  public long minutesMax() {
    return Duration.between(takenAt, expiresAt).toMinutes();
  }
}

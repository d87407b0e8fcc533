package org.ridgeline.casework.casefile;

import java.time.Instant;

/// One line of a case's timeline.
/// - **Shape** `step` of [Step], or what was added to the case; `from` and `to` equal where the
///   state stayed
public record CaseEvent(
    Instant at, String actor, String role, String purpose, String step, Change change) {
  /// What an event did to the case's state, and what was said with it.
  public record Change(CaseState from, CaseState to, String note) {}
}

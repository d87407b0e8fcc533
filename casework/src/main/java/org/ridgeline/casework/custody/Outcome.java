package org.ridgeline.casework.custody;

import java.time.LocalDate;

/// What became of a case, since when, who says so, and under which programme.
/// - **Shape** `programme` one of the configured list's codes; `reason` why it takes the place of
///   an earlier one, empty for the first
/// - **Error** blank source or programme: IllegalArgumentException
public record Outcome(
    OutcomeKind kind, LocalDate on, String source, String programme, String reason) {
  public Outcome {
    if (source.isBlank() || programme.isBlank()) {
      throw new IllegalArgumentException(
          "source=\"" + source + "\" programme=\"" + programme + "\", neither may be blank");
    }
  }
}

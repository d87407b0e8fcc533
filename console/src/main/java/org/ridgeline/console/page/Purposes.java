package org.ridgeline.console.page;

import org.ridgeline.casework.desk.Limits;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.casework.desk.StatedPurpose;

/// How a purpose that somebody typed is taken, whatever it is stated for.
public final class Purposes {
  private Purposes() {}

  /// A purpose as it is kept.
  /// - **Error** empty, too long or of several lines: RefusedStep, by `refusal`, which says the
  ///   limit
  public static StatedPurpose checked(String purpose, ConsoleRefusal refusal) {
    return StatedPurpose.ofTyped(purpose)
        .orElseThrow(() -> new RefusedStep(refusal, Limits.PURPOSE_CHARS_MAX));
  }
}

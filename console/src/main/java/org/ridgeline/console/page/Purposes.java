package org.ridgeline.console.page;

import org.ridgeline.casework.desk.Limits;
import org.ridgeline.casework.desk.Refusal.Code;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.casework.desk.StatedPurpose;

/// How a purpose that somebody typed is taken, whatever it is stated for.
public final class Purposes {
  private Purposes() {}

  /// A purpose as it is kept.
  /// - **Error** empty, too long or of several lines: RefusedStep, with `todo`
  public static StatedPurpose checked(String purpose, String todo) {
    return StatedPurpose.ofTyped(purpose)
        .orElseThrow(() ->
            new RefusedStep(
                Code.INPUT,
                "A purpose has 1 to " + Limits.PURPOSE_CHARS_MAX + " characters on one line.",
                todo));
  }
}

package org.ridgeline.app.console;

import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.casework.desk.RefusedStep.Code;

/// What every stated purpose must be, whatever it is stated for.
final class Purposes {
  private Purposes() {}

  /// A purpose as it is kept.
  /// - **Error** empty, too long or of several lines: RefusedStep, with `todo`
  static String checked(String purpose, String todo) {
    String text = purpose.strip();
    if (text.isEmpty()
        || text.length() > Limits.PURPOSE_CHARS_MAX
        || text.chars().anyMatch(Character::isISOControl)) {
      throw new RefusedStep(
          Code.INPUT,
          "A purpose has 1 to " + Limits.PURPOSE_CHARS_MAX + " characters on one line.",
          todo);
    }
    return text;
  }
}

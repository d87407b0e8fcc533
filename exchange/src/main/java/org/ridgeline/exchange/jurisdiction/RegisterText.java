package org.ridgeline.exchange.jurisdiction;

import org.ridgeline.exchange.Limits;

/// What people write into the register: lines that anybody may read later.
final class RegisterText {
  private RegisterText() {}

  /// A text without blanks around it.
  /// - **Limit** 1..[Limits#JURISDICTION_TEXT_CHARS_MAX] characters
  /// - **Error** beyond, or with control characters: IllegalArgumentException
  static String checked(String field, String text) {
    return checked(field, text, Limits.JURISDICTION_TEXT_CHARS_MAX);
  }

  /// Why something is done, which goes into the ledger.
  static String reason(String text) {
    return checked("reason", text, Limits.ACTIVATION_REASON_CHARS_MAX);
  }

  static String checked(String field, String text, int charsMax) {
    String kept = text.strip();
    if (kept.isEmpty() || kept.length() > charsMax) {
      throw new IllegalArgumentException(
          field + ".length=" + kept.length() + " limit=1.." + charsMax);
    }
    if (kept.codePoints().anyMatch(RegisterText::isBad)) {
      throw new IllegalArgumentException(field + " expected without control characters");
    }
    return kept;
  }

  private static boolean isBad(int character) {
    return Character.isISOControl(character) && "\t\n\r".indexOf(character) < 0
        || Character.getType(character) == Character.SURROGATE;
  }
}

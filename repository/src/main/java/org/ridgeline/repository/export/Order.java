package org.ridgeline.repository.export;

import org.ridgeline.repository.Limits;

/// Who gets an export, and why. Both are kept for good.
/// - **Shape** `receiver`: an office or a company, not a person
/// - **Limit** [Limits#RECEIVER_CHARS_MAX], [Limits#REASON_CHARS_MAX], no control characters
/// - **Error** others: [ExportRefusedException]
public record Order(String receiver, String reason) {
  public Order {
    receiver = checked("receiver", receiver, Limits.RECEIVER_CHARS_MAX);
    reason = checked("reason", reason, Limits.REASON_CHARS_MAX);
  }

  private static String checked(String what, String text, int charsMax) {
    String clean = text.strip();
    if (clean.isEmpty() || clean.length() > charsMax) {
      throw new ExportRefusedException(
          what + " has " + clean.length() + " characters, expected 1.." + charsMax);
    }
    if (clean.chars().anyMatch(Character::isISOControl)) {
      throw new ExportRefusedException(what + " has line breaks or control characters");
    }
    return clean;
  }
}

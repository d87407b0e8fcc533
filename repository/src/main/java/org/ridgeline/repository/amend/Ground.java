package org.ridgeline.repository.amend;

import org.ridgeline.repository.AmendmentRefusedException;
import org.ridgeline.repository.Limits;

/// On whose word something is changed, and why. Both are kept for good: no names in them.
/// - **Shape** `authority`: the court order's number, or the office whose decision it is
/// - **Limit** [Limits#AUTHORITY_CHARS_MAX], [Limits#REASON_CHARS_MAX], no control characters
/// - **Error** others: [AmendmentRefusedException]
public record Ground(String authority, String reason) {
  public Ground {
    authority = checked("order number or authority", authority, Limits.AUTHORITY_CHARS_MAX);
    reason = checked("reason", reason, Limits.REASON_CHARS_MAX);
  }

  private static String checked(String what, String text, int charsMax) {
    String clean = text.strip();
    if (clean.isEmpty() || clean.length() > charsMax) {
      throw new AmendmentRefusedException(
          what + " has " + clean.length() + " characters, expected 1.." + charsMax);
    }
    if (clean.chars().anyMatch(Character::isISOControl)) {
      throw new AmendmentRefusedException(what + " has line breaks or control characters");
    }
    return clean;
  }
}

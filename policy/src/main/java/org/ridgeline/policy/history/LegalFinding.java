package org.ridgeline.policy.history;

import java.time.LocalDate;

/// That a person has examined a conviction and found it to be an aggravated felony, INA 101(a)(43).
/// No code or text makes one: without this record, nobody has found so.
/// - **Shape** `paragraph` of the definition, such as `101(a)(43)(F)`
public record LegalFinding(String paragraph, String foundBy, LocalDate foundOn) {
  public LegalFinding {
    if (!paragraph.matches("101\\(a\\)\\(43\\)\\([A-U]\\)")) {
      throw new IllegalArgumentException(
          "paragraph=\"" + paragraph + "\" expected 101(a)(43)(A) to (U)");
    }
    Limits.text("foundBy", foundBy);
  }
}

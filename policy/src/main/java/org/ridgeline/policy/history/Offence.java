package org.ridgeline.policy.history;

import java.util.Optional;

/// An offence as a record names it.
/// - **Shape** `code` four digits of the NCIC offence classification, the first two its family;
///   empty where the record gives text only, and never guessed from the text
/// - **Limit** text 1..[Limits#TEXT_CHARS_MAX] characters
public record Offence(Optional<String> code, String text, Grade grade) {
  public Offence {
    code.ifPresent(digits -> {
      if (!digits.matches("[0-9]{4}")) {
        throw new IllegalArgumentException("code=\"" + digits + "\" expected four digits");
      }
    });
    Limits.text("text", text);
  }

  /// An offence of which a record gives nothing but text.
  public static Offence ofText(String text) {
    return new Offence(Optional.empty(), text, Grade.UNKNOWN);
  }

  /// An offence by its code.
  public static Offence of(String code, String text, Grade grade) {
    return new Offence(Optional.of(code), text, grade);
  }

  /// As pages say it.
  public String words() {
    return text + code.map(digits -> " (" + digits + ")").orElse("") + ", " + grade.words();
  }
}

package org.ridgeline.vocabulary;

/// Originating agency identifier, 1.008 and 2.073: names an agency.
/// - **Limit** nine characters A..Z, 0..9
/// - **Error** anything else: IllegalArgumentException
public record Ori(String value) {
  public Ori {
    if (!isValid(value)) {
      throw new IllegalArgumentException("ORI \"" + value + "\" expected=nine of A..Z 0..9");
    }
  }

  /// Whether `text` has the form of an ORI.
  public static boolean isValid(String text) {
    return text.matches("[A-Z0-9]{9}");
  }

  @Override
  public String toString() {
    return value;
  }
}

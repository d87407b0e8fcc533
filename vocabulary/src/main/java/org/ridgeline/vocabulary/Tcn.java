package org.ridgeline.vocabulary;

/// Transaction control number, 1.009: the sender's own name for a transaction, unique per ORI.
/// - **Limit** 1..40 printable ASCII characters
/// - **Error** anything else: IllegalArgumentException
public record Tcn(String value) {
  public Tcn {
    if (!isValid(value)) {
      throw new IllegalArgumentException("TCN \"" + value + "\" expected=1..40 printable ASCII");
    }
  }

  /// Whether `text` has the form of a TCN.
  public static boolean isValid(String text) {
    return text.matches("[ -~]{1,40}") && !text.isBlank();
  }

  @Override
  public String toString() {
    return value;
  }
}

package org.ridgeline.vocabulary;

/// Transaction control number, 1.009: the sender's own name for a transaction, unique per ORI.
/// - **Limit** 1..40 printable ASCII characters
/// - **Error** anything else: IllegalArgumentException
public record Tcn(String value) {
  public Tcn {
    if (!value.matches("[ -~]{1,40}") || value.isBlank()) {
      throw new IllegalArgumentException("TCN \"" + value + "\" expected=1..40 printable ASCII");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}

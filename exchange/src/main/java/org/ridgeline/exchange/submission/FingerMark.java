package org.ridgeline.exchange.submission;

/// Whether a finger can be on a card at all.
/// - **Source** EBTS 2.084 AMP: XX amputated, UP unable to print
public enum FingerMark {
  /// It is there, whatever the card says.
  PRINTED("printed"),
  AMPUTATED("XX"),
  UNABLE("UP");

  private final String code;

  FingerMark(String code) {
    this.code = code;
  }

  /// The code of 2.084, or a word of ours where that has none.
  public String code() {
    return code;
  }

  /// The mark of a code; none of that code: IllegalArgumentException.
  public static FingerMark ofCode(String code) {
    for (FingerMark mark : values()) {
      if (mark.code.equals(code)) {
        return mark;
      }
    }
    throw new IllegalArgumentException("mark=" + code + " expected=printed, XX, UP");
  }
}

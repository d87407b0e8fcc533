package org.ridgeline.codec.itl;

/// Text that is a number.
final class Digits {
  private Digits() {}

  /// A number of up to nine digits, leading zeros allowed; -1 for anything else.
  static int number(String text) {
    if (text.isEmpty() || text.length() > Limits.TAG_DIGITS_MAX) {
      return -1;
    }
    int n = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      n = 10 * n + c - '0';
    }
    return n;
  }
}

package org.ridgeline.codec.jpeg2000;

/// The bits of passes that bypass the arithmetic coder: behind a byte of ones, a byte has seven.
/// Behind the end, ones follow.
/// - **Source** ISO/IEC 15444-1 D.6
final class BareBits {
  private byte[] data = {};
  private int at;
  private int end;
  private int current;
  private int left;

  void start(byte[] from, int first, int behind) {
    data = from;
    at = first;
    end = behind;
    current = 0;
    left = 0;
  }

  int bit() {
    if (left == 0) {
      left = current == 0xFF ? 7 : 8;
      current = at < end ? data[at++] & 0xFF : 0xFF;
    }
    left--;
    return current >> left & 1;
  }
}

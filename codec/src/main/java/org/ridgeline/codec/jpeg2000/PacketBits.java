package org.ridgeline.codec.jpeg2000;

/// The bits of packet headers: behind a byte of ones, a byte has seven bits.
/// - **Error** reading beyond the end: [Jpeg2000Refusal] with the place
/// - **Source** ISO/IEC 15444-1 B.10.1
final class PacketBits {
  private final byte[] data;
  private int at;
  private int end;
  private int current;
  private int left;

  PacketBits(byte[] data) {
    this.data = data;
  }

  byte[] data() {
    return data;
  }

  /// Begins a header; none is read beyond `to`.
  void start(int from, int to) {
    at = from;
    end = to;
    current = 0;
    left = 0;
  }

  int bit() throws Jpeg2000Refusal {
    if (left == 0) {
      next();
    }
    left--;
    return current >> left & 1;
  }

  int bits(int count) throws Jpeg2000Refusal {
    int value = 0;
    for (int i = 0; i < count; i++) {
      value = value << 1 | bit();
    }
    return value;
  }

  /// Ends the header; gives where the next byte stands.
  int align() throws Jpeg2000Refusal {
    if (current == 0xFF) {
      next();
    }
    left = 0;
    return at;
  }

  private void next() throws Jpeg2000Refusal {
    if (at >= end) {
      throw Jpeg2000Refusal.unreadable(at, "a whole packet header", "the end of the data");
    }
    left = current == 0xFF ? 7 : 8;
    current = data[at++] & 0xFF;
  }
}

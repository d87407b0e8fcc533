package org.ridgeline.codec.jpeg2000;

/// A cursor over a run of bytes, such as the contents of one marker segment or box.
/// - **Error** reading beyond the end: [Jpeg2000Refusal] with the place
final class Segment {
  private final byte[] data;
  private final int end;
  private int at;

  Segment(byte[] data, int from, int end) {
    this.data = data;
    this.at = from;
    this.end = end;
  }

  int at() {
    return at;
  }

  int left() {
    return end - at;
  }

  void skip(int bytes) throws Jpeg2000Refusal {
    demand(bytes);
    at += bytes;
  }

  int uint8() throws Jpeg2000Refusal {
    demand(1);
    return data[at++] & 0xFF;
  }

  int uint16() throws Jpeg2000Refusal {
    demand(2);
    return (data[at++] & 0xFF) << 8 | data[at++] & 0xFF;
  }

  long uint32() throws Jpeg2000Refusal {
    return (long) uint16() << 16 | uint16();
  }

  /// The next two bytes, which stay; -1 where there are none.
  int peek16() {
    return left() < 2 ? -1 : (data[at] & 0xFF) << 8 | data[at + 1] & 0xFF;
  }

  private void demand(int bytes) throws Jpeg2000Refusal {
    if (bytes < 0 || bytes > end - at) {
      throw Jpeg2000Refusal.unreadable(at, bytes + " more bytes", left() + " before the end");
    }
  }
}

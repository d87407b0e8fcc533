package org.ridgeline.codec.image;

/// The coded bits of a lossless JPEG's scan; they end where a marker begins.
/// - **Source** ISO/IEC 10918-1 F.2.2.5 (bits), E.1.4 (restarts), H.1.2.1 (differences)
final class LosslessJpegScan {
  private static final int MARKER = 0xFF;
  private static final int RESTART = 0xD0;
  private static final int RESTARTS = 8;
  private static final int SIZE_MAX = 16;
  private static final int PADDING_MAX = 8;

  private final byte[] data;
  private final LosslessJpegTable table;
  private int at;
  private int held;
  private int heldBits;
  private int restarts;

  LosslessJpegScan(byte[] data, int from, LosslessJpegTable table) {
    this.data = data;
    this.at = from;
    this.table = table;
  }

  /// The next sample's difference from what it is predicted to be.
  int difference() throws ImageRefusal {
    int size = size();
    if (size == 0) {
      return 0;
    }
    if (size == SIZE_MAX) {
      return 1 << SIZE_MAX - 1;
    }
    int value = 0;
    for (int i = 0; i < size; i++) {
      value = value << 1 | bit();
    }
    return value >= 1 << size - 1 ? value : value - (1 << size) + 1;
  }

  private int size() throws ImageRefusal {
    int code = 0;
    for (int bits = 1; bits <= LosslessJpegTable.LENGTHS; bits++) {
      code = code << 1 | bit();
      int size = table.size(code, bits);
      if (size >= 0) {
        return size;
      }
    }
    throw ImageRefusal.unreadable(at, "a code of the Huffman table", "none in 16 bits");
  }

  private int bit() throws ImageRefusal {
    if (heldBits == 0) {
      fill();
    }
    heldBits--;
    return held >> heldBits & 1;
  }

  private void fill() throws ImageRefusal {
    if (at >= data.length) {
      throw ImageRefusal.unreadable(at, "coded data of all samples", "the end of the data");
    }
    int next = data[at] & 0xFF;
    if (next == MARKER) {
      int after = at + 1 < data.length ? data[at + 1] & 0xFF : MARKER;
      if (after != 0) {
        throw ImageRefusal.unreadable(
            at, "coded data of all samples", String.format("marker FF%02X", after));
      }
      at++;
    }
    at++;
    held = next;
    heldBits = 8;
  }

  /// Passes the restart marker that is next in their order.
  void restart() throws ImageRefusal {
    int expected = RESTART + restarts % RESTARTS;
    if (!isMarker(expected)) {
      throw ImageRefusal.unreadable(
          at, String.format("restart marker FF%02X", expected), "other data");
    }
    heldBits = 0;
    restarts++;
    at += 2;
  }

  private boolean isMarker(int marker) {
    return at + 1 < data.length && (data[at] & 0xFF) == MARKER && (data[at + 1] & 0xFF) == marker;
  }

  /// Whether the marker follows; some bytes of padding may stand before it.
  /// - **Error** other coded data, or another marker: [ImageRefusal]
  boolean ends(int marker) throws ImageRefusal {
    int from = at;
    while (at < data.length && at - from <= PADDING_MAX && !isMarker(marker)) {
      int after = at + 1 < data.length ? data[at + 1] & 0xFF : 0;
      boolean other = (data[at] & 0xFF) == MARKER && after != 0 && after != MARKER;
      if (other || at - from == PADDING_MAX) {
        throw ImageRefusal.unreadable(
            from, String.format("marker FF%02X behind all samples", marker), "more data");
      }
      at++;
    }
    return at < data.length;
  }
}

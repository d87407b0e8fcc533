package org.ridgeline.vocabulary;

/// Reads what [BitEncoder] wrote.
/// - **Error** more asked for than was written: IllegalArgumentException
final class BitDecoder {
  /// The decoder looks a little ahead of what it gives.
  private static final int AHEAD = 8;

  private final byte[] bytes;
  private int at;
  private int range = -1;
  private int code;

  BitDecoder(byte[] bytes, int from) {
    this.bytes = bytes;
    at = from;
    for (int i = 0; i < 5; i++) {
      code = code << 8 | next();
    }
  }

  int symbol(short[] odds, int bits) {
    int node = 1;
    for (int i = 0; i < bits; i++) {
      node = node << 1 | bit(odds, node);
    }
    return node - (1 << bits);
  }

  private int bit(short[] odds, int at) {
    int bound = (range >>> BitEncoder.ONE_BITS) * odds[at];
    int bit;
    if (Integer.compareUnsigned(code, bound) < 0) {
      range = bound;
      odds[at] += (short) ((1 << BitEncoder.ONE_BITS) - odds[at] >> BitEncoder.LEARN_SHIFT);
      bit = 0;
    } else {
      code -= bound;
      range -= bound;
      odds[at] -= (short) (odds[at] >> BitEncoder.LEARN_SHIFT);
      bit = 1;
    }
    while (Integer.compareUnsigned(range, BitEncoder.TOP) < 0) {
      range <<= 8;
      code = code << 8 | next();
    }
    return bit;
  }

  private int next() {
    if (at >= bytes.length + AHEAD) {
      throw new IllegalArgumentException("ridges end early, bytes=" + bytes.length);
    }
    int next = at < bytes.length ? bytes[at] & 0xFF : 0;
    at++;
    return next;
  }
}

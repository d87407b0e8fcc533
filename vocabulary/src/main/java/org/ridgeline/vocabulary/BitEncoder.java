package org.ridgeline.vocabulary;

import java.io.ByteArrayOutputStream;

/// Writes decisions between 0 and 1 in as many bits as they surprise: a range coder, the binary one
/// of LZMA, with probabilities that learn as they go.
/// - **Source** G. N. N. Martin, Range encoding: an algorithm for removing redundancy from a
///   digitised message, 1979; the LZMA specification
final class BitEncoder {
  static final int ONE_BITS = 11;
  static final short EVEN = 1 << ONE_BITS - 1;
  static final int LEARN_SHIFT = 4;
  static final int TOP = 1 << 24;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private long low;
  private int range = -1;
  private int cached;
  private long pending = 1;

  /// Writes a symbol of so many bits, the highest first; `odds` has `1 << bits` places.
  void symbol(short[] odds, int bits, int symbol) {
    int node = 1;
    for (int i = bits - 1; i >= 0; i--) {
      int bit = symbol >> i & 1;
      bit(odds, node, bit);
      node = node << 1 | bit;
    }
  }

  private void bit(short[] odds, int at, int bit) {
    int bound = (range >>> ONE_BITS) * odds[at];
    if (bit == 0) {
      range = bound;
      odds[at] += (short) ((1 << ONE_BITS) - odds[at] >> LEARN_SHIFT);
    } else {
      low += Integer.toUnsignedLong(bound);
      range -= bound;
      odds[at] -= (short) (odds[at] >> LEARN_SHIFT);
    }
    while (Integer.compareUnsigned(range, TOP) < 0) {
      range <<= 8;
      shift();
    }
  }

  private void shift() {
    if (low < 0xFF00_0000L || low > 0xFFFF_FFFFL) {
      int carry = (int) (low >>> 32);
      int next = cached;
      do {
        out.write(next + carry);
        next = 0xFF;
        pending--;
      } while (pending != 0);
      cached = (int) (low >>> 24) & 0xFF;
    }
    pending++;
    low = (low & 0x00FF_FFFFL) << 8;
  }

  /// All that was written.
  byte[] bytes() {
    for (int i = 0; i < 5; i++) {
      shift();
    }
    return out.toByteArray();
  }
}

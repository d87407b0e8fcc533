package org.ridgeline.search.gallery;

import java.lang.foreign.MemorySegment;
import org.ridgeline.search.kernel.CodeLayout;

/// The signs of a signature, one bit a dimension: what a whole gallery is scanned by.
/// - **Layout** bit `i % 64` (0 the lowest) of word `i / 64` is set where dimension `i` is above 0
public final class SignCode {
  /// 64-bit words of a finger's code.
  public static final int WORDS = CodeLayout.WORDS;

  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long LOW_BITS = ~HIGH_BITS;

  private SignCode() {}

  /// One word of the code of a signature.
  public static long word(byte[] signature, int word) {
    long bits = 0;
    for (int i = 0; i < Long.SIZE; i++) {
      if (signature[word * Long.SIZE + i] > 0) {
        bits |= 1L << i;
      }
    }
    return bits;
  }

  /// One word of the code of the signature at an offset, eight dimensions at a time.
  static long word(MemorySegment bytes, long signatureAt, int word) {
    long bits = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      long eight = bytes.get(FileFormat.LONG, signatureAt + (long) word * Long.SIZE + i * 8L);
      long above0 = ((eight & LOW_BITS) + LOW_BITS) & ~eight & HIGH_BITS;
      bits |= Long.compress(above0, HIGH_BITS) << i * 8;
    }
    return bits;
  }
}

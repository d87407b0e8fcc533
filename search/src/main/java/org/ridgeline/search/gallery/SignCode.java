package org.ridgeline.search.gallery;

/// The signs of a signature, one bit a dimension: what a whole gallery is scanned by.
/// - **Layout** bit `i % 64` (0 the lowest) of word `i / 64` is set where dimension `i` is above 0
public final class SignCode {
  /// 64-bit words of a finger's code.
  public static final int WORDS = StoredFinger.SIGNATURE_BYTES / Long.SIZE;

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
}

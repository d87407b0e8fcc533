package org.ridgeline.search.kernel;

/// How codes lie in memory: what [ScanKernel] reads and a gallery writes.
///
/// Encounters come in superblocks of [#SUPERBLOCK]. In a superblock, finger after finger (finger
/// position code less 1); in a finger, blocks of [#LANES] encounters; in a block, word after word;
/// in a word, one 64-bit value an encounter. So a scan reads 8 KiB in a row for each finger it has,
/// nothing for those it has not, and eight encounters fill one 512-bit register.
/// - **Unit** bytes; 64-bit values little-endian
public final class CodeLayout {
  /// Encounters side by side.
  public static final int LANES = 8;

  /// Encounters of a superblock.
  public static final int SUPERBLOCK = 512;

  /// Fingers of an encounter, there or not.
  public static final int FINGERS = 10;

  /// Dimensions of a signature, a bit each in its code.
  public static final int DIMENSIONS = 128;

  /// 64-bit words of a finger's code.
  public static final int WORDS = DIMENSIONS / Long.SIZE;

  /// Bytes of one finger of all encounters of a superblock.
  public static final int FINGER_BYTES = SUPERBLOCK * WORDS * Long.BYTES;

  /// Bytes of a superblock.
  public static final int SUPERBLOCK_BYTES = FINGERS * FINGER_BYTES;

  /// In an encounter's mask: it is there and has not been removed.
  public static final int LIVE = 1 << 15;

  /// In an encounter's mask: its fingers, bit 0 the right thumb.
  public static final int ALL_FINGERS = (1 << FINGERS) - 1;

  /// The mask of an encounter with all fingers.
  public static final int WHOLE = LIVE | ALL_FINGERS;

  private CodeLayout() {}

  /// Where a word of an encounter's finger lies, from the start of the codes.
  public static long offset(int row, int finger, int word) {
    int within = row % SUPERBLOCK;
    return (long) (row / SUPERBLOCK) * SUPERBLOCK_BYTES
        + (long) finger * FINGER_BYTES
        + (long) (within / LANES) * LANES * WORDS * Long.BYTES
        + (long) word * LANES * Long.BYTES
        + (long) (within % LANES) * Long.BYTES;
  }
}

package org.ridgeline.codec.jpeg2000;

/// How the samples of a component are coded in a tile.
/// - **Shape** `precincts` has a byte for each resolution, the exponent of the width in its lower
///   half, that of the height above; none: 15 for all
/// - **Source** ISO/IEC 15444-1 A.6.1, A.6.2, tables A.15 to A.21
@SuppressWarnings("ArrayRecordComponent")
record CodingStyle(
    int levels,
    int blockWidthExponent,
    int blockHeightExponent,
    int blockStyle,
    boolean isReversible,
    byte[] precincts) {
  /// Passes are bare bits from the fifth bit plane on, but for cleanup passes.
  static final int BYPASS = 1;

  /// Contexts start anew with each pass.
  static final int RESET = 2;

  /// Each pass ends its codeword segment.
  static final int TERMINATE_ALL = 4;

  /// A stripe knows nothing of the one below.
  static final int VERTICALLY_CAUSAL = 8;

  /// Each cleanup pass ends with four known symbols.
  static final int SEGMENTATION_SYMBOLS = 32;

  private static final int LEVELS_MAX = 32;
  private static final int STYLES = 0x3F;
  private static final int BLOCK_EXPONENT_MAX = 10;
  private static final int BLOCK_EXPONENTS_MAX = 12;
  private static final int PRECINCT_EXPONENT_MAX = 15;

  static CodingStyle read(Segment segment, boolean withPrecincts) throws Jpeg2000Refusal {
    int place = segment.at();
    int levels = segment.uint8();
    int width = segment.uint8() + 2;
    int height = segment.uint8() + 2;
    int style = segment.uint8();
    int transform = segment.uint8();
    if (levels > LEVELS_MAX
        || Math.max(width, height) > BLOCK_EXPONENT_MAX
        || width + height > BLOCK_EXPONENTS_MAX) {
      throw Jpeg2000Refusal.unreadable(
          place,
          "0..32 levels, code blocks of 4 to 1024 by 4 to 1024, 4096 samples at most",
          levels + " levels, exponents " + width + " and " + height);
    }
    if (style > STYLES || transform > 1) {
      throw Jpeg2000Refusal.unsupported(
          place + 3,
          "code blocks and wavelets of part 1",
          "style " + style + ", transform " + transform);
    }
    byte[] precincts = withPrecincts ? precincts(segment, levels) : new byte[0];
    return new CodingStyle(levels, width, height, style, transform == 1, precincts);
  }

  private static byte[] precincts(Segment segment, int levels) throws Jpeg2000Refusal {
    byte[] precincts = new byte[levels + 1];
    for (int r = 0; r <= levels; r++) {
      int size = segment.uint8();
      if (r > 0 && ((size & 0xF) == 0 || size >> 4 == 0)) {
        throw Jpeg2000Refusal.unreadable(
            segment.at() - 1, "precincts of two samples or more", String.valueOf(size));
      }
      precincts[r] = (byte) size;
    }
    return precincts;
  }

  int precinctWidthExponent(int resolution) {
    return precincts.length == 0 ? PRECINCT_EXPONENT_MAX : precincts[resolution] & 0xF;
  }

  int precinctHeightExponent(int resolution) {
    return precincts.length == 0 ? PRECINCT_EXPONENT_MAX : precincts[resolution] >> 4 & 0xF;
  }

  boolean has(int style) {
    return (blockStyle & style) != 0;
  }
}

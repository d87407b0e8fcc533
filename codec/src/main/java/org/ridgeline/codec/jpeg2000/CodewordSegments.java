package org.ridgeline.codec.jpeg2000;

/// Which coding passes of a code block share one codeword segment.
///
/// Passes count from 0, a cleanup pass; from then on three make a bit plane: significance
/// propagation, magnitude refinement, cleanup.
/// - **Source** ISO/IEC 15444-1 D.4, D.6, table D.9
final class CodewordSegments {
  private static final int NO_END = Integer.MAX_VALUE;

  /// The first pass that bypass can make bare bits, in the fifth bit plane.
  private static final int FIRST_BARE = 10;

  private CodewordSegments() {}

  static boolean isCleanup(int pass) {
    return pass % 3 == 0;
  }

  static boolean isBare(CodingStyle coding, int pass) {
    return coding.has(CodingStyle.BYPASS) && pass >= FIRST_BARE && !isCleanup(pass);
  }

  /// The pass behind the last of the segment that a pass belongs to.
  static int end(CodingStyle coding, int pass) {
    if (coding.has(CodingStyle.TERMINATE_ALL)) {
      return pass + 1;
    }
    if (!coding.has(CodingStyle.BYPASS)) {
      return NO_END;
    }
    if (pass < FIRST_BARE) {
      return FIRST_BARE;
    }
    return isCleanup(pass) ? pass + 1 : pass / 3 * 3 + 3;
  }
}

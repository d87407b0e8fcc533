package org.ridgeline.codec.jpeg2000;

/// The steps that a component's subbands are quantised by.
/// - **Shape** a step for each subband, lowest first: exponent in the upper five of 16 bits,
///   mantissa in the lower eleven; a single one if the others are derived of it
/// - **Source** ISO/IEC 15444-1 A.6.4, A.6.5, E.1
@SuppressWarnings("ArrayRecordComponent")
record Quantisation(boolean isDerived, int guardBits, int[] steps) {
  private static final int STEPS_MAX = 97;
  private static final int MANTISSA_BITS = 11;
  private static final int MANTISSA = (1 << MANTISSA_BITS) - 1;

  static Quantisation read(Segment segment) throws Jpeg2000Refusal {
    int place = segment.at();
    int style = segment.uint8();
    int kind = style & 0x1F;
    if (kind > 2) {
      throw Jpeg2000Refusal.unreadable(place, "a quantisation style 0..2", String.valueOf(kind));
    }
    int count = Math.min(STEPS_MAX, kind == 0 ? segment.left() : segment.left() / 2);
    if (kind == 1) {
      count = Math.min(count, 1);
    }
    if (count == 0) {
      throw Jpeg2000Refusal.unreadable(place, "a quantisation step", "none");
    }
    int[] steps = new int[count];
    for (int i = 0; i < count; i++) {
      steps[i] = kind == 0 ? segment.uint8() >> 3 << MANTISSA_BITS : segment.uint16();
    }
    return new Quantisation(kind == 1, style >> 5, steps);
  }

  /// Whether all subbands of so many levels have a step.
  boolean reaches(int levels) {
    return isDerived || steps.length >= 3 * levels + 1;
  }

  /// - **Shape** `subband` counts from the lowest; each resolution but the first has three
  int exponent(int subband) {
    return isDerived
        ? Math.max(0, (steps[0] >> MANTISSA_BITS) - (subband == 0 ? 0 : (subband - 1) / 3))
        : steps[subband] >> MANTISSA_BITS;
  }

  int bitPlanes(int subband) {
    return guardBits + exponent(subband) - 1;
  }

  /// Width of the step for samples of so many bits, the subband's gain included.
  /// - **Source** ISO/IEC 15444-1 equation E-3
  double width(int subband, int bits) {
    double mantissa = 1 + (double) (steps[isDerived ? 0 : subband] & MANTISSA) / (MANTISSA + 1);
    return Math.scalb(mantissa, bits - exponent(subband));
  }
}

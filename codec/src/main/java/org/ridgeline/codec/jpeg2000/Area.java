package org.ridgeline.codec.jpeg2000;

/// A rectangle of a grid: from its left upper corner up to, and without, its right lower one.
/// - **Limit** coordinates from 0 to 2^31 - 1
record Area(int x0, int y0, int x1, int y1) {
  int width() {
    return Math.max(0, x1 - x0);
  }

  int height() {
    return Math.max(0, y1 - y0);
  }

  boolean isEmpty() {
    return x1 <= x0 || y1 <= y0;
  }

  /// The same area where only each 2^`steps`-th sample is left.
  Area reduced(int steps) {
    return new Area(
        ceilShift(x0, steps), ceilShift(y0, steps), ceilShift(x1, steps), ceilShift(y1, steps));
  }

  /// The samples of a subband that `steps` decompositions made of this area.
  /// - **Source** ISO/IEC 15444-1 equation B-15
  Area subband(int steps, boolean highAcross, boolean highDown) {
    long half = 1L << (steps - 1);
    long dx = highAcross ? half : 0;
    long dy = highDown ? half : 0;
    return new Area(
        ceilShift(x0 - dx, steps),
        ceilShift(y0 - dy, steps),
        ceilShift(x1 - dx, steps),
        ceilShift(y1 - dy, steps));
  }

  static int ceilShift(long value, int steps) {
    return (int) ((value + (1L << steps) - 1) >> steps);
  }
}

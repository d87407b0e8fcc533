package org.ridgeline.extract.slap;

/// How large the last joint of a finger is on a slap: a child's little finger to a large thumb.
/// - **Unit** cells, 62.5 an inch; `area` in square cells
record FingerSize(int widthMax, int heightMax) {
  static final int WIDTH_MIN = cells(0.26);
  static final int HEIGHT_MIN = cells(0.34);
  static final int AREA_MIN = (int) (0.10 * SlapCells.PER_INCH * SlapCells.PER_INCH);

  /// Narrowest shape that may be two fingers side by side.
  static final int PAIR_MIN = cells(0.80);

  static FingerSize of(SlapKind kind) {
    return switch (kind) {
      case RIGHT_FOUR, LEFT_FOUR -> new FingerSize(cells(1.10), cells(1.10));
      case THUMBS -> new FingerSize(cells(1.45), cells(1.35));
    };
  }

  static int cells(double inches) {
    return (int) Math.round(inches * SlapCells.PER_INCH);
  }
}

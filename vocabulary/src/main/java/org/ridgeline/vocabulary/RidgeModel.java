package org.ridgeline.vocabulary;

import java.util.Arrays;

/// What is kept of each cell, in whole numbers, and what is foretold of a cell by those before it:
/// the writer and the reader of packed ridges share it, so both foretell the same.
/// - **Shape** of each cell: `inside`; `course` in [#COURSES] steps of a half turn; `period` in
///   [#PERIODS] steps; `phase` in [#PHASES] steps of a turn; `size` in [#SIZES] steps
final class RidgeModel {
  static final int COURSE_BITS = 6;
  static final int COURSES = 1 << COURSE_BITS;
  static final int PERIOD_BITS = 4;
  static final int PERIODS = 1 << PERIOD_BITS;
  static final int KINDS = COURSES * PERIODS;
  static final int PHASE_BITS = 5;
  static final int PHASES = 1 << PHASE_BITS;
  static final int SIZE_BITS = 3;
  static final int SIZES = 1 << SIZE_BITS;

  private static final float TURN = (float) (2 * Math.PI);
  private static final double PERIOD_LEAST = 5.2;
  private static final double PERIOD_RATIO = 1.066;
  private static final float[] WAVE_X = new float[KINDS];
  private static final float[] WAVE_Y = new float[KINDS];

  static {
    for (int c = 0; c < COURSES; c++) {
      for (int p = 0; p < PERIODS; p++) {
        double number = 2 * Math.PI / periodPx(p);
        double angle = Math.PI * c / COURSES;
        // A filter's phase falls along its normal as the wave's own grows.
        WAVE_X[c * PERIODS + p] = (float) (number * StrictMath.sin(angle));
        WAVE_Y[c * PERIODS + p] = (float) (-number * StrictMath.cos(angle));
      }
    }
  }

  private static final float[] SIZE = {0, 0.2f, 0.36f, 0.5f, 0.62f, 0.72f, 0.8f, 0.88f};

  final int columns;
  final int rows;
  final boolean[] inside;
  final int[] course;
  final int[] period;
  final int[] phase;
  final int[] size;
  final short[][] insideOdds = odds(16, 1);
  final short[][] courseOdds = odds(3, COURSE_BITS);
  final short[][] periodOdds = odds(3, PERIOD_BITS);
  final short[][] phaseOdds = odds(3 * SIZES, PHASE_BITS);
  final short[][] sizeOdds = odds(SIZES + 1, SIZE_BITS);

  RidgeModel(int columns, int rows) {
    this.columns = columns;
    this.rows = rows;
    int all = columns * rows;
    inside = new boolean[all];
    course = new int[all];
    period = new int[all];
    phase = new int[all];
    size = new int[all];
  }

  private static short[][] odds(int contexts, int bits) {
    short[][] odds = new short[contexts][1 << bits];
    for (short[] one : odds) {
      Arrays.fill(one, BitEncoder.EVEN);
    }
    return odds;
  }

  static float periodPx(int step) {
    return (float) (PERIOD_LEAST * StrictMath.pow(PERIOD_RATIO, step));
  }

  static int periodStep(float px) {
    double step = StrictMath.log(px / PERIOD_LEAST) / StrictMath.log(PERIOD_RATIO);
    return (int) Math.clamp(Math.round(step), 0L, PERIODS - 1);
  }

  static float sizeOf(int step) {
    return SIZE[step];
  }

  static int sizeStep(float value) {
    int best = 0;
    for (int i = 1; i < SIZES; i++) {
      if (Math.abs(SIZE[i] - value) < Math.abs(SIZE[best] - value)) {
        best = i;
      }
    }
    return best;
  }

  /// Which of [#KINDS] waves a cell has, by its course and period.
  int kind(int cell) {
    return course[cell] * PERIODS + period[cell];
  }

  /// A kind's change of phase for a pixel to the right, radians.
  static float waveX(int kind) {
    return WAVE_X[kind];
  }

  /// A kind's change of phase for a pixel down.
  static float waveY(int kind) {
    return WAVE_Y[kind];
  }

  static boolean areOpposed(int one, int other) {
    return Math.abs(one - other) > COURSES / 2;
  }

  private boolean isInside(int x, int y) {
    return x >= 0 && y >= 0 && x < columns && inside[y * columns + x];
  }

  /// Which of the four neighbours before a cell are inside: a context.
  int insideContext(int x, int y) {
    return (isInside(x - 1, y) ? 1 : 0)
        + (isInside(x, y - 1) ? 2 : 0)
        + (isInside(x - 1, y - 1) ? 4 : 0)
        + (isInside(x + 1, y - 1) ? 8 : 0);
  }

  /// How many of the two nearest are known.
  int known(int x, int y) {
    return (isInside(x - 1, y) ? 1 : 0) + (isInside(x, y - 1) ? 1 : 0);
  }

  int courseForetold(int x, int y) {
    int at = y * columns + x;
    if (isInside(x - 1, y) && isInside(x, y - 1)) {
      int left = course[at - 1];
      int apart = Math.floorMod(course[at - columns] - left + COURSES / 2, COURSES) - COURSES / 2;
      return Math.floorMod(left + Math.floorDiv(apart, 2), COURSES);
    }
    return isInside(x - 1, y) ? course[at - 1] : isInside(x, y - 1) ? course[at - columns] : 0;
  }

  int periodForetold(int x, int y) {
    int at = y * columns + x;
    if (isInside(x - 1, y) && isInside(x, y - 1)) {
      return (period[at - 1] + period[at - columns]) / 2;
    }
    return isInside(x - 1, y) ? period[at - 1] : isInside(x, y - 1) ? period[at - columns] : 8;
  }

  int sizeContext(int x, int y) {
    int at = y * columns + x;
    if (isInside(x - 1, y) && isInside(x, y - 1)) {
      return (size[at - 1] + size[at - columns]) / 2;
    }
    return isInside(x - 1, y) ? size[at - 1] : isInside(x, y - 1) ? size[at - columns] : SIZES;
  }

  /// The phase that the neighbours' waves have here; the cell's own course and period are known.
  int phaseForetold(int x, int y) {
    int at = y * columns + x;
    float real = 0;
    float imaginary = 0;
    if (isInside(x - 1, y)) {
      float moved = moved(at - 1, at, true);
      real += cosine(moved);
      imaginary += sine(moved);
    }
    if (isInside(x, y - 1)) {
      float moved = moved(at - columns, at, false);
      real += cosine(moved);
      imaginary += sine(moved);
    }
    float turns = Angle.of(imaginary, real) / TURN;
    return Math.floorMod(Math.round(turns * PHASES), PHASES);
  }

  private float moved(int from, int to, boolean isAcross) {
    boolean isOpposed = areOpposed(course[from], course[to]);
    float there = TURN * phase[from] / PHASES;
    float step = isAcross ? waveX(kind(from)) : waveY(kind(from));
    float here = isAcross ? waveX(kind(to)) : waveY(kind(to));
    float mean = (here + (isOpposed ? -step : step)) / 2;
    return (isOpposed ? -there : there) + RidgeCells.SIDE_PX * mean;
  }

  private static float cosine(float angle) {
    return (float) StrictMath.cos(angle);
  }

  private static float sine(float angle) {
    return (float) StrictMath.sin(angle);
  }
}

package org.ridgeline.search.compare;

/// Cubic B-splines with knots [#KNOT_PX] pixels apart: four weights along each axis, and their
/// slopes.
/// - **Shape** the knot before a place has the first weight
final class Spline {
  static final int KNOT_PX = 40;

  /// Cells of the lattice between two knots.
  private static final int CELLS = KNOT_PX / ReadyPrint.CELL;

  /// Weights and slopes of cell centres, by their place between two knots.
  private static final float[][] CENTRE = new float[CELLS][4];

  private static final float[][] CENTRE_SLOPE = new float[CELLS][4];

  static {
    for (int i = 0; i < CELLS; i++) {
      float t = (ReadyPrint.CELL * i + 4) / (float) KNOT_PX;
      weigh(t, CENTRE[i], CENTRE_SLOPE[i]);
    }
  }

  private final float[] ownAcross = new float[4];
  private final float[] ownDown = new float[4];
  private final float[] ownAcrossSlope = new float[4];
  private final float[] ownDownSlope = new float[4];
  float[] across = ownAcross;
  float[] down = ownDown;
  float[] acrossSlope = ownAcrossSlope;
  float[] downSlope = ownDownSlope;
  int column;
  int row;

  /// Knots for so many pixels.
  static int knots(int pixels) {
    return pixels / KNOT_PX + 4;
  }

  /// Weighs for a place, which must not be negative.
  void at(float x, float y) {
    float fx = x / KNOT_PX;
    float fy = y / KNOT_PX;
    column = (int) fx;
    row = (int) fy;
    across = ownAcross;
    acrossSlope = ownAcrossSlope;
    down = ownDown;
    downSlope = ownDownSlope;
    weigh(fx - column, across, acrossSlope);
    weigh(fy - row, down, downSlope);
  }

  /// Weighs for the centre of a cell of the lattice.
  void atCell(int x, int y) {
    column = x / CELLS;
    row = y / CELLS;
    across = CENTRE[x % CELLS];
    acrossSlope = CENTRE_SLOPE[x % CELLS];
    down = CENTRE[y % CELLS];
    downSlope = CENTRE_SLOPE[y % CELLS];
  }

  private static void weigh(float t, float[] weight, float[] slope) {
    float u = 1 - t;
    weight[0] = u * u * u / 6;
    weight[1] = (3 * t * t * t - 6 * t * t + 4) / 6;
    weight[2] = (-3 * t * t * t + 3 * t * t + 3 * t + 1) / 6;
    weight[3] = t * t * t / 6;
    slope[0] = -u * u / 2 / KNOT_PX;
    slope[1] = (3 * t * t - 4 * t) / 2 / KNOT_PX;
    slope[2] = (-3 * t * t + 2 * t + 1) / 2 / KNOT_PX;
    slope[3] = t * t / 2 / KNOT_PX;
  }
}

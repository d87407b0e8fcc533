package org.ridgeline.search.compare;

/// Cubic B-splines with knots [#KNOT_PX] pixels apart: four weights along each axis, and their
/// slopes.
/// - **Shape** the knot before a place has the first weight
final class Spline {
  static final int KNOT_PX = 40;

  final float[] across = new float[4];
  final float[] down = new float[4];
  final float[] acrossSlope = new float[4];
  final float[] downSlope = new float[4];
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
    weigh(fx - column, across, acrossSlope);
    weigh(fy - row, down, downSlope);
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

package org.ridgeline.extract.ridge;

import org.ridgeline.extract.ridge.CourseField.Zero;
import org.ridgeline.vocabulary.RidgeWaves;

/// The course of ridges as the slopes of the wave have it: at every second pixel, and smoothed over
/// a ridge only, where cells are smoothed over two or three.
/// - **Unit** zeros in pixels
record WaveSlopes(RidgeWaves waves) {
  private static final double STEP = RidgeWaves.STEP_PX;

  /// A window is so many points either way.
  private static final int REACH = 20;

  private static final int SIDE = 2 * REACH + 1;

  /// Points that slopes are smoothed by: a Gaussian of 6 pixels.
  private static final int[] SMOOTHED = {3, 3};

  /// A core and a delta nearer than this are a flaw of a ridge, pixels.
  private static final double APART_PX = 10;

  private static final double MOVED_PX = 20;

  /// The nearest place round which the slopes turn as they do round a zero of the cells; the zero
  /// itself where there is none near.
  Zero sharpened(Zero zero) {
    int left = (int) Math.round(zero.x() / STEP) - REACH;
    int top = (int) Math.round(zero.y() / STEP) - REACH;
    Zero nearest = zero;
    double least = MOVED_PX;
    for (Zero one : window(left, top).smoothed(SMOOTHED).zeros(APART_PX / STEP)) {
      Zero place = new Zero(STEP * (left + one.x()), STEP * (top + one.y()), one.sign());
      double distance = place.distance(zero);
      if (one.sign() == zero.sign() && distance < least) {
        least = distance;
        nearest = place;
      }
    }
    return nearest;
  }

  private CourseField window(int left, int top) {
    float[] cosine = new float[SIDE * SIDE];
    float[] sine = new float[SIDE * SIDE];
    float[] known = new float[SIDE * SIDE];
    int columns = waves.columns();
    for (int y = Math.max(0, 1 - top); y < SIDE && top + y + 1 < waves.rows(); y++) {
      for (int x = Math.max(0, 1 - left); x < SIDE && left + x + 1 < columns; x++) {
        int at = (top + y) * columns + left + x;
        float across = waves.real(at + 1) - waves.real(at - 1);
        float down = waves.real(at + columns) - waves.real(at - columns);
        // Ridges run at a right angle to the slope: twice the angle is turned half round.
        cosine[y * SIDE + x] = down * down - across * across;
        sine[y * SIDE + x] = -2 * across * down;
        known[y * SIDE + x] = waves.real(at) == 0 ? 0 : 1;
      }
    }
    return new CourseField(SIDE, SIDE, cosine, sine, known);
  }

  /// The mean size of the wave in a disc, 0..1.
  double clarity(Zero place, double radiusPx) {
    int radius = (int) (radiusPx / STEP);
    int column = (int) Math.round(place.x() / STEP);
    int row = (int) Math.round(place.y() / STEP);
    double sum = 0;
    int points = 0;
    for (int y = -radius; y <= radius; y++) {
      for (int x = -radius; x <= radius; x++) {
        if (x * x + y * y <= radius * radius) {
          sum += size(column + x, row + y);
          points++;
        }
      }
    }
    return sum / points;
  }

  private double size(int x, int y) {
    if (x < 0 || y < 0 || x >= waves.columns() || y >= waves.rows()) {
      return 0;
    }
    int at = y * waves.columns() + x;
    double real = waves.real(at);
    double imaginary = waves.imaginary(at);
    return Math.sqrt(real * real + imaginary * imaginary);
  }
}

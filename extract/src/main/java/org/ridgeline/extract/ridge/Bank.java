package org.ridgeline.extract.ridge;

import org.ridgeline.vocabulary.RidgeWaves;

/// The oriented filters: a pair of waves, one a quarter behind the other, under a bell.
///
/// Each is free of a constant part, and of the same strength whatever its period.
/// - **Shape** `even`, `odd` of each course and period: [#ROWS] rows of [#LANES] columns, the
///   middle at [#RADIUS], [#RADIUS]; the last column is zero
/// - **Unit** periods in pixels
final class Bank {
  static final int RADIUS = 11;
  static final int ROWS = 2 * RADIUS + 1;

  /// Columns, a multiple of eight.
  static final int LANES = 24;

  static final float[] PERIODS = {5.5f, 6.3f, 7.2f, 8.2f, 9.3f, 10.6f, 12f, 13.6f};

  /// Natural logarithm of the ratio of neighbouring periods.
  static final double PERIOD_STEP = StrictMath.log(13.6 / 5.5) / 7;

  static final double BELL_ALONG = 5.5;
  static final double BELL_ACROSS = 0.55;

  private static final Bank STANDARD = new Bank();

  private final float[][] even = new float[RidgeWaves.COURSES * PERIODS.length][];
  private final float[][] odd = new float[RidgeWaves.COURSES * PERIODS.length][];

  private Bank() {
    for (int course = 0; course < RidgeWaves.COURSES; course++) {
      for (int period = 0; period < PERIODS.length; period++) {
        make(course, period);
      }
    }
  }

  static Bank standard() {
    return STANDARD;
  }

  float[] even(int course, int period) {
    return even[course * PERIODS.length + period];
  }

  float[] odd(int course, int period) {
    return odd[course * PERIODS.length + period];
  }

  private void make(int course, int index) {
    double period = PERIODS[index];
    double cosine = StrictMath.cos(Math.PI * course / RidgeWaves.COURSES);
    double sine = StrictMath.sin(Math.PI * course / RidgeWaves.COURSES);
    double across = period * BELL_ACROSS;
    double[] bell = new double[ROWS * LANES];
    double[] real = new double[ROWS * LANES];
    double[] imaginary = new double[ROWS * LANES];
    double bells = 0;
    double reals = 0;
    for (int y = -RADIUS; y <= RADIUS; y++) {
      for (int x = -RADIUS; x <= RADIUS; x++) {
        double along = x * cosine + y * sine;
        double off = -x * sine + y * cosine;
        int i = (y + RADIUS) * LANES + x + RADIUS;
        bell[i] =
            StrictMath.exp(
                -off * off / (2 * across * across) - along * along / (2 * BELL_ALONG * BELL_ALONG));
        real[i] = bell[i] * StrictMath.cos(2 * Math.PI * off / period);
        imaginary[i] = bell[i] * StrictMath.sin(2 * Math.PI * off / period);
        bells += bell[i];
        reals += real[i];
      }
    }
    double squares = 0;
    for (int i = 0; i < real.length; i++) {
      real[i] -= reals / bells * bell[i];
      squares += real[i] * real[i];
    }
    int place = course * PERIODS.length + index;
    even[place] = scaled(real, 1 / Math.sqrt(squares));
    odd[place] = scaled(imaginary, 1 / Math.sqrt(squares));
  }

  private static float[] scaled(double[] values, double by) {
    float[] scaled = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      scaled[i] = (float) (values[i] * by);
    }
    return scaled;
  }
}

package org.ridgeline.synth.print;

/// The bank of oriented filters that ridges grow by: Gabor kernels at half resolution (250 ppi).
///
/// A kernel's taps lie in a disc; as it is even, only its upper half is kept, each tap serving the
/// two places that mirror each other. Order of taps: see [#OFFSETS_X].
/// - **Shape** [#DIRECTIONS] by [#PERIODS] kernels of [#TAPS] taps, the centre tap last
final class RidgeFilters {
  /// Directions over half a turn, counter-clockwise on the screen from +x.
  static final int DIRECTIONS = 64;

  /// Ridge periods from [#PERIOD_MIN] in steps of [#PERIOD_STEP], in pixels at 250 ppi.
  static final int PERIODS = 14;

  static final double PERIOD_MIN = 3.3;
  static final double PERIOD_STEP = 0.2;

  /// Reach of a kernel in pixels.
  static final int RADIUS = 5;

  /// Half the disc's taps and the centre.
  static final int TAPS = 49;

  /// Where the taps lie, relative to the centre, rows from the top; the centre is the last.
  static final int[] OFFSETS_X = new int[TAPS];

  static final int[] OFFSETS_Y = new int[TAPS];

  private static final double ALONG = 2.05;
  private static final double ACROSS = 1.75;

  private static final float[][] KERNELS = new float[DIRECTIONS * PERIODS][];

  static {
    int tap = 0;
    for (int y = -RADIUS; y <= 0; y++) {
      for (int x = -RADIUS; x <= RADIUS; x++) {
        if (x * x + y * y <= 29 && (y < 0 || x <= 0)) {
          OFFSETS_X[tap] = x;
          OFFSETS_Y[tap] = y;
          tap++;
        }
      }
    }
    for (int direction = 0; direction < DIRECTIONS; direction++) {
      for (int period = 0; period < PERIODS; period++) {
        KERNELS[direction * PERIODS + period] = kernel(direction, period);
      }
    }
  }

  private RidgeFilters() {}

  /// The kernel of a direction and period index.
  static float[] of(int index) {
    return KERNELS[index];
  }

  /// The index of the kernel nearest to a direction (radians, y upwards) and a period.
  static int index(double direction, double period) {
    long turn = Math.floorMod(Math.round(direction * DIRECTIONS / Math.PI), (long) DIRECTIONS);
    long step = Math.round((period - PERIOD_MIN) / PERIOD_STEP);
    return (int) turn * PERIODS + (int) Math.clamp(step, 0L, PERIODS - 1L);
  }

  private static float[] kernel(int direction, int period) {
    double angle = Math.PI * direction / DIRECTIONS;
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);
    double wave = 2 * Math.PI / (PERIOD_MIN + PERIOD_STEP * period);
    double[] envelope = new double[TAPS];
    double[] taps = new double[TAPS];
    double mean = 0;
    double weight = 0;
    for (int tap = 0; tap < TAPS; tap++) {
      // Up on the screen is minus y of the image.
      double along = OFFSETS_X[tap] * cos - OFFSETS_Y[tap] * sin;
      double across = OFFSETS_X[tap] * sin + OFFSETS_Y[tap] * cos;
      double reach = along * along / (ALONG * ALONG) + across * across / (ACROSS * ACROSS);
      envelope[tap] = StrictMath.exp(-0.5 * reach);
      taps[tap] = envelope[tap] * StrictMath.cos(wave * across);
      double twice = tap == TAPS - 1 ? 1 : 2;
      mean += twice * taps[tap];
      weight += twice * envelope[tap];
    }
    double response = 0;
    for (int tap = 0; tap < TAPS; tap++) {
      taps[tap] -= envelope[tap] * mean / weight;
      double across = OFFSETS_X[tap] * sin + OFFSETS_Y[tap] * cos;
      response += (tap == TAPS - 1 ? 1 : 2) * taps[tap] * StrictMath.cos(wave * across);
    }
    float[] kernel = new float[TAPS];
    for (int tap = 0; tap < TAPS; tap++) {
      kernel[tap] = (float) (taps[tap] / response);
    }
    // The centre tap mirrors onto itself and is met twice.
    kernel[TAPS - 1] /= 2;
    return kernel;
  }
}

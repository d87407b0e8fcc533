package org.ridgeline.extract.ridge;

import org.ridgeline.vocabulary.RidgeWaves;

/// What a picture looks like across its ridges: the mean along them, under a bell, pixel by pixel
/// along their normal; and how strongly it swings with each of some periods.
///
/// An oriented filter is a product of one function along the ridges and one across: with the first
/// summed once, every period asked for costs a fortieth of its filter.
final class Profile {
  private static final int REACH = 12;
  private static final int LENGTH = 2 * REACH + 1;
  private static final int STEP = 2;
  private static final int SAMPLES = REACH / STEP * 2 + 1;

  private static final float[] ALONG = new float[SAMPLES];

  /// Where the samples of each course lie, in whole pixels from the middle.
  private static final int[][] RIGHT = new int[RidgeWaves.COURSES][LENGTH * SAMPLES];

  private static final int[][] DOWN = new int[RidgeWaves.COURSES][LENGTH * SAMPLES];

  static {
    double squares = 0;
    for (int u = -REACH; u <= REACH; u++) {
      squares += bell(u) * bell(u);
    }
    for (int i = 0; i < SAMPLES; i++) {
      ALONG[i] = (float) (STEP * bell(i * STEP - REACH) / Math.sqrt(squares));
    }
    for (int course = 0; course < RidgeWaves.COURSES; course++) {
      double cosine = StrictMath.cos(Math.PI * course / RidgeWaves.COURSES);
      double sine = StrictMath.sin(Math.PI * course / RidgeWaves.COURSES);
      for (int v = 0; v < LENGTH; v++) {
        for (int i = 0; i < SAMPLES; i++) {
          int u = i * STEP - REACH;
          int sample = v * SAMPLES + i;
          RIGHT[course][sample] = (int) Math.round(u * cosine - (v - REACH) * sine);
          DOWN[course][sample] = (int) Math.round(u * sine + (v - REACH) * cosine);
        }
      }
    }
  }

  private final Bands bands;
  private final int[][] offsets = new int[RidgeWaves.COURSES][LENGTH * SAMPLES];
  private final float[] values = new float[LENGTH];

  /// Profiles of pictures of this stride, asked for these periods.
  Profile(int stride, Bands bands) {
    this.bands = bands;
    for (int course = 0; course < RidgeWaves.COURSES; course++) {
      for (int i = 0; i < LENGTH * SAMPLES; i++) {
        offsets[course][i] = DOWN[course][i] * stride + RIGHT[course][i];
      }
    }
  }

  private static double bell(int u) {
    return StrictMath.exp(-u * u / (2 * Bank.BELL_ALONG * Bank.BELL_ALONG));
  }

  /// What a profile is multiplied with for each of some periods: made once, the same for all
  /// pictures.
  static final class Bands {
    private final float[][] even;
    private final float[][] odd;

    /// - **Unit** pixels
    Bands(float[] periods) {
      even = new float[periods.length][LENGTH];
      odd = new float[periods.length][LENGTH];
      for (int i = 0; i < periods.length; i++) {
        wave(i, periods[i]);
      }
    }

    private void wave(int index, double period) {
      double across = period * Bank.BELL_ACROSS;
      double[] bell = new double[LENGTH];
      double[] real = new double[LENGTH];
      double bells = 0;
      double reals = 0;
      for (int i = 0; i < LENGTH; i++) {
        int v = i - REACH;
        bell[i] = StrictMath.exp(-v * v / (2 * across * across));
        real[i] = bell[i] * StrictMath.cos(2 * Math.PI * v / period);
        bells += bell[i];
        reals += real[i];
      }
      double squares = 0;
      for (int i = 0; i < LENGTH; i++) {
        real[i] -= reals / bells * bell[i];
        squares += real[i] * real[i];
      }
      for (int i = 0; i < LENGTH; i++) {
        double imaginary = bell[i] * StrictMath.sin(2 * Math.PI * (i - REACH) / period);
        even[index][i] = (float) (real[i] / Math.sqrt(squares));
        odd[index][i] = (float) (imaginary / Math.sqrt(squares));
      }
    }
  }

  /// Looks across the ridges at a place of the picture.
  void look(float[] picture, int at, int course) {
    int[] places = offsets[course];
    for (int v = 0; v < LENGTH; v++) {
      float sum = 0;
      for (int i = 0; i < SAMPLES; i++) {
        sum += ALONG[i] * picture[at + places[v * SAMPLES + i]];
      }
      values[v] = sum;
    }
  }

  /// How strongly what was looked at swings with the period of this index: a square.
  float energy(int index) {
    float real = 0;
    float imaginary = 0;
    for (int v = 0; v < LENGTH; v++) {
      real += bands.even[index][v] * values[v];
      imaginary += bands.odd[index][v] * values[v];
    }
    return real * real + imaginary * imaginary;
  }
}

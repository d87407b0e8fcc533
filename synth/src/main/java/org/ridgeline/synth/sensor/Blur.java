package org.ridgeline.synth.sensor;

/// Softening by a small Gaussian of five taps a side at most, rows then columns.
final class Blur {
  private static final int TAPS = 3;

  private Blur() {}

  static float[] gauss(float[] map, int width, int height, double deviation) {
    float[] taps = new float[TAPS];
    double sum = 0;
    for (int i = 0; i < TAPS; i++) {
      double weight = StrictMath.exp(-0.5 * i * i / (deviation * deviation));
      taps[i] = (float) weight;
      sum += (i == 0 ? 1 : 2) * weight;
    }
    for (int i = 0; i < TAPS; i++) {
      taps[i] /= (float) sum;
    }
    float[] once = new float[map.length];
    float[] twice = new float[map.length];
    for (int y = 0; y < height; y++) {
      for (int at = y * width + 2; at < (y + 1) * width - 2; at++) {
        once[at] = tap(map, at, 1, taps);
      }
      int start = y * width;
      System.arraycopy(map, start, once, start, 2);
      System.arraycopy(map, start + width - 2, once, start + width - 2, 2);
    }
    System.arraycopy(once, 0, twice, 0, map.length);
    for (int at = 2 * width; at < map.length - 2 * width; at++) {
      twice[at] = tap(once, at, width, taps);
    }
    return twice;
  }

  private static float tap(float[] map, int at, int step, float[] taps) {
    return taps[0] * map[at]
        + taps[1] * (map[at - step] + map[at + step])
        + taps[2] * (map[at - 2 * step] + map[at + 2 * step]);
  }
}

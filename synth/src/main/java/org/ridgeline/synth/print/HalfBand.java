package org.ridgeline.synth.print;

/// Doubles a band-limited map by a half-band filter, without adding or losing detail.
final class HalfBand {
  /// Windowed sinc at the half steps; the taps of one side, nearest first.
  private static final float[] TAPS = {0.6165f, -0.1632f, 0.0595f, -0.0128f};

  private HalfBand() {}

  /// Twice as many rows and columns, as bytes of -127..127; even places are the given ones.
  static byte[] doubled(float[] map, int width, int height) {
    int wide = 2 * width;
    float[] rows = new float[wide * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = y * width + x;
        rows[y * wide + 2 * x] = map[at];
        if (x >= 3 && x < width - 4) {
          rows[y * wide + 2 * x + 1] = between(map, at, 1);
        }
      }
    }
    byte[] doubled = new byte[2 * height * wide];
    for (int y = 0; y < height; y++) {
      boolean inside = y >= 3 && y < height - 4;
      for (int x = 0; x < wide; x++) {
        int at = y * wide + x;
        doubled[2 * y * wide + x] = level(rows[at]);
        if (inside) {
          doubled[(2 * y + 1) * wide + x] = level(between(rows, at, wide));
        }
      }
    }
    return doubled;
  }

  private static float between(float[] map, int at, int step) {
    return TAPS[0] * (map[at] + map[at + step])
        + TAPS[1] * (map[at - step] + map[at + 2 * step])
        + TAPS[2] * (map[at - 2 * step] + map[at + 3 * step])
        + TAPS[3] * (map[at - 3 * step] + map[at + 4 * step]);
  }

  private static byte level(float value) {
    return (byte) Math.clamp(Math.round(value * 110), -127, 127);
  }
}

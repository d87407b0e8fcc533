package org.ridgeline.synth.print;

import org.ridgeline.synth.Dice;

/// Grows ridges out of noise: each pass filters every place along its own direction and spacing.
///
/// The passes run at half resolution, where a ridge period is four to five pixels; the result is
/// band-limited, so doubling it afterwards adds nothing and loses nothing. Where growing ridges
/// cannot join in step, minutiae remain; more passes leave fewer of them.
/// - **Shape** rows of [#WIDTH] by [#HEIGHT] at 250 ppi; values -1 (valley) to 1 (ridge)
final class RidgeGrowth {
  static final int WIDTH = 256;
  static final int HEIGHT = 288;

  /// Cells of the direction map are this many half-resolution pixels wide.
  static final int CELL = 2;

  private static final int PAD = 8;
  private static final int STRIDE = WIDTH + 2 * PAD;
  private static final int ROWS = HEIGHT + 2 * PAD;
  private static final int PASSES = 14;
  private static final float GAIN = 1.9f;

  private RidgeGrowth() {}

  /// Grown ridges, for the kernel index of every cell; cells with a negative index stay empty.
  static float[] grow(int[] kernels, Dice dice) {
    float[] from = new float[STRIDE * ROWS];
    float[] to = new float[STRIDE * ROWS];
    for (int i = 0; i < from.length; i++) {
      from[i] = (dice.bits() & 1) == 0 ? -1f : 1f;
    }
    int[] offsets = new int[RidgeFilters.TAPS];
    for (int tap = 0; tap < offsets.length; tap++) {
      offsets[tap] = RidgeFilters.OFFSETS_Y[tap] * STRIDE + RidgeFilters.OFFSETS_X[tap];
    }
    for (int pass = 0; pass < PASSES; pass++) {
      boolean last = pass == PASSES - 1;
      pass(kernels, from, to, offsets, last ? 1.15f : GAIN);
      float[] swap = from;
      from = to;
      to = swap;
    }
    float[] grown = new float[WIDTH * HEIGHT];
    for (int y = 0; y < HEIGHT; y++) {
      System.arraycopy(from, (y + PAD) * STRIDE + PAD, grown, y * WIDTH, WIDTH);
    }
    return grown;
  }

  private static void pass(int[] kernels, float[] from, float[] to, int[] offsets, float gain) {
    int cells = WIDTH / CELL;
    for (int y = 0; y < HEIGHT; y++) {
      int row = (y + PAD) * STRIDE + PAD;
      int cellRow = (y / CELL) * cells;
      for (int cell = 0; cell < cells; cell++) {
        int index = kernels[cellRow + cell];
        int at = row + cell * CELL;
        if (index < 0) {
          to[at] = 0;
          to[at + 1] = 0;
          continue;
        }
        float[] kernel = RidgeFilters.of(index);
        to[at] = clip(gain * response(from, at, kernel, offsets));
        to[at + 1] = clip(gain * response(from, at + 1, kernel, offsets));
      }
    }
  }

  private static float clip(float value) {
    return Math.clamp(value, -1f, 1f);
  }

  private static float response(float[] from, int at, float[] kernel, int[] offsets) {
    float even = 0;
    float odd = 0;
    for (int tap = 0; tap < RidgeFilters.TAPS - 1; tap += 2) {
      int first = offsets[tap];
      int second = offsets[tap + 1];
      even += kernel[tap] * (from[at + first] + from[at - first]);
      odd += kernel[tap + 1] * (from[at + second] + from[at - second]);
    }
    return even + odd + kernel[RidgeFilters.TAPS - 1] * from[at];
  }
}

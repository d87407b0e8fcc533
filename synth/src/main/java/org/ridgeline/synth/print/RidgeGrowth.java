package org.ridgeline.synth.print;

import org.ridgeline.synth.Dice;

/// Grows ridges out of noise: each pass filters every place along its own direction and spacing.
///
/// The passes run at half resolution, where a ridge period is four to five pixels; the result is
/// band-limited, so doubling it afterwards adds nothing and loses nothing. Where growing ridges
/// cannot join in step, minutiae remain; more passes leave fewer of them, more evenly spread. Real
/// ones lie in clusters: shortly before the end, patches of skin are stirred and grow anew, so that
/// there ridges are short and minutiae close.
/// - **Shape** rows of [#WIDTH] by [#HEIGHT] at 250 ppi; values -1 (valley) to 1 (ridge)
final class RidgeGrowth {
  static final int WIDTH = 256;
  static final int HEIGHT = 288;

  /// Cells of the direction map are this many half-resolution pixels wide.
  static final int CELL = 2;

  private static final int PAD = 8;
  private static final int STRIDE = WIDTH + 2 * PAD;
  private static final int ROWS = HEIGHT + 2 * PAD;

  /// This and the next two were chosen so that minutiae of prints lie as in the real sets of
  /// docs/synth.md (PrintStatisticsIT, November 2026).
  private static final int PASSES = 32;

  private static final float GAIN = 1.9f;

  /// The pass before which patches are stirred: the few that follow heal them, but not wholly.
  private static final int STIRRED = 28;

  /// Patches begin at this height of [Grain#COARSE]: three tenths of the skin.
  private static final float RESTLESS = 0.5f;

  /// Noise this loud is full ridges again after one pass.
  private static final float LOUD = 3;

  /// Where a kernel's taps lie in the padded field, relative to its centre.
  private static final int[] OFFSETS = new int[RidgeFilters.TAPS];

  static {
    for (int tap = 0; tap < OFFSETS.length; tap++) {
      OFFSETS[tap] = RidgeFilters.OFFSETS_Y[tap] * STRIDE + RidgeFilters.OFFSETS_X[tap];
    }
  }

  private RidgeGrowth() {}

  /// Grown ridges, for the kernel index of every cell; cells with a negative index stay empty.
  static float[] grow(int[] kernels, Dice dice) {
    float[] from = new float[STRIDE * ROWS];
    float[] to = new float[STRIDE * ROWS];
    sow(kernels, from, dice);
    for (int pass = 0; pass < PASSES; pass++) {
      if (pass == STIRRED) {
        stir(kernels, from, dice);
      }
      boolean last = pass == PASSES - 1;
      pass(kernels, from, to, last ? 1.15f : GAIN);
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

  /// Noise of both signs in every cell of the finger.
  private static void sow(int[] kernels, float[] field, Dice dice) {
    for (int cell = 0; cell < kernels.length; cell++) {
      long bits = dice.bits();
      if (kernels[cell] >= 0) {
        scatter(field, place(cell), bits, 1);
      }
    }
  }

  /// Noise again, in patches, over ridges that had all but grown.
  private static void stir(int[] kernels, float[] field, Dice dice) {
    int columns = WIDTH / CELL;
    int right = dice.below(Grain.SIDE);
    int down = dice.below(Grain.SIDE);
    for (int cell = 0; cell < kernels.length; cell++) {
      long bits = dice.bits();
      int x = 2 * CELL * (cell % columns) + right;
      int y = 2 * CELL * (cell / columns) + down;
      if (kernels[cell] >= 0 && Grain.COARSE.at(x, y) > RESTLESS) {
        scatter(field, place(cell), bits, LOUD);
      }
    }
  }

  /// The four pixels of a cell, each `loud` or its opposite by one of the lowest bits.
  private static void scatter(float[] field, int at, long bits, float loud) {
    field[at] = bits << 60 < 0 ? -loud : loud;
    field[at + 1] = bits << 61 < 0 ? -loud : loud;
    field[at + STRIDE] = bits << 62 < 0 ? -loud : loud;
    field[at + STRIDE + 1] = bits << 63 < 0 ? -loud : loud;
  }

  /// Index of a cell's upper left pixel in the padded field.
  private static int place(int cell) {
    int columns = WIDTH / CELL;
    return (cell / columns * CELL + PAD) * STRIDE + cell % columns * CELL + PAD;
  }

  /// One pass: the four pixels of a cell share its kernel.
  private static void pass(int[] kernels, float[] from, float[] to, float gain) {
    for (int cell = 0; cell < kernels.length; cell++) {
      if (kernels[cell] >= 0) {
        respond(from, to, place(cell), RidgeFilters.of(kernels[cell]), gain);
      }
    }
  }

  private static void respond(float[] from, float[] to, int at, float[] kernel, float gain) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    for (int tap = 0; tap < RidgeFilters.TAPS; tap++) {
      float weight = kernel[tap];
      int up = at + OFFSETS[tap];
      int down = at - OFFSETS[tap];
      a += weight * (from[up] + from[down]);
      b += weight * (from[up + 1] + from[down + 1]);
      c += weight * (from[up + STRIDE] + from[down + STRIDE]);
      d += weight * (from[up + STRIDE + 1] + from[down + STRIDE + 1]);
    }
    to[at] = clip(gain * a);
    to[at + 1] = clip(gain * b);
    to[at + STRIDE] = clip(gain * c);
    to[at + STRIDE + 1] = clip(gain * d);
  }

  private static float clip(float value) {
    return Math.clamp(value, -1f, 1f);
  }
}

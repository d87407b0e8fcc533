package org.ridgeline.synth.print;

import org.ridgeline.synth.Dice;

/// Textures of smooth chance that repeat without a seam, drawn once and read at random offsets.
///
/// - **Shape** [#SIDE] by [#SIDE]; mean 0, deviation 1
public final class Grain {
  /// Side of a texture, a power of two.
  public static final int SIDE = 512;

  /// Pixels that lie between specks of a ridge's breadth.
  public static final Grain FINE = new Grain(1, 1);

  /// Blots about half a ridge period across.
  public static final Grain MIDDLE = new Grain(2, 3);

  /// Patches of skin, some ridges across.
  public static final Grain COARSE = new Grain(3, 13);

  /// Slow changes of pressure and moisture over a print.
  public static final Grain BROAD = new Grain(4, 36);

  private static final int MASK = SIDE - 1;

  private final float[] values;

  private Grain(int name, int radius) {
    Dice dice = Dice.of(name, 0x6772);
    float[] map = new float[SIDE * SIDE];
    for (int i = 0; i < map.length; i++) {
      map[i] = (float) dice.normal();
    }
    float[] other = new float[map.length];
    for (int pass = 0; pass < 2; pass++) {
      blur(map, other, radius, 1, SIDE);
      blur(other, map, radius, SIDE, 1);
    }
    values = normalised(map);
  }

  /// The value at a place, which may lie anywhere.
  public float at(int x, int y) {
    return values[(y & MASK) * SIDE + (x & MASK)];
  }

  private static void blur(float[] from, float[] to, int radius, int step, int across) {
    float share = 1f / (2 * radius + 1);
    for (int line = 0; line < SIDE; line++) {
      int start = line * across;
      float sum = 0;
      for (int i = -radius; i <= radius; i++) {
        sum += from[start + (i & MASK) * step];
      }
      for (int i = 0; i < SIDE; i++) {
        to[start + i * step] = sum * share;
        sum += from[start + ((i + radius + 1) & MASK) * step];
        sum -= from[start + ((i - radius) & MASK) * step];
      }
    }
  }

  private static float[] normalised(float[] map) {
    double sum = 0;
    double squares = 0;
    for (float value : map) {
      sum += value;
      squares += (double) value * value;
    }
    double mean = sum / map.length;
    double deviation = Math.sqrt(squares / map.length - mean * mean);
    float[] scaled = new float[map.length];
    for (int i = 0; i < map.length; i++) {
      scaled[i] = (float) ((map[i] - mean) / deviation);
    }
    return scaled;
  }
}

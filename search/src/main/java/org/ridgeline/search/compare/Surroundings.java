package org.ridgeline.search.compare;

import org.ridgeline.vocabulary.PhaseMinutia;
import org.ridgeline.vocabulary.RidgeCells;
import org.ridgeline.vocabulary.RidgePrint;

/// What the ridges do around each minutia: their course, seen from the minutia's direction, at
/// [#POINTS] places on four rings.
/// - **Shape** for each minutia `2 * POINTS` numbers, cosines and sines of twice the course, times
///   [#ONE]; zero where there is no print, with a bit of `known` clear
/// - **Source** M. Tico, P. Kuosmanen, Fingerprint matching using an orientation-based minutia
///   descriptor, 2003
final class Surroundings {
  static final int POINTS = 76;
  private static final int[] RADIUS_PX = {27, 45, 63, 81};
  private static final int[] COUNT = {10, 16, 22, 28};
  private static final int ONE = 127;
  private static final int KNOWN_MIN = 20;

  /// Agreement of chance, and what is left of it at most.
  private static final float CHANCE = 0.3f;

  private final int[] numbers;
  private final long[] known;
  private final int count;

  private Surroundings(RidgePrint print) {
    count = print.minutiae().size();
    numbers = new int[count * 2 * POINTS];
    known = new long[2 * count];
    for (int i = 0; i < count; i++) {
      describe(print, i);
    }
  }

  static Surroundings of(RidgePrint print) {
    return new Surroundings(print);
  }

  private void describe(RidgePrint print, int index) {
    PhaseMinutia minutia = print.minutiae().get(index);
    RidgeCells cells = print.cells();
    int point = 0;
    for (int ring = 0; ring < RADIUS_PX.length; ring++) {
      for (int i = 0; i < COUNT[ring]; i++, point++) {
        double angle = minutia.direction() + 2 * Math.PI * i / COUNT[ring];
        double px = minutia.x() + RADIUS_PX[ring] * StrictMath.cos(angle);
        double py = minutia.y() + RADIUS_PX[ring] * StrictMath.sin(angle);
        if (px < 0 || py < 0 || px >= print.widthPx() || py >= print.heightPx()) {
          continue;
        }
        int cell = (int) py / RidgeCells.SIDE_PX * cells.columns() + (int) px / RidgeCells.SIDE_PX;
        if (cells.isInside(cell)) {
          double twice = 2 * (cells.course(cell) - minutia.direction());
          int at = index * 2 * POINTS + 2 * point;
          numbers[at] = (int) Math.round(ONE * StrictMath.cos(twice));
          numbers[at + 1] = (int) Math.round(ONE * StrictMath.sin(twice));
          known[2 * index + point / Long.SIZE] |= 1L << point;
        }
      }
    }
  }

  /// How alike each minutia's surroundings are to each of another print's, 0..1.
  /// - **Shape** `i * other.count + j`
  float[] with(Surroundings other) {
    float[] alike = new float[count * other.count];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < other.count; j++) {
        alike[i * other.count + j] = alike(i, other, j);
      }
    }
    return alike;
  }

  private float alike(int i, Surroundings other, int j) {
    int both =
        Long.bitCount(known[2 * i] & other.known[2 * j])
            + Long.bitCount(known[2 * i + 1] & other.known[2 * j + 1]);
    if (both < KNOWN_MIN) {
      return 0;
    }
    int sum = product(numbers, i * 2 * POINTS, other.numbers, j * 2 * POINTS);
    float mean = sum / (float) (ONE * ONE * both);
    return Math.max(0, (mean - CHANCE) / (1 - CHANCE)) * (float) Math.sqrt(both / (float) POINTS);
  }

  private static int product(int[] one, int from, int[] other, int start) {
    int sum = 0;
    for (int k = 0; k < 2 * POINTS; k++) {
      sum += one[from + k] * other[start + k];
    }
    return sum;
  }
}

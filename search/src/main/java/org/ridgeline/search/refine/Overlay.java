package org.ridgeline.search.refine;

import java.util.Arrays;
import org.ridgeline.search.gallery.PackedMinutiae;

/// Lays a gallery finger on a probe finger and counts the minutiae that meet.
///
/// The count is held against what chance would give: `m ln(m/e) - (m - e)` for `m` met and `e`
/// expected is the log-likelihood ratio of two Poisson rates.
/// - **Unit** eighths of a nat, cut to an integer
final class Overlay {
  private static final int TOLERANCE_PX = 14;
  private static final int TOLERANCE_TURN = 36;
  private static final double CHANCE =
      Math.PI * TOLERANCE_PX * TOLERANCE_PX * (2 * TOLERANCE_TURN + 1) / 512;
  private static final float[] COS = new float[512];
  private static final float[] SIN = new float[512];

  static {
    for (int i = 0; i < 512; i++) {
      COS[i] = (float) StrictMath.cos(2 * StrictMath.PI * i / 512);
      SIN[i] = (float) StrictMath.sin(2 * StrictMath.PI * i / 512);
    }
  }

  private final long[] met = new long[4];
  private int turn;
  private int middleX;
  private int middleY;
  private int within;
  private int count;
  private float offX;
  private float offY;

  static float cos(int turn) {
    return COS[turn];
  }

  static float sin(int turn) {
    return SIN[turn];
  }

  /// Sets the turn, and the place of the gallery finger that it turns about.
  void turn(int turned, int x, int y) {
    turn = turned & 511;
    middleX = x;
    middleY = y;
  }

  /// The score where the middle comes to lie at a place, corrected once by what meets there.
  int score(EdgeIndex index, int[] packed, int minutiae, float x, float y) {
    meet(index, packed, minutiae, x, y);
    if (count < 2) {
      return 0;
    }
    meet(index, packed, minutiae, x + offX / count, y + offY / count);
    double expected = 0.25 + within * index.density() * CHANCE;
    return count <= expected
        ? 0
        : (int) (8 * (count * StrictMath.log(count / expected) - (count - expected)));
  }

  private void meet(EdgeIndex index, int[] packed, int minutiae, float moveX, float moveY) {
    Arrays.fill(met, 0);
    within = 0;
    count = 0;
    offX = 0;
    offY = 0;
    float cos = COS[turn];
    float sin = SIN[turn];
    for (int i = 0; i < minutiae; i++) {
      int x = PackedMinutiae.x(packed[i]) - middleX;
      int y = PackedMinutiae.y(packed[i]) - middleY;
      int laidX = (int) (cos * x - sin * y + moveX);
      int laidY = (int) (sin * x + cos * y + moveY);
      int cell = index.cell(laidX, laidY);
      if (cell >= 0) {
        within++;
        settle(index, cell, laidX, laidY, PackedMinutiae.turn(packed[i]) + turn);
      }
    }
  }

  private void settle(EdgeIndex index, int cell, int x, int y, int heading) {
    int[] target = index.packed();
    int nearest = -1;
    int least = TOLERANCE_PX * TOLERANCE_PX + 1;
    for (int at = index.cellFrom(cell); at < index.cellTo(cell); at++) {
      int minutia = index.minutia(at);
      int other = target[minutia];
      int dx = PackedMinutiae.x(other) - x;
      int dy = PackedMinutiae.y(other) - y;
      int square = dx * dx + dy * dy;
      int off = PackedMinutiae.turned(heading, PackedMinutiae.turn(other));
      boolean free = (met[minutia >> 6] & 1L << minutia) == 0;
      if (square < least && Math.abs(off) <= TOLERANCE_TURN && free) {
        least = square;
        nearest = minutia;
      }
    }
    if (nearest >= 0) {
      met[nearest >> 6] |= 1L << nearest;
      count++;
      offX += PackedMinutiae.x(target[nearest]) - x;
      offY += PackedMinutiae.y(target[nearest]) - y;
    }
  }
}

package org.ridgeline.search.compare;

import java.util.Arrays;
import org.ridgeline.vocabulary.Angle;

/// The minutiae of one print paired with those of another under a warp: each the other's best.
///
/// Looked for in the region that agrees and some way ahead of it; the further ahead, the less the
/// warp can know, the wider the search.
/// - **Shape** `count` pairs of `one`, `other`; `missX`, `missY`: from where the warp lays the
///   first to where the second lies
/// - **Unit** pixels
final class Pairing {
  private static final float TOLERANCE_PX = 9;
  private static final float TOLERANCE_AHEAD = 0.14f;
  private static final float TOLERANCE_TURN = 0.45f;
  private static final float ALIKE_WEIGHS = 0.8f;

  int count;
  final int[] one;
  final int[] other;
  final float[] missX;
  final float[] missY;
  private final ReadyPrint first;
  private final ReadyPrint second;
  private final float[] alike;
  private final int[] best;
  private final float[] least;
  private final int[] bestBack;
  private final float[] leastBack;
  private final float[] awayX;
  private final float[] awayY;

  Pairing(ReadyPrint first, ReadyPrint second, float[] alike) {
    this.first = first;
    this.second = second;
    this.alike = alike;
    one = new int[first.count];
    other = new int[first.count];
    missX = new float[first.count];
    missY = new float[first.count];
    best = new int[first.count];
    least = new float[first.count];
    awayX = new float[first.count];
    awayY = new float[first.count];
    bestBack = new int[second.count];
    leastBack = new float[second.count];
  }

  /// How alike the surroundings of a pair's two are, 0..1.
  float alike(int pair) {
    return alike[one[pair] * second.count + other[pair]];
  }

  float miss(int pair) {
    return (float) Math.sqrt(missX[pair] * missX[pair] + missY[pair] * missY[pair]);
  }

  /// Pairs anew, up to so many pixels ahead.
  void pair(Warp warp, Region region, int aheadPx) {
    Arrays.fill(best, -1);
    Arrays.fill(least, Float.MAX_VALUE);
    Arrays.fill(bestBack, -1);
    Arrays.fill(leastBack, Float.MAX_VALUE);
    int steps = aheadPx / ReadyPrint.CELL;
    Box near = region.box().grown(steps);
    for (int i = 0; i < first.count; i++) {
      int column = first.columnAt(first.x[i]);
      int row = first.rowAt(first.y[i]);
      if (!near.has(column, row)) {
        continue;
      }
      float ahead = ReadyPrint.CELL * region.distance(column, row, steps);
      if (ahead <= aheadPx) {
        warp.at(first.x[i], first.y[i]);
        nearest(i, warp, TOLERANCE_PX + TOLERANCE_AHEAD * ahead);
      }
    }
    count = 0;
    for (int i = 0; i < first.count; i++) {
      if (best[i] >= 0 && bestBack[best[i]] == i) {
        one[count] = i;
        other[count] = best[i];
        missX[count] = awayX[i];
        missY[count] = awayY[i];
        count++;
      }
    }
  }

  private void nearest(int i, Warp warp, float tolerance) {
    float turn = Angle.of(warp.sine, warp.cosine);
    for (int j = 0; j < second.count; j++) {
      float dx = second.x[j] - warp.x;
      float dy = second.y[j] - warp.y;
      float squared = dx * dx + dy * dy;
      if (squared > tolerance * tolerance) {
        continue;
      }
      float turned = Math.abs(Angle.wrap(first.direction[i] + turn - second.direction[j]));
      if (turned > TOLERANCE_TURN) {
        continue;
      }
      float cost =
          (float) Math.sqrt(squared) / tolerance
              + turned
              - ALIKE_WEIGHS * alike[i * second.count + j];
      if (cost < least[i]) {
        least[i] = cost;
        best[i] = j;
        awayX[i] = dx;
        awayY[i] = dy;
      }
      if (cost < leastBack[j]) {
        leastBack[j] = cost;
        bestBack[j] = i;
      }
    }
  }
}

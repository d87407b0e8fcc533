package org.ridgeline.search.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.ridgeline.vocabulary.Angle;

/// The pairs of minutiae to begin with: those alike by their surroundings, and of them those around
/// which the ridges agree in phase, turned as the two minutiae say or a little more or less.
final class Seeds {
  /// Pairs of prints differ in scale by less, by finger and by pressure.
  private static final float SCALE_MAX = 1.35f;

  private static final float TURN_STEP = 0.13f;

  /// So many times as many are tried at other turns as are wanted.
  private static final int TURNED = 2;

  private static final int RADIUS_PX = 34;
  private static final int GRAIN_PX = 6;

  /// Places around a minutia: offsets in pixels, and their weights.
  private static final int[][] PLACES = places();

  private static final float[] WEIGHT = weights();

  /// The weight that a fifth of the disc would have, were all of it print.
  private static final float FULL =
      (float) (0.2 * Math.PI * RADIUS_PX * RADIUS_PX / (GRAIN_PX * GRAIN_PX) * 0.6);

  private final ReadyPrint one;
  private final ReadyPrint other;
  private final float[] alike;

  Seeds(ReadyPrint one, ReadyPrint other, float[] alike) {
    this.one = one;
    this.other = other;
    this.alike = alike;
  }

  /// The best `started` of the `located` most alike.
  List<Seed> best(int located, int started) {
    List<Seed> seeds = new ArrayList<>();
    for (int pair : mostAlike(located)) {
      seeds.add(seed(pair / other.count, pair % other.count));
    }
    return best(best(seeds, TURNED * started).stream().map(this::turned).toList(), started);
  }

  private static List<Seed> best(List<Seed> seeds, int count) {
    return seeds.stream()
        .sorted(Comparator.comparingDouble(Seed::promise).reversed())
        .limit(count)
        .toList();
  }

  /// Places in the table of likeness, the best first; of equals, the first.
  private int[] mostAlike(int located) {
    long[] keys = new long[alike.length];
    int found = 0;
    for (int i = 0; i < alike.length; i++) {
      if (alike[i] > 0) {
        keys[found++] = (long) (int) (alike[i] * 1_000_000) << Integer.SIZE | Integer.MAX_VALUE - i;
      }
    }
    Arrays.sort(keys, 0, found);
    int[] best = new int[Math.min(located, found)];
    for (int i = 0; i < best.length; i++) {
      best[i] = Integer.MAX_VALUE - (int) keys[found - 1 - i];
    }
    return best;
  }

  private Seed seed(int i, int j) {
    float ratio = other.periodAt(other.x[j], other.y[j]) / one.periodAt(one.x[i], one.y[i]);
    float scale = Math.clamp(ratio, 1 / SCALE_MAX, SCALE_MAX);
    float turn = Angle.wrap(other.direction[j] - one.direction[i]);
    float local = local(i, j, Linear.of(turn, one.direction[i], scale));
    return new Seed(i, j, turn, scale, local, alike[i * other.count + j]);
  }

  /// The same turned a little less or more, if the ridges agree better then.
  private Seed turned(Seed seed) {
    Seed best = seed;
    for (int step = -1; step <= 1; step += 2) {
      float turn = seed.turn() + TURN_STEP * step;
      Linear map = Linear.of(turn, one.direction[seed.one()], seed.scale());
      float local = local(seed.one(), seed.other(), map);
      if (local > best.local()) {
        best = new Seed(seed.one(), seed.other(), turn, seed.scale(), local, seed.alike());
      }
    }
    return best;
  }

  /// Agreement of the phase in a disc around two minutiae under a linear map.
  private float local(int i, int j, Linear map) {
    float real = 0;
    float imaginary = 0;
    float all = 0;
    PhaseAt phase = new PhaseAt(one, other);
    phase.turn(map.cosine(), map.sine());
    for (int place = 0; place < PLACES.length; place++) {
      int column = Math.round((one.x[i] + PLACES[place][0]) / ReadyPrint.STEP);
      int row = Math.round((one.y[i] + PLACES[place][1]) / ReadyPrint.STEP);
      if (column < 0 || row < 0 || column >= one.waveColumns || row >= one.waveRows) {
        continue;
      }
      float dx = ReadyPrint.STEP * column - one.x[i];
      float dy = ReadyPrint.STEP * row - one.y[i];
      float px = other.x[j] + map.xx() * dx + map.xy() * dy;
      float py = other.y[j] + map.yx() * dx + map.yy() * dy;
      if (phase.look(row * one.waveColumns + column, px, py)) {
        real += WEIGHT[place] * phase.real;
        imaginary += WEIGHT[place] * phase.imaginary;
        all += WEIGHT[place] * phase.weight;
      }
    }
    float size = (float) Math.sqrt(real * real + imaginary * imaginary);
    return size / (all + 1e-6f) * Math.min(1, all / FULL);
  }

  private static int[][] places() {
    List<int[]> places = new ArrayList<>();
    for (int y = -RADIUS_PX; y <= RADIUS_PX; y += GRAIN_PX) {
      for (int x = -RADIUS_PX; x <= RADIUS_PX; x += GRAIN_PX) {
        if (x * x + y * y <= RADIUS_PX * RADIUS_PX) {
          places.add(new int[] {x, y});
        }
      }
    }
    return places.toArray(int[][]::new);
  }

  private static float[] weights() {
    float[] weights = new float[PLACES.length];
    for (int i = 0; i < weights.length; i++) {
      int squared = PLACES[i][0] * PLACES[i][0] + PLACES[i][1] * PLACES[i][1];
      weights[i] = (float) StrictMath.exp(-squared / (0.6 * RADIUS_PX * RADIUS_PX));
    }
    return weights;
  }
}

package org.ridgeline.search.refine;

import java.util.Arrays;

/// Pairs minutiae outward from a seed: in each round, those that lie where the pairs of the last
/// one foresee them, each the other's best. A pair has no say in its own place.
final class MinutiaeGrowth {
  private static final int ROUNDS = 5;

  /// With fewer pairs, nothing has been laid.
  private static final int PAIRS_MIN = 3;

  private static final float TOLERANCE_PX = 8;

  /// The farther the nearest pair, the less is known.
  private static final float TOLERANCE_AHEAD = 0.15f;

  private static final float TOLERANCE_TURN = 48;
  private static final float VOTE_WEIGHS = 0.006f;
  private static final int VOTES_MAX = 200;
  private static final int VOTES_SURE = 100;
  private static final float WEIGHT_MIN = 0.3f;
  private static final float MISS_PX = 6;

  final MinutiaePairs pairs = new MinutiaePairs();
  final LocalFit fit = new LocalFit(pairs);
  private final EdgeVotes votes;
  private final int[] best = new int[ReadyMinutiae.MOST];
  private final float[] least = new float[ReadyMinutiae.MOST];
  private final float[] missPx = new float[ReadyMinutiae.MOST];
  private final float[] missTurn = new float[ReadyMinutiae.MOST];
  private final float[] nearestPx = new float[ReadyMinutiae.MOST];
  private final int[] bestBack = new int[ReadyMinutiae.MOST];
  private final float[] leastBack = new float[ReadyMinutiae.MOST];

  MinutiaeGrowth(EdgeVotes votes) {
    this.votes = votes;
  }

  /// Grows from a seed and those that fit it; false where that comes to nothing.
  boolean grow(ReadyMinutiae one, ReadyMinutiae other, MinutiaeSeeds seeds, int seed) {
    pairs.clear(one, other);
    pairs.add(seeds.one[seed], seeds.other[seed], 1);
    for (int another = 0; another < seeds.count; another++) {
      int i = seeds.one[another];
      int j = seeds.other[another];
      if (seeds.isFitting(seed, another) && pairs.ofOne[i] < 0 && pairs.ofOther[j] < 0) {
        pairs.add(i, j, 1);
      }
    }
    boolean isChanged = true;
    for (int round = 0; round < ROUNDS && isChanged; round++) {
      fit.begin();
      search(one, other);
      isChanged = keepMutual(one.count);
      if (count(one.count) < PAIRS_MIN) {
        return false;
      }
      take(one, other);
    }
    fit.begin();
    return true;
  }

  /// Finds the best for each.
  private void search(ReadyMinutiae one, ReadyMinutiae other) {
    Arrays.fill(best, 0, one.count, -1);
    Arrays.fill(least, 0, one.count, Float.MAX_VALUE);
    Arrays.fill(bestBack, 0, other.count, -1);
    Arrays.fill(leastBack, 0, other.count, Float.MAX_VALUE);
    for (int i = 0; i < one.count; i++) {
      if (fit.foresee(one.x[i], one.y[i], pairs.ofOne[i])) {
        search(i, one.turn[i] + fit.turn, other);
      }
    }
  }

  private void search(int i, float turn, ReadyMinutiae other) {
    float tolerance = TOLERANCE_PX + TOLERANCE_AHEAD * fit.nearestPx;
    int from = other.firstFrom(fit.x - tolerance);
    for (int j = from; j < other.count && other.x[j] <= fit.x + tolerance; j++) {
      float dx = other.x[j] - fit.x;
      float dy = other.y[j] - fit.y;
      float square = dx * dx + dy * dy;
      float off = apart(turn, other.turn[j]);
      if (square > tolerance * tolerance || off > TOLERANCE_TURN) {
        continue;
      }
      float miss = (float) Math.sqrt(square);
      float cost =
          miss / tolerance + off / TOLERANCE_TURN - VOTE_WEIGHS * votes.of(i, j, VOTES_MAX);
      if (cost < least[i]) {
        least[i] = cost;
        best[i] = j;
        missPx[i] = miss;
        missTurn[i] = off;
        nearestPx[i] = fit.nearestPx;
      }
      if (cost < leastBack[j]) {
        leastBack[j] = cost;
        bestBack[j] = i;
      }
    }
  }

  private static float apart(float one, float other) {
    float off = one - other;
    return Math.abs(off - 512 * Math.round(off / 512));
  }

  /// Keeps what is the best both ways; whether that is not what the pairs are already.
  private boolean keepMutual(int count) {
    boolean isChanged = false;
    for (int i = 0; i < count; i++) {
      int before = pairs.ofOne[i] < 0 ? -1 : pairs.other[pairs.ofOne[i]];
      if (best[i] >= 0 && bestBack[best[i]] != i) {
        best[i] = -1;
      }
      isChanged |= best[i] != before;
    }
    return isChanged;
  }

  private int count(int minutiae) {
    int count = 0;
    for (int i = 0; i < minutiae; i++) {
      count += best[i] >= 0 ? 1 : 0;
    }
    return count;
  }

  private void take(ReadyMinutiae one, ReadyMinutiae other) {
    pairs.clear(one, other);
    for (int i = 0; i < one.count; i++) {
      if (best[i] >= 0) {
        float said = WEIGHT_MIN + votes.of(i, best[i], VOTES_SURE) / (float) VOTES_SURE;
        float off = missPx[i] / MISS_PX;
        int pair = pairs.add(i, best[i], said / (1 + off * off));
        pairs.missPx[pair] = missPx[i];
        pairs.missTurn[pair] = missTurn[i];
        pairs.nearestPx[pair] = nearestPx[i];
      }
    }
  }
}

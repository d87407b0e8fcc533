package org.ridgeline.search.refine;

import org.ridgeline.search.gallery.PackedMinutiae;

/// The pairs of minutiae most voted for, and which of them one rigid movement could lay on each
/// other, with something allowed for bent skin.
/// - **Shape** the best first, of equals that of the first minutiae
final class MinutiaeSeeds {
  /// As many as a word has bits.
  private static final int MOST = Long.SIZE;

  private static final float TOLERANCE_PX = 5;
  private static final float TOLERANCE_SHARE = 0.22f;
  private static final int TOLERANCE_TURN = 36;

  /// No pair speaks louder than this, however many edges are alike.
  private static final int VOTES_MAX = 4096;

  int count;
  final int[] one = new int[MOST];
  final int[] other = new int[MOST];
  private final int[] votes = new int[MOST];
  private final int[] support = new int[MOST];
  private final long[] fitting = new long[MOST];
  private long left;
  private int most;

  /// Finds them.
  void find(EdgeVotes all, ReadyMinutiae first, ReadyMinutiae second) {
    count = 0;
    int least = 0;
    for (int i = 0; i < first.count; i++) {
      for (int j = 0; j < second.count; j++) {
        int said = all.of(i, j, VOTES_MAX);
        if (said > least) {
          insert(i, j, said);
          least = count == MOST ? votes[MOST - 1] : 0;
        }
      }
    }
    for (int a = 0; a < count; a++) {
      support[a] = votes[a];
      fitting[a] = 1L << a;
    }
    for (int a = 0; a < count; a++) {
      for (int b = a + 1; b < count; b++) {
        if (fit(first, second, a, b)) {
          fitting[a] |= 1L << b;
          fitting[b] |= 1L << a;
          support[a] += votes[b];
          support[b] += votes[a];
        }
      }
    }
    left = count == MOST ? -1 : (1L << count) - 1;
    most = 0;
  }

  private void insert(int i, int j, int said) {
    int at = count < MOST ? count++ : MOST - 1;
    while (at > 0 && votes[at - 1] < said) {
      one[at] = one[at - 1];
      other[at] = other[at - 1];
      votes[at] = votes[at - 1];
      at--;
    }
    one[at] = i;
    other[at] = j;
    votes[at] = said;
  }

  private boolean fit(ReadyMinutiae first, ReadyMinutiae second, int a, int b) {
    int i = one[a];
    int k = one[b];
    int j = other[a];
    int l = other[b];
    int turn = second.turn[l] - first.turn[k];
    int off = PackedMinutiae.turned(first.turn[i] + turn, second.turn[j]);
    if (i == k || j == l || Math.abs(off) > TOLERANCE_TURN) {
      return false;
    }
    float x = first.x[k] - first.x[i];
    float y = first.y[k] - first.y[i];
    float cos = Overlay.cos(turn + off / 2 & 511);
    float sin = Overlay.sin(turn + off / 2 & 511);
    float missX = cos * x - sin * y - (second.x[l] - second.x[j]);
    float missY = sin * x + cos * y - (second.y[l] - second.y[j]);
    float tolerance = TOLERANCE_PX + TOLERANCE_SHARE * (float) Math.sqrt(x * x + y * y);
    return missX * missX + missY * missY <= tolerance * tolerance;
  }

  /// The seed that most of the others speak for, of those that no earlier one fits; -1 where none
  /// is left that has half as much for it as the first had.
  int next() {
    int best = -1;
    for (int a = 0; a < count; a++) {
      if ((left & 1L << a) != 0 && (best < 0 || support[a] > support[best])) {
        best = a;
      }
    }
    if (best < 0 || 2 * support[best] < most) {
      return -1;
    }
    most = Math.max(most, support[best]);
    left &= ~fitting[best];
    return best;
  }

  boolean isFitting(int seed, int another) {
    return (fitting[seed] & 1L << another) != 0;
  }
}

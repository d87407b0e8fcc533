package org.ridgeline.bench.fairness;

import java.util.Arrays;
import org.ridgeline.bench.statistics.Scores;

/// Scores with the prints that they are of.
/// - **Shape** `one`, `other`: prints; of a search, its probe twice
final class ScoreTable {
  private float[] scores = new float[16];
  private int[] ones = new int[16];
  private int[] others = new int[16];
  private int size;

  /// Hears a trial.
  interface Visitor {
    /// A trial.
    void trial(int one, int other, float score);
  }

  void add(int one, int other, float score) {
    if (size == scores.length) {
      scores = Arrays.copyOf(scores, 2 * size);
      ones = Arrays.copyOf(ones, 2 * size);
      others = Arrays.copyOf(others, 2 * size);
    }
    scores[size] = score;
    ones[size] = one;
    others[size] = other;
    size++;
  }

  int size() {
    return size;
  }

  void each(Visitor visitor) {
    for (int i = 0; i < size; i++) {
      visitor.trial(ones[i], others[i], scores[i]);
    }
  }

  /// The lowest threshold with at most this share of scores reaching it.
  double threshold(double share) {
    float[] sorted = Arrays.copyOf(scores, size);
    Arrays.sort(sorted);
    int allowed = (int) Math.floor(share * size + 1e-9);
    float limit = allowed >= size ? Scores.NEVER : sorted[size - 1 - allowed];
    return Math.nextUp(limit);
  }
}

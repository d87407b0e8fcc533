package org.ridgeline.bench.fairness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.ridgeline.bench.statistics.Scores;

/// Scores of each group, for their quantiles; comparisons that could not be made are left out.
final class Quantiles {
  private final List<float[]> scores = new ArrayList<>();
  private final int[] size;

  Quantiles(int groups) {
    size = new int[groups];
    for (int i = 0; i < groups; i++) {
      scores.add(new float[16]);
    }
  }

  void add(int group, float score) {
    if (score == Scores.NEVER) {
      return;
    }
    float[] of = scores.get(group);
    if (size[group] == of.length) {
      of = Arrays.copyOf(of, 2 * of.length);
      scores.set(group, of);
    }
    of[size[group]++] = score;
  }

  FairnessReport.Scores of(int group) {
    float[] sorted = Arrays.copyOf(scores.get(group), size[group]);
    Arrays.sort(sorted);
    return new FairnessReport.Scores(
        sorted.length,
        at(sorted, 0.05),
        at(sorted, 0.25),
        at(sorted, 0.5),
        at(sorted, 0.75),
        at(sorted, 0.95));
  }

  /// The lowest score that at least this share is at or below.
  private static OptionalDouble at(float[] sorted, double share) {
    if (sorted.length == 0) {
      return OptionalDouble.empty();
    }
    int place = (int) Math.ceil(share * sorted.length - 1e-9) - 1;
    return OptionalDouble.of(sorted[Math.max(0, place)]);
  }
}

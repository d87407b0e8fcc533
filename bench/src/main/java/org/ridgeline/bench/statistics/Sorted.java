package org.ridgeline.bench.statistics;

import java.util.Arrays;

/// Scores from the highest down, with their subjects.
final class Sorted {
  private final float[] values;
  private final int[] subjects;
  private final int[] others;

  private Sorted(int size) {
    values = new float[size];
    subjects = new int[size];
    others = new int[size];
  }

  static Sorted of(Scores scores) {
    long[] keys = new long[scores.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = (long) -ordered(scores.value(i)) << 32 | i;
    }
    Arrays.parallelSort(keys);
    Sorted sorted = new Sorted(keys.length);
    for (int i = 0; i < keys.length; i++) {
      int trial = (int) keys[i];
      sorted.values[i] = scores.value(trial);
      sorted.subjects[i] = scores.subject(trial);
      sorted.others[i] = scores.other(trial);
    }
    return sorted;
  }

  /// An integer that orders as the score does.
  private static int ordered(float score) {
    int bits = Float.floatToIntBits(score);
    return bits >= 0 ? bits : Integer.MIN_VALUE - bits;
  }

  int size() {
    return values.length;
  }

  float value(int trial) {
    return values[trial];
  }

  /// A trial between two subjects counts for every pair of their copies.
  int weight(int trial, int[] weights) {
    int first = subjects[trial];
    int second = others[trial];
    return first == second ? weights[first] : weights[first] * weights[second];
  }

  long weight(int[] weights) {
    long sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += weight(i, weights);
    }
    return sum;
  }

  /// How many scores are at or above a threshold; [Scores#NEVER] reaches none.
  int reaching(double threshold) {
    int low = 0;
    int high = values.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (values[middle] >= threshold && values[middle] != Scores.NEVER) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

package org.ridgeline.bench.statistics;

import java.util.Arrays;

/// Scores with their subjects, while they are collected.
/// - **Limit** [#TRIALS_MAX]; beyond: IllegalArgumentException
public final class Scores {
  /// The score that reaches no threshold.
  public static final float NEVER = Float.NEGATIVE_INFINITY;

  /// Most trials of a kind: 200 MB, and on the scale of SourceAFIS ten minutes of a core.
  public static final int TRIALS_MAX = 10_000_000;

  private float[] values;
  private int[] subjects;
  private int[] others;
  private int size;

  /// Empty, with room for so many.
  public Scores(int room) {
    values = new float[room];
    subjects = new int[room];
    others = new int[room];
  }

  /// A trial that belongs to one subject.
  public void add(double score, int subject) {
    add(score, subject, subject);
  }

  /// A trial between two subjects, or twice the same.
  public void add(double score, int subject, int other) {
    if (size == TRIALS_MAX) {
      throw new IllegalArgumentException("trials=" + (size + 1L) + " limit=0.." + TRIALS_MAX);
    }
    if (size == values.length) {
      int room = Math.min(TRIALS_MAX, Math.max(16, size * 2));
      values = Arrays.copyOf(values, room);
      subjects = Arrays.copyOf(subjects, room);
      others = Arrays.copyOf(others, room);
    }
    values[size] = (float) score;
    subjects[size] = subject;
    others[size] = other;
    size++;
  }

  int size() {
    return size;
  }

  float value(int trial) {
    return values[trial];
  }

  int subject(int trial) {
    return subjects[trial];
  }

  int other(int trial) {
    return others[trial];
  }
}

package org.ridgeline.search.decision;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A measured curve from a score to a log-likelihood ratio: straight between its points, level
/// beyond the first and the last.
/// - **Shape** `scores` strictly growing, as many as `centibits`, at least one
/// - **Unit** hundredths of a bit: how much more often a mate scores so than a stranger
/// - **Error** otherwise: IllegalArgumentException
public final class ScoreTable {
  /// Curves over more scores are asked point by point.
  private static final int DENSE_MAX = 1 << 16;

  private final int[] scores;
  private final int[] centibits;

  /// The ratio of each score from the first to the last; empty where there are too many.
  private final int[] dense;

  /// A curve through points.
  public ScoreTable(int[] scores, int[] centibits) {
    if (scores.length == 0 || scores.length != centibits.length) {
      throw new IllegalArgumentException(
          "scores=" + scores.length + " centibits=" + centibits.length + " expected the same, 1..");
    }
    for (int i = 1; i < scores.length; i++) {
      if (scores[i] <= scores[i - 1]) {
        throw new IllegalArgumentException("score=" + scores[i] + " expected>" + scores[i - 1]);
      }
    }
    this.scores = scores.clone();
    this.centibits = centibits.clone();
    long range = (long) scores[scores.length - 1] - scores[0];
    dense = new int[range < DENSE_MAX ? (int) range : 0];
    for (int i = 0; i < dense.length; i++) {
      dense[i] = between(scores[0] + i);
    }
  }

  /// The ratio of a score, rounded towards the lower point.
  public int at(int score) {
    int last = scores.length - 1;
    if (score <= scores[0]) {
      return centibits[0];
    }
    if (score >= scores[last]) {
      return centibits[last];
    }
    return dense.length > 0 ? dense[score - scores[0]] : between(score);
  }

  /// The most that any score says.
  public int most() {
    return Arrays.stream(centibits).max().orElseThrow();
  }

  private int between(int score) {
    int found = Arrays.binarySearch(scores, score);
    int i = found >= 0 ? found : -found - 2;
    int rise = centibits[i + 1] - centibits[i];
    return centibits[i] + rise * (score - scores[i]) / (scores[i + 1] - scores[i]);
  }

  /// Reads what [#toString()] writes: `score:centibits` and spaces between.
  public static ScoreTable of(String text) {
    String[] points = text.trim().split("\\s+");
    int[] scores = new int[points.length];
    int[] centibits = new int[points.length];
    for (int i = 0; i < points.length; i++) {
      String[] parts = points[i].split(":");
      if (parts.length != 2) {
        throw new IllegalArgumentException("point=" + points[i] + " expected score:centibits");
      }
      scores[i] = Integer.parseInt(parts[0]);
      centibits[i] = Integer.parseInt(parts[1]);
    }
    return new ScoreTable(scores, centibits);
  }

  @Override
  public String toString() {
    return IntStream.range(0, scores.length)
        .mapToObj(i -> scores[i] + ":" + centibits[i])
        .collect(Collectors.joining(" "));
  }
}

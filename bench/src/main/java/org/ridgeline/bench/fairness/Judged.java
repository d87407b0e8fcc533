package org.ridgeline.bench.fairness;

import org.ridgeline.bench.statistics.Scores;

/// An engine's trials with the thresholds at which it stands.
record Judged(Trials trials, int persons, double matchThreshold, double findThreshold) {
  /// Whether a pair's score says one finger.
  boolean isMatch(float score) {
    return score != Scores.NEVER && score >= matchThreshold;
  }

  /// Whether a search's score says somebody was found.
  boolean isFound(float score) {
    return score != Scores.NEVER && score >= findThreshold;
  }
}

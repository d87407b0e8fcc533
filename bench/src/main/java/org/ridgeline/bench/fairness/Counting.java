package org.ridgeline.bench.fairness;

import java.util.function.IntPredicate;
import org.ridgeline.estimate.share.ClusteredShare;

/// Errors and trials of each group, by person, while they are counted.
final class Counting {
  private final long[][] errors;
  private final long[][] trials;
  private final boolean isBetweenTwo;

  Counting(int groups, int persons, boolean isBetweenTwo) {
    errors = new long[groups][persons];
    trials = new long[groups][persons];
    this.isBetweenTwo = isBetweenTwo;
  }

  /// A trial of one person.
  void add(int group, int person, boolean failed) {
    errors[group][person] += failed ? 1 : 0;
    trials[group][person]++;
  }

  /// A trial between two persons.
  void add(int group, int one, int other, boolean failed) {
    add(group, one, failed);
    add(group, other, failed);
  }

  ClusteredShare of(int group) {
    return new ClusteredShare(errors[group], trials[group], isBetweenTwo);
  }

  /// All other groups together, of those that are compared.
  ClusteredShare others(int group, IntPredicate isCompared) {
    int persons = errors[group].length;
    long[] failed = new long[persons];
    long[] of = new long[persons];
    for (int other = 0; other < errors.length; other++) {
      if (other != group && isCompared.test(other)) {
        for (int i = 0; i < persons; i++) {
          failed[i] += errors[other][i];
          of[i] += trials[other][i];
        }
      }
    }
    return new ClusteredShare(failed, of, isBetweenTwo);
  }
}

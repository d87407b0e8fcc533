package org.ridgeline.estimate.share;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/// A share of trials that depend on each other where they are of one person: the 28 comparisons of
/// one bad finger are not 28 independent failures.
///
/// A trial is of one person, or between two; then it stands with both, and what is learnt of the
/// spread is of both, too.
/// - **Shape** `errors`, `trials`: by person; of a trial between two persons, with each of them
/// - **Error** a count outside its limits: IllegalArgumentException
/// - **Source** E. L. Korn, B. I. Graubard, Survey Methodology 24, 1998 (exact intervals with the
///   number of trials that independent ones would be); P. M. Aronow, C. Samii, V. A. Assenova,
///   Political Analysis 23, 2015 (trials between two)
public record ClusteredShare(long[] errors, long[] trials, boolean isBetweenTwo) {
  public ClusteredShare {
    if (errors.length != trials.length) {
      throw new IllegalArgumentException(
          "errors=" + errors.length + " trials=" + trials.length + " expected as many of each");
    }
    errors = errors.clone();
    trials = trials.clone();
    for (int i = 0; i < errors.length; i++) {
      if (errors[i] < 0 || errors[i] > trials[i]) {
        throw new IllegalArgumentException("errors=" + errors[i] + " limit=0.." + trials[i]);
      }
    }
  }

  @Override
  public long[] errors() {
    return errors.clone();
  }

  @Override
  public long[] trials() {
    return trials.clone();
  }

  /// All trials, each once.
  public Share share() {
    long failed = 0;
    long all = 0;
    for (int i = 0; i < errors.length; i++) {
      failed += errors[i];
      all += trials[i];
    }
    int sides = isBetweenTwo ? 2 : 1;
    return new Share(failed / sides, all / sides);
  }

  /// Persons with a trial.
  public int persons() {
    int persons = 0;
    for (long of : trials) {
      persons += of > 0 ? 1 : 0;
    }
    return persons;
  }

  /// The interval of 95 %. Where nothing failed, or everything, nothing is known of how alike one
  /// person's trials are: they then count as one trial a person. With fewer than two persons it is
  /// 0..1.
  public Interval bounds() {
    Share share = share();
    int persons = persons();
    if (persons < 2) {
      return new Interval(0, 1);
    }
    double of = Math.min(share.of(), effective(share, persons));
    double count = share.rate() * of;
    double tail = (1 - Interval.CONFIDENCE) / 2;
    double low = share.count() == 0 ? 0 : quantile(tail, count, of - count + 1);
    double high = share.count() == share.of() ? 1 : quantile(1 - tail, count + 1, of - count);
    return new Interval(low, high);
  }

  private double effective(Share share, int persons) {
    if (share.count() == 0 || share.count() == share.of()) {
      return persons;
    }
    double independent = share.of() * share.rate() * (1 - share.rate());
    double sum = 0;
    for (int i = 0; i < errors.length; i++) {
      double over = errors[i] - share.rate() * trials[i];
      sum += over * over;
    }
    // A trial between two stands with both: taken out once, it is counted once.
    double spread = isBetweenTwo ? sum - independent : sum * persons / (persons - 1.0);
    double design = Math.max(1, spread / independent);
    double few = student(share.of() - 1.0) / student(persons - 1.0);
    return share.of() / design * few * few;
  }

  private static double student(double degrees) {
    return TDistribution.of(Math.max(1, degrees))
        .inverseSurvivalProbability((1 - Interval.CONFIDENCE) / 2);
  }

  private static double quantile(double probability, double alpha, double beta) {
    return BetaDistribution.of(alpha, beta).inverseCumulativeProbability(probability);
  }
}

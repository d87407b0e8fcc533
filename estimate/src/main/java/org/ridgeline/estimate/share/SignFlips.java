package org.ridgeline.estimate.share;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Whether two groups of trials differ by more than chance, where trials of one person depend on
/// each other: each person's part of the difference is given a sign by lot.
///
/// A part is what a person's trials add to the difference of the two shares, reckoned from the
/// share of both groups together. Without a difference a part is as likely to be below 0 as above.
/// One person with very many trials could move that common share, and with it everybody's part; so
/// all of it is done again without whoever makes most of the difference, and the larger p stands:
/// no single person makes a finding.
/// - **Limit** [#DRAWINGS] drawings from the seed that is told: the same seed gives the same p
/// - **Source** P. Kline, A. Santos, Journal of Econometric Methods 1, 2012 (the score bootstrap)
public final class SignFlips {
  /// How often signs are drawn.
  public static final int DRAWINGS = 9_999;

  /// Sums that differ by less are the same: their parts were added up in another order.
  private static final double SAME = 1e-12;

  private SignFlips() {}

  /// How likely a difference of shares this large is where there is none, two-sided.
  ///
  /// Of trials between two persons a part stands with both: p then errs upwards, where trials are
  /// in truth independent.
  /// - **Error** other persons in the two: IllegalArgumentException
  /// - **Unit** p, above 0 and at most 1; 1 where one has no trial
  public static double ofTwo(ClusteredShare one, ClusteredShare other, long seed) {
    long[] errors = one.errors();
    long[] trials = one.trials();
    long[] others = other.errors();
    long[] otherTrials = other.trials();
    if (errors.length != others.length || one.isBetweenTwo() != other.isBetweenTwo()) {
      throw new IllegalArgumentException(
          "persons=" + errors.length + " other=" + others.length + " expected the same");
    }
    Parts all = new Parts(errors, trials, others, otherTrials, sides(one));
    if (all.isEmpty()) {
      return 1;
    }
    double difference = all.difference();
    double p = all.p(seed);
    int heaviest = all.heaviest(Math.signum(difference));
    for (long[] counts : List.of(errors, trials, others, otherTrials)) {
      counts[heaviest] = 0;
    }
    Parts left = new Parts(errors, trials, others, otherTrials, sides(one));
    return Math.signum(left.difference()) == Math.signum(difference)
        ? Math.max(p, left.p(seed))
        : 1;
  }

  private static int sides(ClusteredShare of) {
    return of.isBetweenTwo() ? 2 : 1;
  }

  /// What persons add to the difference of two shares.
  private record Parts(long[] errors, long[] trials, long[] others, long[] otherTrials, int sides) {
    boolean isEmpty() {
      return sum(trials) == 0 || sum(otherTrials) == 0;
    }

    double difference() {
      return (double) sum(errors) / sum(trials) - (double) sum(others) / sum(otherTrials);
    }

    private static long sum(long[] of) {
      return Arrays.stream(of).sum();
    }

    /// Without whom least of the difference is left.
    int heaviest(double sign) {
      double[] all = {sum(errors), sum(trials), sum(others), sum(otherTrials)};
      return IntStream.range(0, errors.length)
          .boxed()
          .min(
              Comparator.comparingDouble(i -> {
                double first = (all[0] - errors[i]) / Math.max(1, all[1] - trials[i]);
                double second = (all[2] - others[i]) / Math.max(1, all[3] - otherTrials[i]);
                return sign * (first - second);
              }))
          .orElseThrow();
    }

    double p(long seed) {
      if (isEmpty()) {
        return 1;
      }
      double both = (double) (sum(errors) + sum(others)) / (sum(trials) + sum(otherTrials));
      double first = (double) sum(trials) / sides;
      double second = (double) sum(otherTrials) / sides;
      double[] parts =
          IntStream.range(0, errors.length)
              .mapToDouble(i ->
                  (errors[i] - both * trials[i]) / first
                      - (others[i] - both * otherTrials[i]) / second)
              .filter(part -> part != 0)
              .toArray();
      return SignFlips.p(parts, Math.abs(difference()), seed);
    }
  }

  private static double p(double[] parts, double found, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int reached = 1;
    for (int drawing = 0; drawing < DRAWINGS; drawing++) {
      double sum = 0;
      long signs = 0;
      for (int i = 0; i < parts.length; i++) {
        signs = i % Long.SIZE == 0 ? random.nextLong() : signs >>> 1;
        sum += (signs & 1) == 0 ? parts[i] : -parts[i];
      }
      reached += Math.abs(sum) + SAME >= found ? 1 : 0;
    }
    return (double) reached / (DRAWINGS + 1);
  }
}

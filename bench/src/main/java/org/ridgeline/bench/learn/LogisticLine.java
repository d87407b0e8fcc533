package org.ridgeline.bench.learn;

import java.util.Arrays;

/// The log odds that a pair is genuine, as a straight line over its score, by logistic regression.
///
/// The slope is held back a little (a normal prior, of [#SPREAD] a tenth of score), so that there
/// is a line even where the scores do not overlap.
/// - **Unit** natural logarithm; scores in tenths
record LogisticLine(double middle, double constant, double slope) {
  private static final double SPREAD = 0.1;
  private static final int ROUNDS = 60;
  private static final int HALVED_MAX = 30;

  /// The line through two sets of scores.
  /// - **Error** one of them empty: IllegalArgumentException
  static LogisticLine through(int[] genuine, int[] impostors) {
    if (genuine.length == 0 || impostors.length == 0) {
      throw new IllegalArgumentException(
          "genuine=" + genuine.length + " impostors=" + impostors.length + " limit=1..");
    }
    LogisticLine line =
        new LogisticLine(
            Arrays.stream(impostors).average().orElseThrow(),
            StrictMath.log((double) genuine.length / impostors.length),
            0);
    for (int round = 0; round < ROUNDS; round++) {
      line = line.nearer(genuine, impostors);
    }
    return line;
  }

  /// One step of Newton's, halved until it leads upwards.
  private LogisticLine nearer(int[] genuine, int[] impostors) {
    double[] sums = new double[5];
    sums[1] = -slope / (SPREAD * SPREAD);
    sums[4] = 1 / (SPREAD * SPREAD);
    add(genuine, 1, sums);
    add(impostors, 0, sums);
    double determinant = sums[2] * sums[4] - sums[3] * sums[3];
    if (determinant <= 0) {
      return this;
    }
    double up = (sums[4] * sums[0] - sums[3] * sums[1]) / determinant;
    double steeper = (sums[2] * sums[1] - sums[3] * sums[0]) / determinant;
    double now = likelihood(genuine, impostors);
    for (int halved = 0; halved < HALVED_MAX; halved++) {
      double part = 1.0 / (1 << halved);
      LogisticLine next = new LogisticLine(middle, constant + part * up, slope + part * steeper);
      if (next.likelihood(genuine, impostors) > now) {
        return next;
      }
    }
    return this;
  }

  /// How likely the scores are, and the slope: a logarithm.
  private double likelihood(int[] genuine, int[] impostors) {
    double sum = -slope * slope / (2 * SPREAD * SPREAD);
    for (int score : genuine) {
      sum -= softly(-logOdds(score));
    }
    for (int score : impostors) {
      sum -= softly(logOdds(score));
    }
    return sum;
  }

  /// The logarithm of 1 + e^x, without overflow.
  private static double softly(double x) {
    return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
  }

  /// Adds the gradient (two numbers) and the curvature (three) of some scores.
  private void add(int[] scores, double wanted, double[] sums) {
    for (int score : scores) {
      double x = score - middle;
      double odds = 1 / (1 + StrictMath.exp(-constant - slope * x));
      double weight = odds * (1 - odds);
      sums[0] += wanted - odds;
      sums[1] += (wanted - odds) * x;
      sums[2] += weight;
      sums[3] += weight * x;
      sums[4] += weight * x * x;
    }
  }

  /// The log odds of a score, among the pairs the line was laid through.
  double logOdds(double score) {
    return constant + slope * (score - middle);
  }
}

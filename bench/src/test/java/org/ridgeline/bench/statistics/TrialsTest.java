package org.ridgeline.bench.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ridgeline.estimate.share.Interval;
import org.ridgeline.estimate.share.Share;

class TrialsTest {
  private static final double NEVER = Scores.NEVER;

  @Test
  void countsScoresThatReachAThreshold() {
    Trials trials = trials(new double[] {5, 4, 3, 1}, new double[] {2, 1.5, 1, 0.5});
    assertThat(trials.missed(3)).isEqualTo(new Share(1, 4));
    assertThat(trials.missed(3.5)).isEqualTo(new Share(2, 4));
    assertThat(trials.falselyFound(1.5)).isEqualTo(new Share(2, 4));
    assertThat(trials.falselyFound(Double.NEGATIVE_INFINITY)).isEqualTo(new Share(4, 4));
  }

  @Test
  void equalErrorRateWhereBothRatesMeet() {
    // At 2: one of four non-mated reach it, one of four mated does not.
    Trials trials = trials(new double[] {5, 4, 3, 1}, new double[] {2, 1.5, 1, 0.5});
    assertThat(trials.equalErrorRate()).isEqualTo(0.25);
  }

  @Test
  void equalErrorRateLiesBetweenThresholdsWhereRatesJumpPastEachOther() {
    // At 4: (FMR 0, FNMR 1/3); at 2: (1/2, 1/3); the line between them is level: 1/3.
    Trials level = trials(new double[] {5, 4, 1}, new double[] {2, 0});
    assertThat(level.equalErrorRate()).isCloseTo(1 / 3.0, within(1e-12));
    // A tie of both kinds: from (0, 1/2) straight to (1/2, 0), which crosses at 1/4.
    Trials tie = trials(new double[] {5, 2}, new double[] {2, 0});
    assertThat(tie.equalErrorRate()).isCloseTo(0.25, within(1e-12));
  }

  @Test
  void equalErrorRateOfPerfectAndOfHopelessScores() {
    assertThat(trials(new double[] {9, 8}, new double[] {1, 2}).equalErrorRate()).isZero();
    assertThat(trials(new double[] {1, 2}, new double[] {9, 8}).equalErrorRate()).isEqualTo(1);
  }

  @Test
  void trialsThatCouldNotBeMadeReachNoThresholdAndAreKept() {
    Trials trials = trials(new double[] {5, NEVER}, new double[] {1, NEVER});
    assertThat(trials.missed(Double.NEGATIVE_INFINITY)).isEqualTo(new Share(1, 2));
    assertThat(trials.falselyFound(Double.NEGATIVE_INFINITY)).isEqualTo(new Share(1, 2));
    // Between (0, 1/2) at 5 and (1/2, 1/2) at 1.
    assertThat(trials.equalErrorRate()).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void thresholdLetsAtMostTheAskedShareThrough() {
    double[] impostors = new double[1000];
    for (int i = 0; i < impostors.length; i++) {
      impostors[i] = i;
    }
    Trials trials = trials(new double[] {990, 989.5, 989, 988}, impostors);
    double threshold = trials.threshold(0.01);
    assertThat(trials.falselyFound(threshold)).isEqualTo(new Share(10, 1000));
    assertThat(trials.missed(threshold)).isEqualTo(new Share(2, 4));
    // Ties: ten of a hundred share one score, so none of them may pass at 5 %.
    double[] tied = new double[100];
    Arrays.fill(tied, 0, 10, 7);
    Trials ties = trials(new double[] {8, 7}, tied);
    assertThat(ties.falselyFound(ties.threshold(0.05))).isEqualTo(new Share(0, 100));
    assertThat(ties.missed(ties.threshold(0.05))).isEqualTo(new Share(1, 2));
    assertThat(ties.missed(ties.threshold(0.10))).isEqualTo(new Share(0, 2));
  }

  @Test
  void supportsRatesOfThreeExpectedErrors() {
    Trials trials = trials(new double[] {1}, new double[30]);
    assertThat(trials.supports(0.1)).isTrue();
    assertThat(trials.supports(0.09)).isFalse();
  }

  @Test
  void tradeOffGoesFromAllMissedToAllFound() {
    Trials trials = trials(new double[] {5, 4, 3, 1}, new double[] {2, 1.5, 1, 0.5});
    List<Point> points = trials.tradeOff();
    assertThat(points.getFirst()).isEqualTo(new Point(0, 1));
    assertThat(points).contains(new Point(0.25, 0.25));
    assertThat(points.getLast()).isEqualTo(new Point(1, 0));
  }

  @Test
  void refusesMoreTrialsThanTheLimit() {
    Scores scores = new Scores(Scores.TRIALS_MAX);
    for (int i = 0; i < Scores.TRIALS_MAX; i++) {
      scores.add(0, 0);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scores.add(0, 0))
        .withMessageContaining("10000001");
  }

  @Test
  void bootstrapAgreesWithExactBoundsWhereTrialsAreIndependent() {
    SplittableRandom random = new SplittableRandom(7);
    Scores mated = new Scores(0);
    Scores nonMated = new Scores(0);
    for (int i = 0; i < 1000; i++) {
      mated.add(random.nextDouble() < 0.1 ? -1 : 10, i);
      nonMated.add(random.nextDouble(), i);
    }
    Trials trials = new Trials(1000, mated, nonMated);
    Interval drawn = Bootstrap.of(trials, 0.01).missed().getFirst();
    Interval exact = trials.missed(trials.threshold(0.01)).bounds();
    assertThat(drawn.low()).isCloseTo(exact.low(), within(0.01));
    assertThat(drawn.high()).isCloseTo(exact.high(), within(0.01));
    assertThat(Bootstrap.of(trials, 0.01).missed()).containsExactly(drawn);
  }

  @Test
  void bootstrapIsWiderWhereTrialsOfASubjectFailTogether() {
    Scores mated = new Scores(0);
    Scores nonMated = new Scores(0);
    for (int i = 0; i < 1000; i++) {
      int subject = i / 100;
      mated.add(subject == 0 ? -1 : 10, subject);
      nonMated.add(i % 7, subject, (subject + 1) % 10);
    }
    Trials trials = new Trials(10, mated, nonMated);
    Interval drawn = Bootstrap.of(trials, 0.0).missed().getFirst();
    Interval exact = trials.missed(trials.threshold(0)).bounds();
    assertThat(drawn.low()).isZero();
    assertThat(drawn.high()).isGreaterThan(exact.high() + 0.1);
  }

  private static Trials trials(double[] mated, double[] nonMated) {
    return new Trials(1, scores(mated), scores(nonMated));
  }

  private static Scores scores(double[] values) {
    Scores scores = new Scores(values.length);
    for (double value : values) {
      scores.add(value, 0);
    }
    return scores;
  }
}

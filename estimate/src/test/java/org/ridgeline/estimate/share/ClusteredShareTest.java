package org.ridgeline.estimate.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ClusteredShareTest {
  @Test
  void oneTrialAPersonIsNearlyTheExactInterval() {
    long[] errors = new long[200];
    long[] trials = new long[200];
    for (int i = 0; i < 200; i++) {
      errors[i] = i < 20 ? 1 : 0;
      trials[i] = 1;
    }
    ClusteredShare clustered = new ClusteredShare(errors, trials, false);
    Interval exact = new Share(20, 200).bounds();
    assertThat(clustered.bounds().low()).isCloseTo(exact.low(), within(0.002));
    assertThat(clustered.bounds().high()).isCloseTo(exact.high(), within(0.002));
  }

  @Test
  void trialsThatFailTogetherAreNoBetterThanOneEach() {
    long[] errors = {20, 20, 0, 0, 0, 0, 0, 0, 0, 0};
    long[] trials = {20, 20, 20, 20, 20, 20, 20, 20, 20, 20};
    Interval bounds = new ClusteredShare(errors, trials, false).bounds();
    Interval persons = new Share(2, 10).bounds();
    assertThat(bounds.low()).isLessThanOrEqualTo(persons.low() + 0.01);
    assertThat(bounds.high()).isGreaterThanOrEqualTo(persons.high() - 0.01);
    assertThat(bounds.high()).isGreaterThan(new Share(40, 200).bounds().high() + 0.2);
  }

  @Test
  void whereNothingFailedAPersonIsOneTrial() {
    ClusteredShare none =
        new ClusteredShare(new long[10], new long[] {9, 9, 9, 9, 9, 9, 9, 9, 9, 9}, false);
    assertThat(none.bounds()).isEqualTo(new Share(0, 10).bounds());
    assertThat(new ClusteredShare(new long[1], new long[] {9}, false).bounds())
        .isEqualTo(new Interval(0, 1));
  }

  @Test
  void aTrialBetweenTwoCountsOnce() {
    ClusteredShare pairs = new ClusteredShare(new long[] {1, 1, 0}, new long[] {2, 2, 2}, true);
    assertThat(pairs.share()).isEqualTo(new Share(1, 3));
    assertThat(pairs.persons()).isEqualTo(3);
  }

  @Test
  void intervalsCoverAsOftenAsTheySay() {
    assertThat(covered(false)).isGreaterThan(0.93);
    assertThat(covered(true)).isGreaterThan(0.93);
  }

  /// Persons whose trials fail more or less often, on average in 1 of 10.
  private static double covered(boolean isBetweenTwo) {
    int runs = 600;
    int held = 0;
    for (int run = 0; run < runs; run++) {
      SplittableRandom random = new SplittableRandom(run);
      int persons = 40;
      double[] weak = random.doubles(persons).map(u -> 0.05 + (u < 0.2 ? 0.25 : 0)).toArray();
      long[] errors = new long[persons];
      long[] trials = new long[persons];
      for (int i = 0; i < persons; i++) {
        for (int k = 0; k < (isBetweenTwo ? i : 10); k++) {
          double odds = isBetweenTwo ? (weak[i] + weak[k]) / 2 : weak[i];
          int failed = random.nextDouble() < odds ? 1 : 0;
          errors[i] += failed;
          trials[i]++;
          if (isBetweenTwo) {
            errors[k] += failed;
            trials[k]++;
          }
        }
      }
      held += new ClusteredShare(errors, trials, isBetweenTwo).bounds().holds(0.1) ? 1 : 0;
    }
    return (double) held / runs;
  }

  @Test
  void refusesMoreErrorsThanTrials() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ClusteredShare(new long[] {2}, new long[] {1}, false))
        .withMessage("errors=2 limit=0..1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ClusteredShare(new long[1], new long[2], false));
  }
}

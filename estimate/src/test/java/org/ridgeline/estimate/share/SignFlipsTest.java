package org.ridgeline.estimate.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SignFlipsTest {
  @Test
  void aGroupWhosePersonsAllFailMoreIsFound() {
    assertThat(SignFlips.ofTwo(group(0, 20, 4), group(20, 60, 1), 1)).isLessThan(0.001);
  }

  @Test
  void onePersonWhoAlwaysFailsNamesNobody() {
    long[] errors = new long[60];
    errors[0] = 1000;
    long[] trials = new long[60];
    trials[0] = 1000;
    for (int i = 1; i < 10; i++) {
      trials[i] = 10;
    }
    ClusteredShare one = new ClusteredShare(errors, trials, false);
    assertThat(SignFlips.ofTwo(one, group(10, 40, 1), 1)).isGreaterThan(0.05);
  }

  @Test
  void withoutADifferenceSmallValuesAreAsRareAsTheySay() {
    int small = 0;
    for (int run = 0; run < 400; run++) {
      SplittableRandom random = new SplittableRandom(run);
      ClusteredShare one = drawn(random, 0, 15);
      ClusteredShare other = drawn(random, 15, 60);
      small += SignFlips.ofTwo(one, other, run) <= 0.05 ? 1 : 0;
    }
    assertThat(small).as("of 400").isBetween(1, 32);
  }

  @Test
  void theSameSeedGivesTheSameAndNoTrialGivesOne() {
    ClusteredShare one = group(0, 20, 2);
    ClusteredShare other = group(20, 60, 1);
    assertThat(SignFlips.ofTwo(one, other, 7)).isEqualTo(SignFlips.ofTwo(one, other, 7));
    assertThat(SignFlips.ofTwo(one, group(0, 0, 0), 7)).isEqualTo(1);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> SignFlips.ofTwo(one, new ClusteredShare(new long[1], new long[1], false), 7));
  }

  /// Ten trials a person, so many of which fail.
  private static ClusteredShare group(int from, int to, int failing) {
    long[] errors = new long[60];
    long[] trials = new long[60];
    for (int i = from; i < to; i++) {
      errors[i] = failing;
      trials[i] = 10;
    }
    return new ClusteredShare(errors, trials, false);
  }

  private static ClusteredShare drawn(SplittableRandom random, int from, int to) {
    long[] errors = new long[60];
    long[] trials = new long[60];
    for (int i = from; i < to; i++) {
      double odds = random.nextDouble() < 0.2 ? 0.3 : 0.05;
      for (int k = 0; k < 10; k++) {
        errors[i] += random.nextDouble() < odds ? 1 : 0;
        trials[i]++;
      }
    }
    return new ClusteredShare(errors, trials, false);
  }
}

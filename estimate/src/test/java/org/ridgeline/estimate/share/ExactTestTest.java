package org.ridgeline.estimate.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.estimate.Limits;

class ExactTestTest {
  @ParameterizedTest
  @ValueSource(strings = {"0.01", "0.2", "0.5", "0.93"})
  void againstAKnownShareIsTwiceTheSmallerExactTail(String known) {
    for (int of : new int[] {1, 2, 17, 60}) {
      for (int count = 0; count <= of; count++) {
        double below = Sums.binomialAtMost(count, of, known);
        double above = count == 0 ? 1 : 1 - Sums.binomialAtMost(count - 1, of, known);
        assertThat(ExactTest.againstKnown(new Share(count, of), Double.parseDouble(known)))
            .as(count + "/" + of)
            .isCloseTo(Math.min(1, 2 * Math.min(above, below)), within(1e-12));
      }
    }
  }

  @Test
  void ofTwoIsTwiceTheSmallerHypergeometricTail() {
    SplittableRandom dice = new SplittableRandom(1);
    for (int i = 0; i < 300; i++) {
      int n1 = 1 + dice.nextInt(40);
      int n2 = 1 + dice.nextInt(40);
      int k1 = dice.nextInt(n1 + 1);
      int k2 = dice.nextInt(n2 + 1);
      double below = Sums.hypergeometricAtMost(k1, n1, k1 + k2, n1 + n2);
      double above = 1 - Sums.hypergeometricAtMost(k1 - 1, n1, k1 + k2, n1 + n2);
      assertThat(ExactTest.ofTwo(new Share(k1, n1), new Share(k2, n2)))
          .isCloseTo(Math.min(1, 2 * Math.min(above, below)), within(1e-11));
    }
  }

  /// Fisher's tea: 3 of 4 cups told right; one tail is 17/70.
  @Test
  void knowsTheLadyWhoTastedTea() {
    assertThat(ExactTest.ofTwo(new Share(3, 4), new Share(1, 4)))
        .isCloseTo(34.0 / 70, within(1e-12));
  }

  @Test
  void neverContradictsTheExactInterval() {
    SplittableRandom dice = new SplittableRandom(2);
    for (int i = 0; i < 5000; i++) {
      int of = 1 + dice.nextInt(2000);
      Share share = new Share(dice.nextInt(of + 1), of);
      double known = dice.nextDouble();
      Interval bounds = share.bounds();
      double nearest = Math.min(Math.abs(known - bounds.low()), Math.abs(known - bounds.high()));
      if (nearest > 1e-9) {
        assertThat(ExactTest.againstKnown(share, known) >= 0.05)
            .as(share + " " + known)
            .isEqualTo(bounds.holds(known));
      }
    }
  }

  @Test
  void isTheSameForThoseInAndThoseNotIn() {
    SplittableRandom dice = new SplittableRandom(3);
    for (int i = 0; i < 1000; i++) {
      int of = dice.nextInt(500);
      int count = dice.nextInt(of + 1);
      double known = dice.nextInt(1, 1000) / 1000.0;
      assertThat(ExactTest.againstKnown(new Share(count, of), known))
          .isCloseTo(ExactTest.againstKnown(new Share(of - count, of), 1 - known), within(1e-9))
          .isBetween(0.0, 1.0);
    }
  }

  /// What the control of false discoveries stands on.
  @Test
  void underTheNullPIsAtOrBelowAlphaAtMostThatOften() {
    for (double known : new double[] {0.03, 0.2, 0.5}) {
      double[] chances = new double[51];
      for (int count = 0; count <= 50; count++) {
        chances[count] =
            Sums.binomialAtMost(count, 50, String.valueOf(known))
                - (count == 0 ? 0 : Sums.binomialAtMost(count - 1, 50, String.valueOf(known)));
      }
      for (double alpha : new double[] {0.2, 0.05, 0.01, 0.0001}) {
        double chance = 0;
        for (int count = 0; count <= 50; count++) {
          if (ExactTest.againstKnown(new Share(count, 50), known) <= alpha) {
            chance += chances[count];
          }
        }
        assertThat(chance).isLessThanOrEqualTo(alpha);
      }
    }
  }

  @Test
  void nothingSaysNothingAndAKnownEndSaysAll() {
    assertThat(ExactTest.againstKnown(new Share(0, 0), 0.2)).isEqualTo(1);
    assertThat(ExactTest.ofTwo(new Share(0, 0), new Share(3, 4))).isEqualTo(1);
    assertThat(ExactTest.againstKnown(new Share(0, 9), 0)).isEqualTo(1);
    assertThat(ExactTest.againstKnown(new Share(1, 9), 0)).isZero();
    assertThat(ExactTest.againstKnown(new Share(9, 9), 1)).isEqualTo(1);
    assertThat(ExactTest.againstKnown(new Share(8, 9), 1)).isZero();
  }

  @Test
  void refusesWhatIsNoShareAndTooManyTrials() {
    Share one = new Share(1, 2);
    assertThatIllegalArgumentException().isThrownBy(() -> ExactTest.againstKnown(one, 1.01));
    assertThatIllegalArgumentException().isThrownBy(() -> ExactTest.againstKnown(one, Double.NaN));
    Share most = new Share(1, Limits.TWO_SAMPLES_MAX);
    Share more = new Share(1, Limits.TWO_SAMPLES_MAX + 1);
    assertThat(ExactTest.ofTwo(most, one)).isBetween(0.0, 1e-6);
    assertThatIllegalArgumentException().isThrownBy(() -> ExactTest.ofTwo(more, one));
    assertThatIllegalArgumentException().isThrownBy(() -> ExactTest.ofTwo(one, more));
  }
}

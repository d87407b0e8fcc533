package org.ridgeline.estimate.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Against the worked values of R. G. Newcombe's two papers (Statistics in Medicine 17, 1998):
/// shares in table I of pages 857-872, differences in table II of pages 873-890, method 10.
class WilsonTest {
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2553, 0.3662, 0.2527, 0.3676",
    "15, 148, 0.0624, 0.1605, 0.0578, 0.1617",
    "0, 20, 0, 0.1611, 0, 0.1684",
    "1, 29, 0.0061, 0.1718, 0.0009, 0.1776"
  })
  void boundsOfAShareAreThePublishedOnes(
      int count, int of, double low, double high, double exactLow, double exactHigh) {
    Interval wilson = new Share(count, of).wilson(0.95);
    assertThat(wilson.low()).isCloseTo(low, within(5.1e-5));
    assertThat(wilson.high()).isCloseTo(high, within(5.1e-5));
    Interval exact = new Share(count, of).exact(0.95);
    assertThat(exact.low()).isCloseTo(exactLow, within(5.1e-5));
    assertThat(exact.high()).isCloseTo(exactHigh, within(5.1e-5));
  }

  @ParameterizedTest
  @CsvSource({
    "56, 70, 48, 80, 0.0524, 0.3339",
    "9, 10, 3, 10, 0.1705, 0.8090",
    "6, 7, 2, 7, 0.0582, 0.8062",
    "5, 56, 0, 29, -0.0381, 0.1926",
    "0, 10, 0, 20, -0.1611, 0.2775",
    "0, 10, 0, 10, -0.2775, 0.2775",
    "10, 10, 0, 20, 0.6791, 1",
    "10, 10, 0, 10, 0.6075, 1"
  })
  void boundsOfADifferenceAreThePublishedOnes(
      int count, int of, int others, int ofOthers, double low, double high) {
    ShareDifference difference =
        new ShareDifference(new Share(count, of), new Share(others, ofOthers));
    assertThat(difference.bounds().low()).isCloseTo(low, within(5.1e-5));
    assertThat(difference.bounds().high()).isCloseTo(high, within(5.1e-5));
  }

  @Test
  void boundsSolveTheScoreEquation() {
    double z = 1.959963984540054;
    for (int count = 1; count < 90; count++) {
      Share share = new Share(count, 90);
      for (double end : new double[] {share.wilson(0.95).low(), share.wilson(0.95).high()}) {
        assertThat(Math.abs(share.rate() - end) / Math.sqrt(end * (1 - end) / 90))
            .isCloseTo(z, within(1e-9));
      }
    }
  }

  @Test
  void boundsHoldWhatWasSeenMirrorAndNarrowWithMoreTrials() {
    SplittableRandom dice = new SplittableRandom(4);
    for (int i = 0; i < 2000; i++) {
      int of = 1 + dice.nextInt(400);
      int count = dice.nextInt(of + 1);
      Share share = new Share(count, of);
      Interval mirrored = new Share(of - count, of).wilson(0.95);
      Interval bounds = share.wilson(0.95);
      assertThat(bounds.low()).isBetween(0.0, share.rate());
      assertThat(bounds.high()).isBetween(share.rate(), 1.0);
      assertThat(bounds.low()).isCloseTo(1 - mirrored.high(), within(1e-12));
      Interval tenfold = new Share(10L * count, 10L * of).wilson(0.95);
      assertThat(tenfold.high() - tenfold.low()).isLessThan(bounds.high() - bounds.low());
      assertThat(share.wilson(0.998).low()).isLessThanOrEqualTo(bounds.low());
      assertThat(share.exact(0.998).high()).isGreaterThanOrEqualTo(share.bounds().high());
    }
  }

  @Test
  void aDifferenceTurnedRoundIsItsNegative() {
    SplittableRandom dice = new SplittableRandom(5);
    for (int i = 0; i < 2000; i++) {
      int of = 1 + dice.nextInt(300);
      int ofOther = 1 + dice.nextInt(300);
      Share one = new Share(dice.nextInt(of + 1), of);
      Share other = new Share(dice.nextInt(ofOther + 1), ofOther);
      ShareDifference forth = new ShareDifference(one, other);
      ShareDifference back = new ShareDifference(other, one);
      assertThat(forth.difference()).isEqualTo(-back.difference());
      assertThat(forth.bounds().low()).isCloseTo(-back.bounds().high(), within(1e-12));
      assertThat(forth.bounds().holds(forth.difference())).isTrue();
      assertThat(forth.bounds().low()).isGreaterThanOrEqualTo(-1);
      assertThat(forth.bounds().high()).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void nothingIsKnownOfNothing() {
    Share none = new Share(0, 0);
    assertThat(none.wilson(0.95)).isEqualTo(new Interval(0, 1));
    assertThat(new ShareDifference(none, new Share(1, 2)).bounds()).isEqualTo(new Interval(-1, 1));
    assertThat(new ShareDifference(new Share(1, 2), none).difference()).isNaN();
  }

  @Test
  void refusesAConfidenceThatIsNone() {
    Share share = new Share(1, 2);
    assertThatIllegalArgumentException().isThrownBy(() -> share.wilson(1));
    assertThatIllegalArgumentException().isThrownBy(() -> share.exact(0));
    assertThatIllegalArgumentException().isThrownBy(() -> share.exact(Double.NaN));
  }
}

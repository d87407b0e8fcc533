package org.ridgeline.estimate.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {
  /// Values of the tables of exact binomial limits that statistics books print.
  @ParameterizedTest
  @CsvSource({
    "0, 10, 0, 0.3085",
    "1, 10, 0.0025, 0.4450",
    "5, 10, 0.1871, 0.8129",
    "10, 10, 0.6915, 1",
    "1, 1, 0.025, 1",
    "1, 20, 0.0013, 0.2487",
    "2, 20, 0.0123, 0.3170",
    "0, 100, 0, 0.0362",
    "10, 100, 0.0490, 0.1762",
    "50, 100, 0.3983, 0.6017",
    "0, 3000, 0, 0.00123"
  })
  void boundsAreThoseOfClopperAndPearson(long count, long of, double low, double high) {
    Interval bounds = new Share(count, of).bounds();
    assertThat(bounds.low()).isCloseTo(low, within(5.1e-5));
    assertThat(bounds.high()).isCloseTo(high, within(5.1e-5));
  }

  /// Without a miss the bounds have a closed form: the n-th root of 0.025.
  @ParameterizedTest
  @CsvSource({"1", "45", "280", "4950", "1000000", "10000000"})
  void noMissInManyTrialsHasTheClosedForm(long of) {
    double expected = -Math.expm1(Math.log(0.025) / of);
    assertThat(new Share(0, of).bounds().high()).isCloseTo(expected, within(1e-7 * expected));
  }

  @Test
  void boundsHoldTheRateAndMirrorTheOtherCount() {
    for (long count = 0; count <= 280; count += 7) {
      Interval bounds = new Share(count, 280).bounds();
      Interval mirrored = new Share(280 - count, 280).bounds();
      assertThat(new Share(count, 280).rate()).isBetween(bounds.low(), bounds.high());
      assertThat(bounds.low()).isCloseTo(1 - mirrored.high(), within(1e-12));
    }
  }

  @Test
  void noTrialsSayNothing() {
    assertThat(new Share(0, 0).rate()).isNaN();
    assertThat(new Share(0, 0).bounds()).isEqualTo(new Interval(0, 1));
  }

  @Test
  void refusesCountsThatCannotBe() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Share(3, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> new Share(-1, 2));
  }
}

package org.ridgeline.casework.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// Against published tables of exact binomial bounds.
class ExactIntervalTest {
  @Test
  void agreesWithPublishedTables() {
    agrees(0, 10, 0, 0.3085);
    agrees(1, 10, 0.0025, 0.4450);
    agrees(5, 10, 0.1871, 0.8129);
    agrees(10, 10, 0.6915, 1);
    agrees(2, 20, 0.0123, 0.3170);
    agrees(0, 100, 0, 0.0362);
    agrees(1, 1, 0.025, 1);
    agrees(10, 100, 0.0490, 0.1762);
  }

  private static void agrees(int count, int of, double low, double high) {
    ExactInterval interval = ExactInterval.of(count, of);
    assertThat(interval.low()).as(count + "/" + of).isCloseTo(low, within(6e-5));
    assertThat(interval.high()).as(count + "/" + of).isCloseTo(high, within(6e-5));
  }

  @Test
  void nothingIsKnownOfNothing() {
    assertThat(ExactInterval.of(0, 0)).isEqualTo(new ExactInterval(0, 0, 0, 1));
  }

  @Test
  void holdsForThousands() {
    ExactInterval interval = ExactInterval.of(50, 5000);
    assertThat(interval.low()).isBetween(0.007, 0.01);
    assertThat(interval.high()).isBetween(0.01, 0.014);
  }

  @Test
  void refusesMoreThanAll() {
    assertThatThrownBy(() -> ExactInterval.of(2, 1)).isInstanceOf(IllegalArgumentException.class);
  }
}

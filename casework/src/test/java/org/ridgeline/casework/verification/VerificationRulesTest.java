package org.ridgeline.casework.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VerificationRulesTest {
  private static VerificationRules with(double share, Duration life) {
    return new VerificationRules(share, life, QueueRule.standard());
  }

  @Test
  void theShareOfAllThatArePlantedIsMet() {
    Random lot = new Random(7);
    for (double share : new double[] {0, 0.1, 0.2, 0.5}) {
      double perReal = with(share, Duration.ofHours(1)).plantedPerReal();
      int planted = 0;
      int real = 100_000;
      for (int i = 0; i < real; i++) {
        planted += lot.nextDouble() < perReal ? 1 : 0;
      }
      assertThat(planted / (double) (planted + real)).isCloseTo(share, within(0.005));
    }
  }

  @Test
  void refusesMoreThanHalfAndTimesThatAreNone() {
    assertThatThrownBy(() -> with(0.51, Duration.ofHours(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> with(-0.01, Duration.ofHours(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> with(0.2, Duration.ofSeconds(59)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> with(0.2, Duration.ofDays(1).plusHours(24)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

package org.ridgeline.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class FinalActTest {
  private static boolean isUnconfirmed(String path, String step, String tick) {
    return FinalAct.isUnconfirmed(path, Optional.of(step), Optional.of(tick));
  }

  @Test
  void wantsTheTickAndNothingElse() {
    assertThat(FinalAct.isUnconfirmed("/cases/7/sign", Optional.empty(), Optional.empty()))
        .isTrue();
    for (String other : new String[] {"", "no", "on", "TRUE", "true,true"}) {
      assertThat(isUnconfirmed("/cases/7/sign", "", other)).as(other).isTrue();
    }
    assertThat(isUnconfirmed("/cases/7/sign", "", "true")).isFalse();
  }

  @Test
  void takesAnAgencyForAnAgency() {
    assertThat(isUnconfirmed("/agencies/CA0340000/remove", "", "")).isTrue();
    assertThat(isUnconfirmed("/agencies/bureaus/remove", "", "")).isFalse();
  }

  @Test
  void wantsItOfTheStepsThatEndACaseOnly() {
    assertThat(isUnconfirmed("/cases/7/step", "CLOSE_STOPPED", "")).isTrue();
    assertThat(isUnconfirmed("/cases/7/step", "REOPEN", "")).isFalse();
    assertThat(FinalAct.isUnconfirmed("/cases/7/step", Optional.empty(), Optional.empty()))
        .isFalse();
  }
}

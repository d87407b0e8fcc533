package org.ridgeline.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MomentTest {
  private static final Instant START = Instant.parse("2026-11-23T15:27:20.250Z");

  @Test
  void showsUtcToTheSecondAndMachinesMilliseconds() {
    Moment moment = Moment.of(START);
    assertThat(moment.text()).isEqualTo("2026-11-23 15:27:20");
    assertThat(moment.iso()).isEqualTo("2026-11-23T15:27:20.250Z");
  }

  @Test
  void saysHowLongAfterTheStart() {
    assertThat(Moment.after(START, Optional.of(START.plusMillis(840))).after())
        .isEqualTo("+0.84 s");
    assertThat(Moment.after(START, Optional.empty())).isEqualTo(Moment.NOT_YET);
  }

  @Test
  void changesUnitsBeforeNumbersGrowLong() {
    assertThat(Moment.span(Duration.ofMillis(89_990))).isEqualTo("89.99 s");
    assertThat(Moment.span(Duration.ofSeconds(90))).isEqualTo("1 min 30 s");
    assertThat(Moment.span(Duration.ofMinutes(90))).isEqualTo("1 h 30 min");
    assertThat(Moment.span(Duration.ofHours(48))).isEqualTo("2 d 0 h");
  }
}

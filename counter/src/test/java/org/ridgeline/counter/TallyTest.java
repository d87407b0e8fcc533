package org.ridgeline.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TallyTest {
  private Instant now = Instant.parse("2026-11-01T12:00:00Z");
  private final InstantSource hands = () -> now;
  private final Clock clock = hands.withZone(ZoneOffset.UTC);

  @Test
  void anHourAfterTheFirstAnAddressMayAgain() {
    Tally tally = new Tally(2, clock);
    assertThat(tally.mayOnceMore("a")).isTrue();
    now = now.plus(Duration.ofMinutes(59));
    assertThat(tally.mayOnceMore("a")).isTrue();
    assertThat(tally.mayOnceMore("a")).isFalse();
    now = now.plus(Duration.ofMinutes(2));
    assertThat(tally.mayOnceMore("a")).isTrue();
    assertThat(tally.mayOnceMore("a")).isTrue();
    assertThat(tally.mayOnceMore("a")).isFalse();
  }

  @Test
  void addressesAboveTheBoundShareACountUntilOthersAreForgotten() {
    Tally tally = new Tally(1, clock);
    for (int i = 0; i < Limits.ADDRESSES_MAX; i++) {
      assertThat(tally.mayOnceMore("a" + i)).isTrue();
    }
    assertThat(tally.mayOnceMore("b")).isTrue();
    assertThat(tally.mayOnceMore("c")).isFalse();
    now = now.plus(Duration.ofMinutes(61));
    assertThat(tally.mayOnceMore("c")).isTrue();
    assertThat(tally.mayOnceMore("d")).isTrue();
  }
}

package org.ridgeline.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  void eachUnitBeginsWhereTheOneBeforeIsFull() {
    assertThat(Moment.span(Duration.ZERO)).isEqualTo("0.00 s");
    assertThat(Moment.span(Duration.ofMillis(9_999))).isEqualTo("9.99 s");
    assertThat(Moment.span(Duration.ofMillis(10_990))).isEqualTo("10 s");
    assertThat(Moment.span(Duration.ofMillis(59_990))).isEqualTo("59 s");
    assertThat(Moment.span(Duration.ofSeconds(60))).isEqualTo("1 min 0 s");
    assertThat(Moment.span(Duration.ofSeconds(3_599))).isEqualTo("59 min 59 s");
    assertThat(Moment.span(Duration.ofMinutes(60))).isEqualTo("1 h 0 min");
    assertThat(Moment.span(Duration.ofHours(24))).isEqualTo("1 d 0 h");
  }

  @Test
  void noUnitIsEverShownFullerThanItCanBe() {
    Pattern number = Pattern.compile("([0-9.]+) (s|min|h)");
    for (long millis = 1; millis < Duration.ofDays(400).toMillis(); millis += 1 + millis / 7) {
      Matcher parts = number.matcher(Moment.span(Duration.ofMillis(millis)));
      while (parts.find()) {
        double most = parts.group(2).equals("h") ? 24 : 60;
        assertThat(Double.parseDouble(parts.group(1))).as(parts.group()).isLessThan(most);
      }
    }
  }
}

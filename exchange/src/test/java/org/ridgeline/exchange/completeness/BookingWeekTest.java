package org.ridgeline.exchange.completeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BookingWeekTest {
  @Test
  void aWeekGoesFromMondayToSundayInUtc() {
    BookingWeek week = BookingWeek.parse("2026-10-26");
    assertThat(BookingWeek.of(Instant.parse("2026-10-26T00:00:00Z"))).isEqualTo(week);
    assertThat(BookingWeek.of(Instant.parse("2026-11-01T23:59:59.999Z"))).isEqualTo(week);
    assertThat(BookingWeek.of(Instant.parse("2026-11-02T00:00:00Z"))).isEqualTo(week.plus(1));
    assertThat(BookingWeek.of(LocalDate.of(2027, 1, 1)).monday()).hasToString("2026-12-28");
  }

  @Test
  void aWeekIsOverWhenTheNextBegins() {
    BookingWeek week = BookingWeek.parse("2026-10-26");
    assertThat(week.isOverAt(Instant.parse("2026-11-01T23:59:59.999Z"))).isFalse();
    assertThat(week.isOverAt(Instant.parse("2026-11-02T00:00:00Z"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2026-10-27", "2026-W44", "1999-12-27", "2200-01-06", "26.10.2026"})
  void anythingButAMondayIsRefusedInTheSameWords(String text) {
    assertThatThrownBy(() -> BookingWeek.parse(text))
        .hasMessage("week \"" + text + "\" expected=a Monday like 2026-11-30");
  }
}

package org.ridgeline.casework.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VeilTest {
  private static final Veil VEIL =
      new Veil(
          List.of("DOE,SAM", "ROE-LEE,ANA MARÍA", "LI,QI"),
          List.of("R2026330000000000123", "C2026-000001", "12345XY"),
          Map.of("officer.one", "officer A"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DOE,SAM said so|[name] said so",
        "Mr. Doe was asked|Mr. [name] was asked",
        "sam's mother|[name]'s mother",
        "SAMPLE of DOEs|SAMPLE of DOEs",
        "Ana maría ROE-LEE, born 1980-02-03|[name] [name] [name], born [number]",
        "booking R2026330000000000123|booking [number]",
        "see case C2026-000001|see case [number]",
        "file 12345xy|file [number]",
        "A01234567 and 555-0199|[number] and [number]",
        "two of 10 fingers, 3 facts|two of 10 fingers, 3 facts",
        "as officer.one wrote|as officer A wrote",
        "LI,QI|[name]"
      })
  void takesOutNamesNumbersAndDatesAndNothingElse(String text, String veiled) {
    assertThat(VEIL.of(text)).isEqualTo(veiled);
  }

  @Test
  void textsThatLookLikePatternsAreTexts() {
    Veil veil = new Veil(List.of("A.B(C,$1"), List.of("\\d"), Map.of());
    assertThat(veil.of("A.B(C,$1 AxB")).isEqualTo("[name] AxB");
  }
}

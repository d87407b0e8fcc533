package org.ridgeline.oversight.sealed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemographicsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

  @ParameterizedTest
  @CsvSource({
    "20261102, TO_17",
    "20081103, TO_17",
    "20081102, TO_24",
    "20011103, TO_24",
    "20011102, TO_34",
    "19911102, TO_44",
    "19811102, TO_54",
    "19711102, TO_64",
    "19611103, TO_64",
    "19611102, FROM_65",
    "18971102, FROM_65",
    "18961102, UNKNOWN",
    "20261103, UNKNOWN",
    "00000000, UNKNOWN",
    "19800000, UNKNOWN",
    "19810229, UNKNOWN",
    "1980-01-01, UNKNOWN",
    "'', UNKNOWN"
  })
  void ageIsThatOfTheDayInItsBand(String birth, AgeBand band) {
    assertThat(AgeBand.of(Optional.of(birth), DAY)).isEqualTo(band);
  }

  private static Demographics of(String sex, String... races) {
    return Demographics.of(
        new Demographics.Reported(Optional.of(sex), Optional.empty(), List.of(races), DAY));
  }

  @Test
  void whatIsNotReportedStaysUnknown() {
    assertThat(of("X")).isEqualTo(new Demographics(Sex.UNKNOWN, AgeBand.UNKNOWN, Optional.empty()));
    for (String fromAName : List.of("G", "N", "Y", "Z", "", "f")) {
      assertThat(of(fromAName).sex()).as(fromAName).isEqualTo(Sex.UNKNOWN);
    }
    assertThat(of("F", "W").sex()).isEqualTo(Sex.FEMALE);
    assertThat(of("M", "W", "B").race()).contains("W,B");
    assertThat(of("M", "whatever\n").race()).isEmpty();
    assertThat(of("M", "A,B,C,D,E,F,G").race()).isEmpty();
  }

  @Test
  void everyRecordIsAsLongAndComesBack() {
    for (Sex sex : Sex.values()) {
      for (AgeBand age : AgeBand.values()) {
        for (String race : List.of("", "W", "12345678,12345678,12345678,12345678,12345678,A")) {
          var one = new Demographics(sex, age, Optional.of(race).filter(r -> !r.isEmpty()));
          assertThat(one.padded()).hasSize(Demographics.BYTES);
          assertThat(Demographics.ofPadded(one.padded())).isEqualTo(one);
        }
      }
    }
  }
}

package org.ridgeline.exchange.completeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ridgeline.codec.itl.ItlReader;
import org.ridgeline.codec.itl.ItlWriter;
import org.ridgeline.codec.itl.TaggedRecord;
import org.ridgeline.codec.itl.TransactionBuilder;
import org.ridgeline.exchange.Bookings;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.Severity;

class FieldCheckTest {
  private static final LocalDate RECEIVED = LocalDate.of(2026, 11, 2);

  @Test
  void aWholeBookingLacksWhatItDoesNotSay() {
    FieldCheck check = check(Bookings.car("T1"));
    assertThat(check.missing())
        .containsExactlyInAnyOrder(
            WatchedField.CITIZENSHIP, WatchedField.RACE, WatchedField.CAPTURE_DEVICE);
    assertThat(check.invalid()).isEmpty();
    assertThat(check.late()).contains(false);
  }

  @Test
  void aBookingWithoutTypeTwoLacksAll() {
    FieldCheck check = FieldCheck.of(Optional.empty(), List.of(), RECEIVED);
    assertThat(check.missing()).isEqualTo(EnumSet.allOf(WatchedField.class));
    assertThat(check.late()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"24,U", "24,X", "25,U", "20,XX", "20,YY", "22,00000000", "18,''", "24,' '"})
  void aCodeThatSaysUnknownIsMissing(int field, String value) {
    assertThat(check(Bookings.car("T1").field2(field, value)).missing())
        .contains(of(field))
        .hasSize(of(field) == WatchedField.RACE ? 3 : 4);
  }

  @Test
  void aDateOfOffenceWithoutWordsIsNoCharge() {
    FieldCheck check = check(Bookings.car("T1").field2(47, List.of(List.of("20261101", ""))));
    assertThat(check.missing()).contains(WatchedField.CHARGES);
  }

  @Test
  void whatIntakeFoundWrongIsInvalidAndNotMissing() {
    Finding finding =
        new Finding(
            Severity.WARNING, FindingCode.FIELD_INVALID, "2", "2.022", 9, "a date", "1980", "");
    FieldCheck check =
        FieldCheck.of(
            Optional.of(two(Bookings.car("T1").field2(22, "1980"))), List.of(finding), RECEIVED);
    assertThat(check.invalid()).isEqualTo(Set.of(WatchedField.DATE_OF_BIRTH));
    assertThat(check.missing()).doesNotContain(WatchedField.DATE_OF_BIRTH);
  }

  @ParameterizedTest
  @CsvSource({
    "20261102,false",
    "20261101,false",
    "20261031,true",
    "20250101,true",
    "20261103,false"
  })
  void aBookingIsLateFromTheSecondDayAfterItsArrest(String arrest, boolean isLate) {
    assertThat(check(Bookings.car("T1").field2(45, arrest)).late()).contains(isLate);
  }

  @ParameterizedTest
  @CsvSource({"20261104", "00000000", "2026", "today", "''"})
  void whatIsNoDateOfArrestIsNeitherLateNorInTime(String arrest) {
    assertThat(check(Bookings.car("T1").field2(45, arrest)).late()).isEmpty();
  }

  private static WatchedField of(int field) {
    return EnumSet.allOf(WatchedField.class).stream()
        .filter(watched -> watched.tag().equals("2.%03d".formatted(field)))
        .findFirst()
        .orElseThrow();
  }

  private static FieldCheck check(TransactionBuilder booking) {
    return FieldCheck.of(Optional.of(two(booking)), List.of(), RECEIVED);
  }

  private static TaggedRecord two(TransactionBuilder booking) {
    return ItlReader.read(ItlWriter.write(booking.build()))
        .ifAccepted()
        .orElseThrow()
        .typeTwo()
        .orElseThrow();
  }
}

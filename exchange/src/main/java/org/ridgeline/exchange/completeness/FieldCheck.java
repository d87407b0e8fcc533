package org.ridgeline.exchange.completeness;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ridgeline.codec.itl.TaggedRecord;
import org.ridgeline.exchange.Limits;
import org.ridgeline.vocabulary.Finding;

/// What of its watched fields a booking came without.
/// - **Shape** `missing` and `invalid` have nothing in common; `late`: whether it came more than
///   [Limits#BOOKING_LATE_AFTER] after its date of arrest, empty where that is no date
public record FieldCheck(
    Set<WatchedField> missing, Set<WatchedField> invalid, Optional<Boolean> late) {
  public FieldCheck {
    missing = Set.copyOf(missing);
    invalid = Set.copyOf(invalid);
  }

  /// What a booking's Type-2 lacks. Where it has none, all is missing.
  /// - **Shape** `findings` of its intake, which say what is invalid
  public static FieldCheck of(
      Optional<TaggedRecord> two, List<Finding> findings, LocalDate received) {
    Set<WatchedField> missing = EnumSet.noneOf(WatchedField.class);
    Set<WatchedField> invalid = EnumSet.noneOf(WatchedField.class);
    for (WatchedField field : WatchedField.values()) {
      if (two.map(field::isMissing).orElse(true)) {
        missing.add(field);
      } else if (findings.stream().anyMatch(finding -> finding.field().equals(field.tag()))) {
        invalid.add(field);
      }
    }
    Optional<Boolean> late =
        two.flatMap(WatchedField.DATE_OF_ARREST::value)
            .flatMap(FieldCheck::day)
            .filter(day -> !day.isAfter(received.plusDays(1)))
            .map(day -> day.plus(Limits.BOOKING_LATE_AFTER).isBefore(received));
    return new FieldCheck(missing, invalid, late);
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text.strip(), DateTimeFormatter.BASIC_ISO_DATE));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}

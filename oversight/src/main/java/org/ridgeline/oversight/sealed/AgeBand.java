package org.ridgeline.oversight.sealed;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Age in whole years on the day a booking came, in bands.
public enum AgeBand {
  TO_17("0-17", 0),
  TO_24("18-24", 18),
  TO_34("25-34", 25),
  TO_44("35-44", 35),
  TO_54("45-54", 45),
  TO_64("55-64", 55),
  FROM_65("65+", 65),
  /// No date of birth, none of a calendar, or one that nobody living has.
  UNKNOWN("unknown", Integer.MAX_VALUE);

  private static final int AGE_MAX = 129;

  private final String label;
  private final int from;

  AgeBand(String label, int from) {
    this.label = label;
    this.from = from;
  }

  /// As tables show it.
  public String label() {
    return label;
  }

  /// The band of somebody born on a day, on another. A date that is partly unknown is no date.
  /// - **Shape** `birth` as in EBTS 2.022: YYYYMMDD
  public static AgeBand of(Optional<String> birth, LocalDate on) {
    try {
      return birth
          .map(text -> LocalDate.parse(text.strip(), DateTimeFormatter.BASIC_ISO_DATE))
          .map(day -> ofYears(day.isAfter(on) ? -1 : ChronoUnit.YEARS.between(day, on)))
          .orElse(UNKNOWN);
    } catch (DateTimeParseException e) {
      return UNKNOWN;
    }
  }

  private static AgeBand ofYears(long years) {
    AgeBand band = UNKNOWN;
    if (years > AGE_MAX) {
      return band;
    }
    for (AgeBand one : values()) {
      if (years >= one.from) {
        band = one;
      }
    }
    return band;
  }
}

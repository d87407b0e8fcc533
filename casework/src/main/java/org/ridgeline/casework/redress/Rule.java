package org.ridgeline.casework.redress;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/// One time limit of the rules.
/// - **Shape** `source` a citation, or `own` with the reason in `note`
public record Rule(String key, int value, Unit unit, String source, String note) {
  /// What a limit counts.
  public enum Unit {
    /// Hours on the clock, nights and weekends too.
    HOURS,
    /// Days from Monday to Friday, UTC; public holidays are not known here and count.
    WORKING_DAYS
  }

  public Rule {
    if (value < 0) {
      throw new IllegalArgumentException("rule " + key + "=" + value + " limit=0..");
    }
  }

  /// The last instant that is still in time.
  public Instant after(Instant start) {
    return switch (unit) {
      case HOURS -> start.plus(Duration.ofHours(value));
      case WORKING_DAYS -> workingDays(start);
    };
  }

  /// The day of the start does not count; the hour stays.
  private Instant workingDays(Instant start) {
    ZonedDateTime at = start.atZone(ZoneOffset.UTC);
    int left = value;
    while (left > 0) {
      at = at.plusDays(1);
      if (at.getDayOfWeek() != DayOfWeek.SATURDAY && at.getDayOfWeek() != DayOfWeek.SUNDAY) {
        left--;
      }
    }
    return at.toInstant();
  }
}

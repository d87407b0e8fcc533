package org.ridgeline.casework.custody;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// Counts time against a lawful limit: real hours, but only those of days that count where the
/// person is held. A day on which clocks change has 23 or 25 of them.
public record HoldClock(HoldLimit limit, ZoneId zone) {
  /// The moment the limit is reached: the first at which all its hours have been counted.
  public Instant limitAt(Instant start) {
    Duration left = Duration.ofHours(limit.hours());
    Instant at = start;
    while (left.isPositive()) {
      LocalDate day = at.atZone(zone).toLocalDate();
      Instant dayEnd = day.plusDays(1).atStartOfDay(zone).toInstant();
      if (counts(day)) {
        Duration here = Duration.between(at, dayEnd);
        if (here.compareTo(left) >= 0) {
          return at.plus(left);
        }
        left = left.minus(here);
      }
      at = dayEnd;
    }
    return at;
  }

  /// How much of the time between two moments counts; zero where the end comes first.
  public Duration counted(Instant start, Instant end) {
    Duration sum = Duration.ZERO;
    Instant at = start;
    while (at.isBefore(end)) {
      LocalDate day = at.atZone(zone).toLocalDate();
      Instant dayEnd = day.plusDays(1).atStartOfDay(zone).toInstant();
      Instant until = dayEnd.isBefore(end) ? dayEnd : end;
      if (counts(day)) {
        sum = sum.plus(Duration.between(at, until));
      }
      at = until;
    }
    return sum;
  }

  /// Whether the hours of a day count.
  public boolean counts(LocalDate day) {
    HoldLimit.Days days = limit.days();
    DayOfWeek weekday = day.getDayOfWeek();
    boolean isWeekend = weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY;
    return !(days.withoutWeekends() && isWeekend)
        && !(days.withoutHolidays() && days.holidays().contains(day));
  }
}

package org.ridgeline.exchange.completeness;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;

/// A week of bookings, from Monday to Sunday in UTC.
/// - **Error** any other day than a Monday: IllegalArgumentException
/// - **Source** ISO 8601, weeks
public record BookingWeek(LocalDate monday) implements Comparable<BookingWeek> {
  private static final int YEAR_MIN = 2000;
  private static final int YEAR_MAX = 2199;

  public BookingWeek {
    if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
      throw new IllegalArgumentException("week=" + monday + " expected a Monday");
    }
  }

  /// The week of a day.
  public static BookingWeek of(LocalDate day) {
    return new BookingWeek(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
  }

  /// The week of a moment.
  public static BookingWeek of(Instant moment) {
    return of(LocalDate.ofInstant(moment, ZoneOffset.UTC));
  }

  /// The week of a Monday as it is written, like `2026-11-30`.
  /// - **Error** anything else: IllegalArgumentException, which says so
  public static BookingWeek parse(String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() >= YEAR_MIN && day.getYear() <= YEAR_MAX) {
        return new BookingWeek(day);
      }
    } catch (DateTimeException | IllegalArgumentException _) {
      // Said below, in the same words whatever is wrong with it.
    }
    throw new IllegalArgumentException("week \"" + text + "\" expected=a Monday like 2026-11-30");
  }

  /// The week so many weeks later; earlier where negative.
  public BookingWeek plus(int weeks) {
    return new BookingWeek(monday.plusWeeks(weeks));
  }

  /// Whether it is over at a moment.
  public boolean isOverAt(Instant moment) {
    return compareTo(of(moment)) < 0;
  }

  @Override
  public int compareTo(BookingWeek other) {
    return monday.compareTo(other.monday);
  }

  @Override
  public String toString() {
    return monday.toString();
  }
}

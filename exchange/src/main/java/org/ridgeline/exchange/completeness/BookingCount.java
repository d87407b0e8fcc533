package org.ridgeline.exchange.completeness;

import org.ridgeline.exchange.Limits;
import org.ridgeline.vocabulary.Ori;

/// How many people an agency booked in a week, by its own books.
/// - **Limit** bookings 0..[Limits#WEEK_BOOKINGS_MAX]
/// - **Error** beyond: IllegalArgumentException
public record BookingCount(Ori agency, BookingWeek week, int bookings) {
  public BookingCount {
    if (bookings < 0 || bookings > Limits.WEEK_BOOKINGS_MAX) {
      throw new IllegalArgumentException(
          "bookings=" + bookings + " limit=0.." + Limits.WEEK_BOOKINGS_MAX);
    }
  }

  /// By which door it was told.
  public enum Source {
    FORM,
    API,
    FILE
  }
}

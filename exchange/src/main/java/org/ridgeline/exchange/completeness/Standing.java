package org.ridgeline.exchange.completeness;

/// How an agency's own count and what it sent agree.
public enum Standing {
  /// The week is not over.
  RUNNING("not over yet"),
  /// The agency told no count.
  NOT_TOLD("no count told"),
  /// They agree, but for what may have crossed the edge of a week.
  WHOLE("agrees"),
  /// Bookings are missing.
  GAP("bookings are missing"),
  /// More came than were booked: sent twice, or counted wrongly.
  SURPLUS("more came than were booked");

  private static final int DAYS = 7;

  private final String words;

  Standing(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  /// How counts agree. What was booked on the last evening of a week may come in the next: as many
  /// as one day's bookings are not held against an agency, however many weeks are added up.
  /// - **Shape** `booked` over `weeks` weeks, by its own books; `taken` in the same weeks
  static Standing of(int booked, int taken, int weeks) {
    int oneDay = Math.ceilDiv(booked, DAYS * weeks);
    if (booked - taken > oneDay) {
      return GAP;
    }
    return taken - booked > oneDay ? SURPLUS : WHOLE;
  }
}

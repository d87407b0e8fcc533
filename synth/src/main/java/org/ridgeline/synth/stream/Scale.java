package org.ridgeline.synth.stream;

/// How large the area is whose bookings are played.
public enum Scale {
  /// Some jails of one county: 200 bookings a day.
  COUNTY(200, 4),
  /// A state: 20,000 bookings a day.
  STATE(20_000, 60),
  /// A nation: 170,000 bookings a day.
  NATION(170_000, 400);

  private final int bookingsPerDay;
  private final int agencies;

  Scale(int bookingsPerDay, int agencies) {
    this.bookingsPerDay = bookingsPerDay;
    this.agencies = agencies;
  }

  /// The usual number of bookings a day.
  public int bookingsPerDay() {
    return bookingsPerDay;
  }

  /// The number of booking agencies.
  public int agencies() {
    return agencies;
  }
}

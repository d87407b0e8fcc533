package org.ridgeline.exchange.submission;

/// Where demographics of bookings go in and never come out: whoever sends them there cannot read
/// them. Both steps belong to the caller's transaction.
public interface DemographicsSink {
  /// Seals and keeps a booking's. Where it fails, so does the caller's step: no booking is taken
  /// without it, and its sender is told to come again.
  void put(BookedDemographics demographics);

  /// Takes a booking's out; gives how many there were, 0 or 1.
  long forget(String control);
}

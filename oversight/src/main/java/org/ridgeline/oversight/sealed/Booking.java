package org.ridgeline.oversight.sealed;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/// What is not sealed of a booking: its number, the day it came, and where from.
public record Booking(String control, LocalDate day, String agency, String fips, String state) {
  /// What a sealed record is bound to: under another booking it does not open.
  byte[] bound() {
    return String.join("\n", control, day.toString(), agency, fips, state)
        .getBytes(StandardCharsets.UTF_8);
  }
}

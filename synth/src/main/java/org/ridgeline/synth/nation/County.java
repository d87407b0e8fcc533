package org.ridgeline.synth.nation;

import java.time.LocalDate;
import java.util.Locale;

/// A fictional county.
/// - **Shape** `fips` of the real form, with a county part that no real county of the state has;
///   `weight` its share of bookings, against the others'; `agencies` how many book there
public record County(
    String fips, String name, String state, double weight, LocalDate activeFrom, int agencies) {
  County activeFrom(LocalDate day) {
    return new County(fips, name, state, weight, day, agencies);
  }

  /// The ORI of an agency, counted from 0.
  String agency(int index) {
    return state + fips.substring(2) + String.format(Locale.ROOT, "%02d00", index);
  }
}

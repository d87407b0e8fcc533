package org.ridgeline.oversight.disparity;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.ridgeline.oversight.sealed.Booking;
import org.ridgeline.oversight.track.JurisdictionTrack;

/// Since when which place takes part, by the register.
record Activations(Map<String, JurisdictionTrack> register, Ask.By by) {
  /// The first day of a unit: of an agency its own where the register has one, else that of its
  /// jurisdiction.
  Optional<LocalDate> first(String unit, String fips) {
    Optional<JurisdictionTrack> there = Optional.ofNullable(register.get(fips));
    Optional<LocalDate> own =
        by == Ask.By.JURISDICTION
            ? Optional.empty()
            : there.flatMap(one ->
                one.stretches().stream()
                    .filter(stretch -> stretch.who().equals(unit))
                    .map(JurisdictionTrack.Stretch::from)
                    .min(LocalDate::compareTo));
    return own.or(() ->
        there
            .flatMap(one -> one.periods().stream().findFirst())
            .map(JurisdictionTrack.Period::from));
  }

  /// The unit of a booking.
  String unit(Booking booking) {
    return by == Ask.By.JURISDICTION ? booking.fips() : booking.agency();
  }
}

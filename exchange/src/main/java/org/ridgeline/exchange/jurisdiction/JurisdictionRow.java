package org.ridgeline.exchange.jurisdiction;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// A row of a file: a jurisdiction, and a period of it.
public record JurisdictionRow(
    Jurisdiction jurisdiction,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    Optional<BasisKind> basis) {
  /// The period, as one that is imported.
  Optional<Period> period() {
    return from.map(day -> new Period(day, to, basis, Optional.<UUID>empty(), true));
  }
}

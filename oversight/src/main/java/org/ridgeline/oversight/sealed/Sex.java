package org.ridgeline.oversight.sealed;

import java.util.Optional;

/// Sex as a booking reports it.
/// - **Source** EBTS 2.024: G, N, X, Y and Z say that it is not known, or that a name suggests one
public enum Sex {
  FEMALE,
  MALE,
  /// Not reported, or reported as not known. What a name suggests is no report.
  UNKNOWN;

  /// The sex that a code reports.
  public static Sex ofCode(Optional<String> code) {
    return switch (code.orElse("").strip()) {
      case "F" -> FEMALE;
      case "M" -> MALE;
      default -> UNKNOWN;
    };
  }
}

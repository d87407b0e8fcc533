package org.ridgeline.casework.custody;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/// A place that holds people, and the agency that runs it.
/// - **Shape** `zone`: whose calendar its weekends and holidays follow
public record Facility(
    UUID facilityId,
    String ori,
    String name,
    FacilityKind kind,
    String state,
    ZoneId zone,
    Optional<Instant> closedAt) {
  public Facility {
    if (!ori.matches("[A-Z0-9]{9}") || !state.matches("[A-Z]{2}")) {
      throw new IllegalArgumentException("ori=\"" + ori + "\" state=\"" + state + "\"");
    }
    if (name.isBlank() || name.length() > 200) {
      throw new IllegalArgumentException("name \"" + name + "\" expected=1..200 characters");
    }
  }

  /// Its name with what it is, unless the name says that already.
  public String title() {
    return kind.isSaidBy(name) ? name : name + ", " + kind.words();
  }
}

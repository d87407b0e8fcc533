package org.ridgeline.repository;

import java.time.LocalDate;
import java.util.Optional;

/// One line of a person's history: an arrest, an encounter, a removal.
/// - **Limit** description 1..[Limits#TEXT_CHARS_MAX] characters
public record HistoryRecord(String kind, Optional<LocalDate> occurredOn, String description) {
  public HistoryRecord {
    if (description.isBlank() || description.length() > Limits.TEXT_CHARS_MAX) {
      throw new IllegalArgumentException(
          "description.length=" + description.length() + " limit=1.." + Limits.TEXT_CHARS_MAX);
    }
  }
}

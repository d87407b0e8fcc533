package org.ridgeline.policy;

import java.time.LocalDate;

/// What a factor rests on, and until when it may be used.
/// - **Shape** `source` a document or register entry one can look up
/// - **Limit** `expiresOn` after `recordedOn`, at most [Limits#FACTOR_DAYS_MAX] days
public record Evidence(
    String source, String recordedBy, LocalDate recordedOn, LocalDate expiresOn) {
  public Evidence {
    if (source.isBlank() || recordedBy.isBlank()) {
      throw new IllegalArgumentException("a factor needs a source and who recorded it");
    }
    if (!expiresOn.isAfter(recordedOn)
        || expiresOn.isAfter(recordedOn.plusDays(Limits.FACTOR_DAYS_MAX))) {
      throw new IllegalArgumentException(
          "expiresOn="
              + expiresOn
              + " limit=1.."
              + Limits.FACTOR_DAYS_MAX
              + " days after "
              + recordedOn);
    }
  }
}

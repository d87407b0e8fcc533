package org.ridgeline.synth.people;

import java.time.LocalDate;
import java.util.Optional;

/// One charge of an arrest, and what became of it. A charge is not a conviction: only the
/// disposition says how it ended, and a person may be convicted of something less.
/// - **Unit** `convictedOf` is empty unless there is a conviction; sentence in days
public record Charge(
    Offence offence,
    Disposition disposition,
    Optional<LocalDate> disposedOn,
    Optional<Offence> convictedOf,
    int sentenceDays) {
  /// How a charge ended, or did not.
  public enum Disposition {
    /// Nobody reported how it ended; must never be read as a conviction.
    UNKNOWN,
    PENDING,
    NOT_FILED,
    DISMISSED,
    ACQUITTED,
    DIVERTED,
    CONVICTED,
    CONVICTION_VACATED,
    EXPUNGED
  }

  public Charge {
    boolean hasOffence = convictedOf.isPresent();
    if (hasOffence != (disposition == Disposition.CONVICTED)) {
      throw new IllegalArgumentException(
          "disposition=" + disposition + " convictedOf=" + convictedOf);
    }
  }

  /// Whether a conviction stands.
  public boolean isConviction() {
    return disposition == Disposition.CONVICTED;
  }
}

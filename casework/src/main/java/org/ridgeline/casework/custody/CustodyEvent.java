package org.ridgeline.casework.custody;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.ledger.Writer;

/// What somebody reported of a custody. Never changed: a correction is another event.
/// - **Shape** `corrects` the event that no longer counts; `withdrawn` where nothing takes its
///   place; `source` how the reporter knows
public record CustodyEvent(
    UUID eventId,
    UUID caseId,
    Milestone milestone,
    Instant at,
    Optional<UUID> facilityId,
    Correction correction,
    Reporter reporter) {
  /// Which event this one takes the place of.
  public record Correction(Optional<UUID> corrects, boolean withdrawn) {
    /// Of an event that corrects nothing.
    public static final Correction NONE = new Correction(Optional.empty(), false);
  }

  /// Who reported, in which role, how they know, and when it was written down.
  public record Reporter(String by, Writer role, String source, Instant recordedAt) {
    /// Who it was, as an agency is told: of reviewers it learns no name.
    public String toAgency() {
      return role == Writer.BOOKING_AGENCY ? by : "the reviewing agency";
    }
  }
}

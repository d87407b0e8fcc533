package org.ridgeline.casework.custody;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A person handed on: to another facility, or out of local custody to another custodian.
/// - **Shape** `toFacility` empty where another custodian takes the person; `handedBy` who handed
///   over, a post or a unit; `receipt` the taker's, empty until it is there
public record HandOver(
    UUID handOverId,
    UUID caseId,
    Instant at,
    String from,
    Optional<UUID> toFacility,
    String to,
    String handedBy,
    Optional<String> receipt,
    CustodyEvent.Reporter reporter) {
  /// Whether local custody ended with it.
  public boolean isToAnotherCustodian() {
    return toFacility.isEmpty();
  }
}

package org.ridgeline.casework.custody;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A person handed on: to another facility, or out of local custody to another custodian.
/// - **Shape** `handedBy` who handed over, a post or a unit; `receipt` the taker's, empty until it
///   is there
public record HandOver(
    UUID handOverId,
    UUID caseId,
    Instant at,
    Way way,
    String handedBy,
    Optional<String> receipt,
    CustodyEvent.Reporter reporter) {
  /// From whom to whom.
  /// - **Shape** `toFacility` empty where another custodian takes the person
  public record Way(String from, Optional<UUID> toFacility, String to) {}

  /// Who had the person.
  public String from() {
    return way.from();
  }

  /// The facility that takes the person; empty where another custodian does.
  public Optional<UUID> toFacility() {
    return way.toFacility();
  }

  /// Who takes the person.
  public String to() {
    return way.to();
  }

  /// Whether local custody ended with it.
  public boolean isToAnotherCustodian() {
    return toFacility().isEmpty();
  }
}

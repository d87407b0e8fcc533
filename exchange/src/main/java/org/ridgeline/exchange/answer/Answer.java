package org.ridgeline.exchange.answer;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// An answer as stored: what it says and the transaction that says it.
/// - **Shape** `source`: criminal, immigration, or exchange for a refusal; `srf`: 2.059, empty in
///   an ERRT; `identifiers` by kind, only of the criminal repository
public record Answer(
    UUID answerId,
    String control,
    String source,
    String tot,
    Optional<String> srf,
    Outcome outcome,
    Optional<UUID> personId,
    Map<String, String> identifiers,
    byte[] bytes,
    Instant createdAt) {
  public Answer {
    identifiers = Map.copyOf(identifiers);
  }

  /// The same answer under another id.
  public Answer numbered(UUID other) {
    return new Answer(
        other, control, source, tot, srf, outcome, personId, identifiers, bytes, createdAt);
  }

  /// The same transaction as another source's answer.
  public Answer ofSource(String other, Outcome says) {
    return new Answer(
        answerId, control, other, tot, srf, says, personId, identifiers, bytes, createdAt);
  }
}

package org.ridgeline.exchange.answer;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// An answer as stored: what it says and the transaction that says it.
public record Answer(
    UUID answerId, String control, Says says, About about, byte[] bytes, Instant createdAt) {
  /// What it says.
  /// - **Shape** `tot` 1.004; `srf` 2.059, empty in an ERRT
  public record Says(AnswerSource source, String tot, Optional<String> srf, Outcome outcome) {}

  /// Whom it names; nobody but of the criminal repository.
  /// - **Shape** `identifiers` by kind
  public record About(Optional<UUID> personId, Map<String, String> identifiers) {
    /// Nobody.
    public static final About NOBODY = new About(Optional.empty(), Map.of());

    public About {
      identifiers = Map.copyOf(identifiers);
    }
  }

  public AnswerSource source() {
    return says.source();
  }

  public String tot() {
    return says.tot();
  }

  public Optional<String> srf() {
    return says.srf();
  }

  public Outcome outcome() {
    return says.outcome();
  }

  public Optional<UUID> personId() {
    return about.personId();
  }

  public Map<String, String> identifiers() {
    return about.identifiers();
  }

  /// Whether what it said has been taken out: it says no more than its outcome.
  public boolean isPurged() {
    return bytes.length == 0;
  }

  /// The same answer under another id.
  public Answer numbered(UUID other) {
    return new Answer(other, control, says, about, bytes, createdAt);
  }

  /// The same transaction as another source's answer.
  public Answer ofSource(AnswerSource other, Outcome outcome) {
    return new Answer(
        answerId,
        control,
        new Says(other, says.tot(), says.srf(), outcome),
        about,
        bytes,
        createdAt);
  }
}

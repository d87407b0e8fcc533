package org.ridgeline.repository.export;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.repository.Limits;

/// An export as it stands.
public record Export(
    UUID id,
    Order order,
    Step proposed,
    Optional<Step> agreed,
    Optional<Step> refused,
    Optional<Run> run) {
  /// Who, and when.
  public record Step(String by, Instant at) {}

  /// Where it is written and what of.
  /// - **Shape** `folder`: the mark that lies in the one folder it is written into; `asOf`: the
  ///   last change of whom the gallery has that it takes in; `encounters` there were then; `ended`:
  ///   when all was written, and the SHA-256 of its manifest
  public record Run(
      UUID folder, long asOf, long encounters, Instant startedAt, Optional<Ended> ended) {}

  /// - **Shape** `manifest`: 64 hex digits
  public record Ended(Instant at, String manifest) {}

  /// Where it stands.
  public enum State {
    /// Waits for a second person.
    PROPOSED,
    /// Nobody agreed in time, or it was not written in time.
    LAPSED,
    REFUSED,
    /// May be written, until it lapses.
    AGREED,
    /// Is being written, or was and has to go on.
    STARTED,
    ENDED
  }

  /// Where it stands at a moment.
  public State state(Instant now) {
    if (run.flatMap(Run::ended).isPresent()) {
      return State.ENDED;
    }
    if (refused.isPresent()) {
      return State.REFUSED;
    }
    if (!now.isBefore(until())) {
      return State.LAPSED;
    }
    if (agreed.isEmpty()) {
      return State.PROPOSED;
    }
    return run.isEmpty() ? State.AGREED : State.STARTED;
  }

  /// When it lapses, as it stands.
  public Instant until() {
    return agreed
        .map(step -> step.at().plus(Limits.EXPORT_RUN_TIME))
        .orElseGet(() -> proposed.at().plus(Limits.EXPORT_AGREEMENT_TIME));
  }
}

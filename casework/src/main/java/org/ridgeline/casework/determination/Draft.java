package org.ridgeline.casework.determination;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.casework.casefile.Drafted;

/// A determination as its row stands, perhaps signed only once of two, or returned: to be shown,
/// not to be sent.
public record Draft(
    UUID determinationId,
    UUID caseId,
    String kind,
    Determination.Basis basis,
    Determination.Signature first,
    Optional<Determination.Signature> second,
    Optional<Instant> returnedAt)
    implements Drafted {
  @Override
  public List<Object> shown() {
    return List.of(
        determinationId,
        kind,
        basis.narrative(),
        basis.primaryDocument(),
        basis.secondNeeded(),
        first.by(),
        first.at(),
        first.dossier(),
        second.map(Determination.Signature::by),
        second.map(Determination.Signature::at),
        second.flatMap(Determination.Signature::dossier),
        returnedAt);
  }

  /// Whether all signatures are there.
  public boolean isSigned() {
    return returnedAt.isEmpty() && (second.isPresent() || !basis.secondNeeded());
  }

  /// Whether the second signature is awaited.
  public boolean isAwaitingSecond() {
    return returnedAt.isEmpty() && second.isEmpty() && basis.secondNeeded();
  }
}

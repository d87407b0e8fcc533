package org.ridgeline.casework.determination;

import java.util.Optional;
import org.ridgeline.casework.desk.Term;
import org.ridgeline.casework.determination.DeterminationKind.Effect;
import org.ridgeline.casework.evidence.Dossier;

/// How a determination goes against the citizenship checks on file. It is not forbidden: whoever
/// signs says why, and whoever signs second reads it.
public enum Contradiction implements Term {
  /// Closed as a citizen's, though no check ever pointed to citizenship.
  NOTHING_POINTS_TO_CITIZENSHIP("none of the citizenship checks on file points to citizenship"),
  /// Somebody is asked to act on the person, though a check points to citizenship.
  CITIZENSHIP_IS_POSSIBLE("a citizenship check on file points to citizenship");

  private final String words;

  Contradiction(String words) {
    this.words = words;
  }

  /// How a determination of a kind goes against what is on file; empty where it does not.
  public static Optional<Contradiction> of(DeterminationKind kind, Dossier dossier) {
    boolean points = dossier.hasIndicator();
    Effect effect = kind.effect();
    if (effect == Effect.CLOSE_AND_PURGE && !points) {
      return Optional.of(NOTHING_POINTS_TO_CITIZENSHIP);
    }
    boolean acts = effect == Effect.NOTIFY || effect == Effect.REFER;
    return acts && points ? Optional.of(CITIZENSHIP_IS_POSSIBLE) : Optional.empty();
  }

  @Override
  public String key() {
    return "contradiction." + name();
  }

  @Override
  public String words() {
    return words;
  }
}

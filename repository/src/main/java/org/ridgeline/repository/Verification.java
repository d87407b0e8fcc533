package org.ridgeline.repository;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ridgeline.vocabulary.FingerPosition;

/// The outcome of one comparison of prints with one person's.
/// - **Shape** `encounterId`: the encounter they are most like; empty where the person has none
///   with a finger in common; `alike`: the fingers that by themselves speak for the person, on
///   whichever encounter
/// - **Unit** `score` in centibits
public record Verification(
    Result result, int score, Optional<UUID> encounterId, Set<FingerPosition> alike) {
  public Verification {
    alike = Set.copyOf(alike);
  }

  /// What the score says.
  public enum Result {
    /// They are the person's.
    MATCH,
    /// They may be: people must look.
    OPEN,
    /// They are not.
    NO_MATCH
  }
}

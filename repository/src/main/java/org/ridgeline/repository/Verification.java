package org.ridgeline.repository;

import java.util.Optional;
import java.util.UUID;

/// The outcome of one comparison of prints with one person's.
/// - **Shape** `encounterId`: the encounter they are most like; empty where the person has none
///   with a finger in common
/// - **Unit** `score` in centibits
public record Verification(Result result, int score, Optional<UUID> encounterId) {
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

package org.ridgeline.casework.evidence;

import java.time.Instant;
import java.util.Optional;

/// A stop because somebody is protected. That there is one is kept, not why.
/// - **Shape** `released` empty while it holds
public record ProtectedStop(Kind kind, String by, Instant at, Optional<Release> released) {
  /// Why somebody may be protected.
  public enum Kind {
    VICTIM("victim of a crime"),
    WITNESS("witness"),
    MINOR("minor"),
    OTHER("otherwise protected");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /// As people read it.
    public String words() {
      return words;
    }
  }

  /// Who lifted it, when and why.
  public record Release(String by, Instant at, String reason) {}

  /// Whether it holds.
  public boolean isHolding() {
    return released.isEmpty();
  }
}

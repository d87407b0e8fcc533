package org.ridgeline.casework.custody;

import java.time.Instant;
import java.util.Optional;

/// Which agency sent a submission: the exchange knows.
@FunctionalInterface
public interface Submitters {
  /// Who sent a submission, and when it came.
  record Submitter(String ori, Instant receivedAt) {}

  /// The sender of a submission; empty where it is not known.
  Optional<Submitter> of(String control);
}

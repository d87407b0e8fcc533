package org.ridgeline.repository.amend;

import java.util.List;
import java.util.UUID;

/// Hears that records of a repository were erased: who keeps something of a person elsewhere.
public interface Erased {
  /// Is told at least once, after the erasure was committed and until it returns: doing it again
  /// must be harmless.
  /// - **Shape** `persons` empty where only encounters went
  void erased(String repository, List<UUID> persons, List<UUID> encounters);
}

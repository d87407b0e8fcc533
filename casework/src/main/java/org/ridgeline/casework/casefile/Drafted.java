package org.ridgeline.casework.casefile;

import java.util.List;
import java.util.UUID;

/// A determination as a case's page shows it, signed once, twice, or returned.
public interface Drafted {
  /// What is shown of it; [java.util.Optional] where it may not be there.
  List<Object> shown();

  /// Where those of a case are read, oldest first.
  @FunctionalInterface
  interface Source {
    /// Those of one case.
    List<? extends Drafted> of(UUID caseId);
  }
}

package org.ridgeline.console.cases;

import java.util.List;
import java.util.Optional;
import org.ridgeline.casework.determination.Contradiction;
import org.ridgeline.casework.determination.DeterminationKind;
import org.ridgeline.casework.determination.DeterminationKinds;
import org.ridgeline.casework.evidence.Dossier;

/// A way to determine a case as the page of that case offers it.
/// - **Shape** `against` how it would go against the checks on file
record DeterminationChoice(DeterminationKind kind, Optional<Contradiction> against) {
  static List<DeterminationChoice> of(DeterminationKinds kinds, Dossier dossier) {
    return kinds.all().stream()
        .map(kind -> new DeterminationChoice(kind, Contradiction.of(kind, dossier)))
        .toList();
  }
}

package org.ridgeline.repository;

import java.util.Set;
import java.util.UUID;
import org.ridgeline.vocabulary.FingerPosition;

/// An encounter with templates that are to be made anew.
/// - **Shape** `fingers`: those whose templates are of an earlier extractor; `file`: as it came, no
///   bytes where none is stored
public record OldTemplates(UUID encounterId, Set<FingerPosition> fingers, EncounterFile file) {
  public OldTemplates {
    fingers = Set.copyOf(fingers);
  }
}

package org.ridgeline.search.gallery;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.ridgeline.vocabulary.FingerPosition;

/// One encounter of one person as a gallery keeps it.
/// - **Shape** `change`: the owner's change number that added it, growing
/// - **Error** no finger, or an encounter id of zeros (the mark of a free row):
///   IllegalArgumentException
public record StoredEntry(
    UUID encounterId, UUID personId, long change, Map<FingerPosition, StoredFinger> fingers) {
  public StoredEntry {
    if (fingers.isEmpty()) {
      throw new IllegalArgumentException("fingers=0 limit=1..10");
    }
    if (encounterId.getMostSignificantBits() == 0 && encounterId.getLeastSignificantBits() == 0) {
      throw new IllegalArgumentException("encounterId=" + encounterId + " marks a free row");
    }
    fingers = Collections.unmodifiableMap(new EnumMap<>(fingers));
  }
}

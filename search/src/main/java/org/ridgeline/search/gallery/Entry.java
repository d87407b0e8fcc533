package org.ridgeline.search.gallery;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.TenPrint;

/// One encounter of one person in a gallery, its fingers ready for comparing.
/// - **Shape** `change`: the repository's change number that added it, growing
public record Entry(
    UUID encounterId, UUID personId, long change, Map<FingerPosition, FingerTemplate> fingers) {
  public Entry {
    fingers = Collections.unmodifiableMap(new EnumMap<>(fingers));
  }

  /// Prepares the templates of an encounter that has at least one finger.
  public static Entry of(UUID encounterId, UUID personId, long change, TenPrint prints) {
    Map<FingerPosition, FingerTemplate> fingers = new EnumMap<>(FingerPosition.class);
    prints
        .fingers()
        .forEach((finger, template) -> fingers.put(finger, FingerTemplate.of(template)));
    return new Entry(encounterId, personId, change, fingers);
  }
}

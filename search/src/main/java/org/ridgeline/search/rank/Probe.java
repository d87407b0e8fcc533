package org.ridgeline.search.rank;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.ridgeline.search.gallery.StoredFinger;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Template;

/// Who is searched for: fingers as galleries keep them, by the labels they came with.
/// - **Shape** 1 to 10 fingers; for each the signature, made of all its minutiae, and the minutiae
///   that are compared; `templates`: of those whose ridges are known
/// - **Error** no finger: IllegalArgumentException
public record Probe(
    Map<FingerPosition, StoredFinger> fingers, Map<FingerPosition, Template> templates) {
  /// A probe of minutiae alone.
  public Probe(Map<FingerPosition, StoredFinger> fingers) {
    this(fingers, Map.of());
  }

  public Probe {
    if (fingers.isEmpty()) {
      throw new IllegalArgumentException("fingers=0 limit=1..10");
    }
    fingers = Collections.unmodifiableMap(new EnumMap<>(fingers));
    templates = Map.copyOf(templates);
  }
}

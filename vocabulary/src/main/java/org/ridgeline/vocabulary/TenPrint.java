package org.ridgeline.vocabulary;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// The templates of one person's fingers as taken at one time: at most one per finger, any may be
/// missing.
public record TenPrint(Map<FingerPosition, Template> fingers) {
  public TenPrint {
    Map<FingerPosition, Template> copy = new EnumMap<>(FingerPosition.class);
    copy.putAll(fingers);
    fingers = Collections.unmodifiableMap(copy);
  }
}

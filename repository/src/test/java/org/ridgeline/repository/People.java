package org.ridgeline.repository;

import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.ridgeline.search.gallery.StoredEntry;
import org.ridgeline.search.rank.Engine;
import org.ridgeline.search.rank.Probe;
import org.ridgeline.synth.print.FingerSketch;
import org.ridgeline.synth.print.ImpressionStyle;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Template;
import org.ridgeline.vocabulary.TenPrint;

/// Fictional people by number, as galleries take them.
final class People {
  static final Engine ENGINE = Engine.standard();

  private People() {}

  static UUID person(int number) {
    return new UUID(2, number);
  }

  static UUID encounter(int number) {
    return new UUID(3, number);
  }

  /// Rolled prints, added by the change of the person's number.
  static StoredEntry entry(int number) {
    return entry(number, encounter(number));
  }

  static StoredEntry entry(int number, UUID encounterId) {
    TenPrint prints = prints(number, 1, ImpressionStyle.rolled(70));
    return new StoredEntry(encounterId, person(number), number, ENGINE.store(prints));
  }

  /// Another touch.
  static Probe probe(int number) {
    return ENGINE.probe(prints(number, 2, ImpressionStyle.plain(70)));
  }

  static TenPrint prints(int number, int touch, ImpressionStyle style) {
    Map<FingerPosition, Template> fingers = new EnumMap<>(FingerPosition.class);
    for (FingerPosition finger : FingerPosition.values()) {
      fingers.put(finger, FingerSketch.make(number, finger).impression(touch, style));
    }
    return new TenPrint(fingers);
  }
}

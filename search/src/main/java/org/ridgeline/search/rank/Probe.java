package org.ridgeline.search.rank;

import com.machinezoo.sourceafis.FingerprintMatcher;
import java.util.EnumMap;
import java.util.Map;
import org.ridgeline.search.gallery.Entry;
import org.ridgeline.search.gallery.FingerTemplate;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.TenPrint;

/// The ten-print a search looks for, indexed once: indexing costs a millisecond a finger, a
/// comparison a fifteenth of that.
public final class Probe {
  private final Map<FingerPosition, FingerprintMatcher> fingers =
      new EnumMap<>(FingerPosition.class);

  private Probe() {}

  /// Indexes the fingers of a ten-print; an empty ten-print: IllegalArgumentException.
  public static Probe of(TenPrint prints) {
    if (prints.fingers().isEmpty()) {
      throw new IllegalArgumentException("fingers=0 limit=1..10");
    }
    Probe probe = new Probe();
    prints
        .fingers()
        .forEach((finger, template) ->
            probe.fingers.put(finger, new FingerprintMatcher(FingerTemplate.of(template).edges())));
    return probe;
  }

  /// Score of each finger present on both sides, in centibits; fingers missing on either side are
  /// absent and so count nothing.
  Map<FingerPosition, Integer> compare(Entry entry) {
    Map<FingerPosition, Integer> scores = new EnumMap<>(FingerPosition.class);
    fingers.forEach((finger, matcher) -> {
      FingerTemplate other = entry.fingers().get(finger);
      if (other != null) {
        scores.put(finger, Fusion.centibits(matcher.match(other.edges())));
      }
    });
    return scores;
  }
}

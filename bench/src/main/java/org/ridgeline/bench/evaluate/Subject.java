package org.ridgeline.bench.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ridgeline.vocabulary.FingerPosition;

/// One person of an identification trial: what is enrolled of them, and their probes.
/// - **Shape** `set`: which folders of a gallery and of probes they are of, from 0; `enrolled`:
///   empty for somebody who is not in the gallery
record Subject(
    int set, Map<FingerPosition, PrintFile> enrolled, List<Map<FingerPosition, PrintFile>> probes) {

  Subject {
    enrolled = Collections.unmodifiableMap(enrolled);
    probes = List.copyOf(probes);
  }

  boolean isMated() {
    return !enrolled.isEmpty();
  }

  /// Collects the prints of one person.
  static final class Builder {
    private final Map<FingerPosition, PrintFile> enrolled = new EnumMap<>(FingerPosition.class);
    private final SortedMap<Integer, Map<FingerPosition, PrintFile>> probes = new TreeMap<>();

    /// The lowest impression of a finger is enrolled.
    void gallery(FingerPosition position, PrintFile file) {
      enrolled.merge(
          position, file, (one, other) -> one.impression() <= other.impression() ? one : other);
    }

    void probe(FingerPosition position, PrintFile file) {
      probes
          .computeIfAbsent(file.impression(), _ -> new EnumMap<>(FingerPosition.class))
          .put(position, file);
    }

    /// Prints that are enrolled are no probes: gallery and probes may be the same folder.
    Subject build(int set) {
      List<Map<FingerPosition, PrintFile>> left = new ArrayList<>();
      probes
          .values()
          .forEach(probe -> {
            probe.values().removeIf(file -> isEnrolled(file));
            if (!probe.isEmpty()) {
              left.add(probe);
            }
          });
      return new Subject(set, enrolled, left);
    }

    private boolean isEnrolled(PrintFile file) {
      return enrolled.values().stream().anyMatch(e -> e.path().equals(file.path()));
    }
  }
}

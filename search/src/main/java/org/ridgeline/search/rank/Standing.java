package org.ridgeline.search.rank;

import java.util.Comparator;
import java.util.List;

/// A row and what the last stage said of it.
record Standing(Row row, int score) {
  /// The best first, equals in [EncounterOrder].
  static final Comparator<Standing> BEST_FIRST =
      Comparator.comparingInt(Standing::score)
          .reversed()
          .thenComparing(standing -> standing.row().encounterId(), EncounterOrder.LEAST_FIRST);

  /// Merged survivors, in their order.
  static List<Standing> of(List<Survivor> merged) {
    return merged.stream()
        .map(s -> new Standing(new Row.Sent(s.encounterId(), s.prints().orElseThrow()), s.score()))
        .toList();
  }
}

package org.ridgeline.bench.evaluate;

import java.util.OptionalDouble;

/// What a [Comparer.Ready] may be besides: one that says how much two prints have in common.
@FunctionalInterface
public interface OverlapEstimate {
  /// The area that two prints share, as the engine laid them on each other; prints by their index
  /// among those made ready. Empty where it found no way to lay them.
  /// - **Unit** square millimetres
  OptionalDouble overlapMm2(int probe, int reference);
}

package org.ridgeline.oversight.suppress;

import java.util.List;

/// Nothing may be published: what is already public gives these cells away, or no way to keep them
/// unknown was found.
///
/// @param cells the cells, in ascending order
public record Refusal(List<Integer> cells) implements Suppression {
  /// Keeps a copy.
  public Refusal {
    cells = List.copyOf(cells);
  }
}

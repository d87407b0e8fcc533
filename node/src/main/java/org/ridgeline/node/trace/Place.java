package org.ridgeline.node.trace;

import java.util.List;

/// A place that was searched, how much of it, and what was found there.
/// - **Shape** `name` like `table criminal.finger` or `files postgres/base`; `items` rows or files
public record Place(String name, long items, long bytes, List<Found> found) {
  /// Most finds listed of one place; `finds` of a report counts places, not these.
  static final int FOUND_MAX = 20;

  public Place {
    found = List.copyOf(found);
  }

  /// One find: in which row or file, of which trace, how many pieces of it, and where they begin.
  public record Found(String where, String trace, int pieces, long at) {
    static Found of(String where, ByteSearch.Hit hit) {
      return new Found(where, hit.trace(), hit.pieces(), hit.at());
    }
  }
}

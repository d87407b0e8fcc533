package org.ridgeline.search.rank;

import java.util.Arrays;

/// Keeps the rows with the least distances. Not for several threads.
///
/// Rows are gathered under a limit; when the room is full, the limit is lowered to the distance
/// that `wanted` rows stay under, and the rest is thrown out. Where more rows share a distance than
/// there is room for, the first by [RowOrder] stay, whatever order they came in.
final class Nearest {
  private static final int DISTANCE_MAX = 1 << 13;

  private final int wanted;
  private final RowOrder order;
  private final int[] counts = new int[DISTANCE_MAX];
  private long[] rows;
  private int filled;
  private int limit;

  /// - **Shape** `start`: distances from here on are never of interest
  Nearest(int wanted, int start, RowOrder order) {
    this.wanted = wanted;
    this.order = order;
    limit = Math.min(start, DISTANCE_MAX);
    rows = new long[2 * wanted + 1024];
  }

  /// Only smaller distances are of interest now.
  int limit() {
    return limit;
  }

  void add(int distance, int segment, int row) {
    if (filled == rows.length) {
      tighten();
      if (distance >= limit) {
        return;
      }
    }
    counts[distance]++;
    rows[filled++] = RowRef.of(distance, segment, row);
  }

  void addAll(Nearest other) {
    for (int i = 0; i < other.filled; i++) {
      long row = other.rows[i];
      if (RowRef.key(row) < limit) {
        add(RowRef.key(row), RowRef.segment(row), RowRef.row(row));
      }
    }
  }

  private void tighten() {
    int below = 0;
    int distance = 0;
    while (distance < limit && below + counts[distance] <= wanted) {
      below += counts[distance++];
    }
    int sharing = distance < limit ? counts[distance] : 0;
    int kept = keep(distance, below, sharing);
    limit = Math.min(limit, distance + 1);
    Arrays.fill(counts, distance + 1, counts.length, 0);
    counts[Math.min(distance, DISTANCE_MAX - 1)] = kept - below;
    filled = kept;
  }

  /// Moves what stays to the front: all rows below a distance, and of those at it, all or as many
  /// as there is room for. Returns how many stay.
  private int keep(int distance, int below, int sharing) {
    long[] tied = new long[sharing];
    int shared = 0;
    int kept = 0;
    for (int i = 0; i < filled; i++) {
      int key = RowRef.key(rows[i]);
      if (key < distance) {
        rows[kept++] = rows[i];
      } else if (key == distance) {
        tied[shared++] = rows[i];
      }
    }
    int room = sharing;
    if (below + sharing > rows.length / 4 * 3) {
      order.sortTies(tied, 0, sharing);
      room = wanted - below;
    }
    System.arraycopy(tied, 0, rows, kept, room);
    return kept + room;
  }

  /// At most the rows wanted, the nearest first; see [RowOrder#cut].
  long[] sorted() {
    return order.cut(Arrays.copyOf(rows, filled), wanted);
  }
}

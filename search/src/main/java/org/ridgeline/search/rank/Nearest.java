package org.ridgeline.search.rank;

import java.util.Arrays;

/// Keeps the rows with the least distances. Not for several threads.
///
/// Rows are gathered under a limit; when the room is full, the limit is lowered to the distance
/// that `wanted` rows stay under, and the rest is thrown out.
final class Nearest {
  private static final int DISTANCE_MAX = 1 << 13;

  private final int wanted;
  private final int[] counts = new int[DISTANCE_MAX];
  private long[] rows;
  private int filled;
  private int limit;

  /// - **Shape** `start`: distances from here on are never of interest
  Nearest(int wanted, int start) {
    this.wanted = wanted;
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
    // One distance alone may be shared by more rows than there is room for: its first stay.
    int sharing = distance < limit ? counts[distance] : 0;
    boolean crowded = below + sharing > rows.length / 4 * 3;
    int room = crowded ? wanted - below : sharing;
    int kept = 0;
    for (int i = 0; i < filled; i++) {
      int key = RowRef.key(rows[i]);
      if (key < distance || key == distance && room-- > 0) {
        rows[kept++] = rows[i];
      }
    }
    filled = kept;
    limit = crowded ? distance : Math.min(limit, distance + 1);
    Arrays.fill(counts, distance + 1, counts.length, 0);
    counts[Math.min(distance, DISTANCE_MAX - 1)] = filled - below;
  }

  /// At most the rows wanted, the nearest first.
  long[] sorted() {
    long[] sorted = Arrays.copyOf(rows, filled);
    Arrays.sort(sorted);
    return sorted.length > wanted ? Arrays.copyOf(sorted, wanted) : sorted;
  }
}

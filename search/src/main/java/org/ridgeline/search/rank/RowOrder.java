package org.ridgeline.search.rank;

import java.util.Arrays;
import java.util.Comparator;
import org.ridgeline.search.gallery.Segment;
import org.ridgeline.search.gallery.Snapshot;

/// Puts rows of a gallery in order by their keys, and rows of one key in [EncounterOrder]; where
/// rows lie decides nothing.
///
/// Ids are read for ties alone, each once: an id that a removal overwrites in the meantime moves
/// its row and nothing else.
final class RowOrder {
  private static final Comparator<Tied> BY_ID =
      (one, other) -> EncounterOrder.compare(one.high, one.low, other.high, other.low);

  private final Ids ids;

  /// Where ids are read: the halves of a row's encounter id.
  interface Ids {
    long high(long ref);

    long low(long ref);
  }

  private record Tied(long high, long low, long ref) {}

  RowOrder(Ids ids) {
    this.ids = ids;
  }

  static RowOrder of(Snapshot gallery) {
    return new RowOrder(new SnapshotIds(gallery));
  }

  private record SnapshotIds(Snapshot gallery) implements Ids {
    @Override
    public long high(long ref) {
      return segment(ref).encounterHigh(RowRef.row(ref));
    }

    @Override
    public long low(long ref) {
      return segment(ref).encounterLow(RowRef.row(ref));
    }

    private Segment segment(long ref) {
      return gallery.segments().get(RowRef.segment(ref));
    }
  }

  /// The first `wanted` in the order, themselves only by their keys: what a cut needs.
  long[] cut(long[] rows, int wanted) {
    long[] sorted = sorted(rows);
    if (sorted.length <= wanted) {
      return sorted;
    }
    int last = RowRef.key(sorted[wanted - 1]);
    if (RowRef.key(sorted[wanted]) == last) {
      sortTies(sorted, startOf(sorted, wanted - 1), endOf(sorted, wanted));
    }
    return Arrays.copyOf(sorted, wanted);
  }

  /// The first `wanted` in the order, in it.
  long[] ordered(long[] rows, int wanted) {
    long[] sorted = sorted(rows);
    int from = 0;
    while (from < Math.min(wanted, sorted.length)) {
      int to = endOf(sorted, from);
      sortTies(sorted, from, to);
      from = to;
    }
    return sorted.length > wanted ? Arrays.copyOf(sorted, wanted) : sorted;
  }

  /// Orders rows of one key.
  void sortTies(long[] rows, int from, int to) {
    if (to - from < 2) {
      return;
    }
    Tied[] tied = new Tied[to - from];
    for (int i = 0; i < tied.length; i++) {
      long ref = rows[from + i];
      tied[i] = new Tied(ids.high(ref), ids.low(ref), ref);
    }
    Arrays.sort(tied, BY_ID);
    for (int i = 0; i < tied.length; i++) {
      rows[from + i] = tied[i].ref;
    }
  }

  private static long[] sorted(long[] rows) {
    long[] sorted = rows.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  private static int startOf(long[] sorted, int at) {
    int from = at;
    while (from > 0 && RowRef.key(sorted[from - 1]) == RowRef.key(sorted[at])) {
      from--;
    }
    return from;
  }

  private static int endOf(long[] sorted, int at) {
    int to = at + 1;
    while (to < sorted.length && RowRef.key(sorted[to]) == RowRef.key(sorted[at])) {
      to++;
    }
    return to;
  }
}

package org.ridgeline.search.gallery;

import java.util.List;
import java.util.UUID;

/// Finds the row of an encounter: a hash table of one int a slot, which names a row and 7 bits of
/// its hash; the ids themselves stay in the segments. A removed row's id is zeros, so that its slot
/// finds nothing any more and needs no care until the table is made anew.
/// - **Unit** 34 MB of heap at five million encounters, 134 MB at [Limits#ENTRIES_MAX]
/// - **Layout** a slot: bit 31 used, bits 24 to 30 hash, bits 0 to 23 row counted over segments
final class EncounterIndex {
  private static final int REF_MASK = Limits.ENTRIES_MAX - 1;
  private static final int SLOTS_MIN = 1024;

  private final List<SegmentFile> segments;
  private final int segmentRows;
  private int[] slots = new int[SLOTS_MIN];
  private int used;

  /// Indexes all live rows. The list grows at its end with the gallery; a list changed otherwise
  /// needs another index.
  EncounterIndex(List<SegmentFile> segments, int segmentRows) {
    this.segments = segments;
    this.segmentRows = segmentRows;
    rebuild(segments.stream().mapToInt(SegmentFile::live).sum());
  }

  private void rebuild(int live) {
    int size = SLOTS_MIN;
    while (size < live + live / 2) {
      size *= 2;
    }
    slots = new int[size];
    used = 0;
    for (int at = 0; at < segments.size(); at++) {
      SegmentFile segment = segments.get(at);
      for (int row = 0; row < segment.count(); row++) {
        if (segment.isLive(row)) {
          put(at * segmentRows + row, hash(segment.idHigh(row), segment.idLow(row)));
        }
      }
    }
  }

  /// A row of a segment of the list, or -1 for none.
  int find(UUID encounterId) {
    long high = encounterId.getMostSignificantBits();
    long low = encounterId.getLeastSignificantBits();
    int hash = hash(high, low);
    int at = hash & (slots.length - 1);
    while (slots[at] != 0) {
      if ((slots[at] & ~REF_MASK) == tag(hash)) {
        int ref = slots[at] & REF_MASK;
        SegmentFile segment = segments.get(ref / segmentRows);
        int row = ref % segmentRows;
        if (segment.idHigh(row) == high && segment.idLow(row) == low) {
          return ref;
        }
      }
      at = (at + 1) & (slots.length - 1);
    }
    return -1;
  }

  /// Adds the live row `row` of the segment at `segment` of the list.
  void add(int segment, int row) {
    if (used >= slots.length / 4 * 3) {
      rebuild(segments.stream().mapToInt(SegmentFile::live).sum());
      return;
    }
    SegmentFile file = segments.get(segment);
    put(segment * segmentRows + row, hash(file.idHigh(row), file.idLow(row)));
  }

  int slots() {
    return slots.length;
  }

  private void put(int ref, int hash) {
    int at = hash & (slots.length - 1);
    while (slots[at] != 0) {
      at = (at + 1) & (slots.length - 1);
    }
    slots[at] = tag(hash) | ref;
    used++;
  }

  private static int tag(int hash) {
    return Integer.MIN_VALUE | hash & 0x7F00_0000;
  }

  private static int hash(long high, long low) {
    long mixed = (high ^ Long.rotateLeft(low, 32)) * 0x9E37_79B9_7F4A_7C15L;
    mixed = (mixed ^ mixed >>> 29) * 0xBF58_476D_1CE4_E5B9L;
    return (int) (mixed >>> 32);
  }
}

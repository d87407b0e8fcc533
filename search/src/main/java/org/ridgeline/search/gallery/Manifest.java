package org.ridgeline.search.gallery;

import static org.ridgeline.search.gallery.FileFormat.INT;
import static org.ridgeline.search.gallery.FileFormat.LONG;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// How a gallery stood at its last checkpoint: which files belong to it, how far each is filled and
/// what its checksums are. Replaced as a whole; what came later is in the journal it names.
/// - **Shape** `checkpoint`: growing number; `journal`, `nextSegment`: numbers of files
record Manifest(
    UUID owner,
    int segmentRows,
    long checkpoint,
    long upTo,
    long journal,
    int nextSegment,
    List<State> segments) {
  static final int CHECKPOINT_AT = FileFormat.OWN_AT;
  static final int UP_TO_AT = 40;
  static final int JOURNAL_AT = 48;
  static final int SEGMENT_ROWS_AT = 56;
  static final int NEXT_SEGMENT_AT = 60;
  static final int SEGMENTS_AT = 64;
  static final int HEAD_BYTES = 72;
  static final int STATE_BYTES = 32;

  Manifest {
    segments = List.copyOf(segments);
  }

  /// How one segment stood.
  /// - **Shape** `sums`: CRC32C of codes, masks and ids, one for each superblock begun
  record State(int number, int count, int live, long heapBytes, long changeMax, int[] sums) {
    private int bytes() {
      return STATE_BYTES + sums.length * Integer.BYTES;
    }

    private void write(MemorySegment to, long at) {
      to.set(INT, at, number);
      to.set(INT, at + 4, count);
      to.set(INT, at + 8, live);
      to.set(INT, at + 12, sums.length);
      to.set(LONG, at + 16, heapBytes);
      to.set(LONG, at + 24, changeMax);
      MemorySegment.copy(sums, 0, to, INT, at + STATE_BYTES, sums.length);
    }

    private static State read(MemorySegment from, long at) {
      int[] sums = new int[from.get(INT, at + 12)];
      MemorySegment.copy(from, INT, at + STATE_BYTES, sums, 0, sums.length);
      return new State(
          from.get(INT, at),
          from.get(INT, at + 4),
          from.get(INT, at + 8),
          from.get(LONG, at + 16),
          from.get(LONG, at + 24),
          sums);
    }
  }

  byte[] toBytes() {
    int covered = HEAD_BYTES + segments.stream().mapToInt(State::bytes).sum();
    byte[] bytes = new byte[covered + Integer.BYTES];
    MemorySegment to = MemorySegment.ofArray(bytes);
    FileFormat.begin(to, FileFormat.MANIFEST_MAGIC, owner);
    to.set(LONG, CHECKPOINT_AT, checkpoint);
    to.set(LONG, UP_TO_AT, upTo);
    to.set(LONG, JOURNAL_AT, journal);
    to.set(INT, SEGMENT_ROWS_AT, segmentRows);
    to.set(INT, NEXT_SEGMENT_AT, nextSegment);
    to.set(INT, SEGMENTS_AT, segments.size());
    long at = HEAD_BYTES;
    for (State segment : segments) {
      segment.write(to, at);
      at += segment.bytes();
    }
    to.set(INT, covered, FileFormat.sum(to, 0, covered));
    return bytes;
  }

  static Manifest of(Path path, byte[] bytes) {
    MemorySegment from = MemorySegment.ofArray(bytes);
    int covered = Math.max(HEAD_BYTES, bytes.length - Integer.BYTES);
    FileFormat.check(path, from, FileFormat.MANIFEST_MAGIC, covered);
    List<State> segments = new ArrayList<>();
    long at = HEAD_BYTES;
    for (int left = from.get(INT, SEGMENTS_AT); left > 0; left--) {
      segments.add(State.read(from, at));
      at += segments.getLast().bytes();
    }
    return new Manifest(
        FileFormat.id(from, FileFormat.OWNER_AT),
        from.get(INT, SEGMENT_ROWS_AT),
        from.get(LONG, CHECKPOINT_AT),
        from.get(LONG, UP_TO_AT),
        from.get(LONG, JOURNAL_AT),
        from.get(INT, NEXT_SEGMENT_AT),
        segments);
  }
}

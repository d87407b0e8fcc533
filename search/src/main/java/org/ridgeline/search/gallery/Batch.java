package org.ridgeline.search.gallery;

import static org.ridgeline.search.gallery.FileFormat.INT;
import static org.ridgeline.search.gallery.FileFormat.LONG;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/// One change of a gallery as the journal keeps it: rows to overwrite with zeros, then whole rows
/// with their minutiae, each saying where it goes. All of it happens or nothing.
final class Batch {
  static final int BYTES_AT = 0;
  static final int SUM_AT = 4;
  static final int SEQUENCE_AT = 8;
  static final int UP_TO_AT = 16;
  static final int ERASURES_AT = 24;
  static final int ROWS_AT = 28;
  static final int HEAD_BYTES = 32;
  static final int ERASURE_BYTES = 24;

  private final MemorySegment bytes;

  private Batch(MemorySegment bytes) {
    this.bytes = bytes;
  }

  /// A batch to be filled in zeroed memory of [#bytes(int, int, long)] bytes.
  static Batch begin(MemorySegment zeros, long upTo, List<Erasure> erasures, int rows) {
    zeros.set(LONG, UP_TO_AT, upTo);
    zeros.set(INT, ERASURES_AT, erasures.size());
    zeros.set(INT, ROWS_AT, rows);
    long at = HEAD_BYTES;
    for (Erasure erasure : erasures) {
      zeros.set(INT, at, erasure.segment());
      zeros.set(INT, at + 4, erasure.row());
      zeros.set(LONG, at + 8, erasure.heapOffset());
      zeros.set(INT, at + 16, erasure.heapBytes());
      at += ERASURE_BYTES;
    }
    return new Batch(zeros);
  }

  /// The batch that begins at an offset of a journal; empty bytes if none that is whole does.
  static Batch at(MemorySegment journal, long at, long sequence) {
    long left = journal.byteSize() - at;
    if (left < HEAD_BYTES) {
      return new Batch(MemorySegment.NULL);
    }
    long size = Integer.toUnsignedLong(journal.get(INT, at + BYTES_AT));
    if (size < HEAD_BYTES || size > left) {
      return new Batch(MemorySegment.NULL);
    }
    Batch batch = new Batch(journal.asSlice(at, size));
    boolean isWhole =
        batch.bytes.get(INT, SUM_AT) == batch.sum()
            && batch.bytes.get(LONG, SEQUENCE_AT) == sequence;
    return isWhole ? batch : new Batch(MemorySegment.NULL);
  }

  static long bytes(int erasures, int rows, long minutiaeBytes) {
    return HEAD_BYTES
        + (long) erasures * ERASURE_BYTES
        + (long) rows * RowFormat.BYTES
        + minutiaeBytes;
  }

  /// Closes a filled batch with its size, number and checksum.
  void seal(long sequence) {
    bytes.set(INT, BYTES_AT, Math.toIntExact(bytes.byteSize()));
    bytes.set(LONG, SEQUENCE_AT, sequence);
    bytes.set(INT, SUM_AT, sum());
  }

  private int sum() {
    CRC32C sum = new CRC32C();
    FileFormat.add(sum, bytes, BYTES_AT, SUM_AT);
    FileFormat.add(sum, bytes, SEQUENCE_AT, bytes.byteSize() - SEQUENCE_AT);
    return (int) sum.getValue();
  }

  MemorySegment bytes() {
    return bytes;
  }

  boolean isEmpty() {
    return bytes.byteSize() == 0;
  }

  long upTo() {
    return bytes.get(LONG, UP_TO_AT);
  }

  int rows() {
    return bytes.get(INT, ROWS_AT);
  }

  List<Erasure> erasures() {
    List<Erasure> erasures = new ArrayList<>();
    long at = HEAD_BYTES;
    for (int left = bytes.get(INT, ERASURES_AT); left > 0; left--) {
      erasures.add(
          new Erasure(
              bytes.get(INT, at),
              bytes.get(INT, at + 4),
              bytes.get(LONG, at + 8),
              bytes.get(INT, at + 16)));
      at += ERASURE_BYTES;
    }
    return erasures;
  }

  /// Where the first row begins.
  long rowsAt() {
    return HEAD_BYTES + (long) bytes.get(INT, ERASURES_AT) * ERASURE_BYTES;
  }

  /// Where the row after that at an offset begins.
  long after(long rowAt) {
    return rowAt + RowFormat.BYTES + RowFormat.minutiaeBytes(bytes, rowAt);
  }
}

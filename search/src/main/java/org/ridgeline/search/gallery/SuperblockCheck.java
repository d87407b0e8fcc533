package org.ridgeline.search.gallery;

import static org.ridgeline.search.gallery.FileFormat.LONG;

import java.lang.foreign.MemorySegment;
import java.util.zip.CRC32C;

/// Checks a superblock that has changed since its checksum was taken: after a power failure some of
/// its pages may be old and some new, and the journal has put right only what it names. The rest is
/// held against the rows, each of which has a checksum of its own.
final class SuperblockCheck {
  private final Mapping mapping;
  private final MemorySegment bytes;
  private final int first;
  private final int count;

  SuperblockCheck(Mapping mapping, int count, int block) {
    this.mapping = mapping;
    this.count = count;
    bytes = mapping.bytes();
    first = block * SegmentLayout.SUPERBLOCK_ROWS;
  }

  /// Returns the bytes of rows read.
  long run() {
    for (int row = first; row < first + SegmentLayout.SUPERBLOCK_ROWS; row++) {
      int mask = mapping.mask(row);
      if (row >= count && mask != 0) {
        throw damaged(row, "mask of a free row", 0, mask);
      }
      if ((mask & Mapping.LIVE) != 0) {
        checkRow(row, mask & Mapping.FINGERS);
      }
      checkCodes(row, (mask & Mapping.LIVE) != 0);
    }
    return SegmentLayout.ROW_BYTES;
  }

  private void checkRow(int row, int fingers) {
    long at = mapping.rowAt(row);
    CRC32C sum = new CRC32C();
    FileFormat.add(sum, bytes, at, RowFormat.SUM_AT);
    FileFormat.add(
        sum, bytes, at + RowFormat.SIGNATURES_AT, RowFormat.BYTES - RowFormat.SIGNATURES_AT);
    int expected = bytes.get(FileFormat.INT, at + RowFormat.SUM_AT);
    if ((int) sum.getValue() != expected) {
      throw DamagedGalleryException.sum(
          mapping.path(), at, "row " + row, expected, (int) sum.getValue());
    }
    check(row, "fingers", RowFormat.fingers(bytes, at), fingers);
    check(row, "row number", row, bytes.get(FileFormat.INT, at + RowFormat.ROW_AT));
  }

  private void checkCodes(int row, boolean isLive) {
    long at = mapping.rowAt(row);
    for (int half = 0; half < 16; half += 8) {
      long id = isLive ? bytes.get(LONG, at + RowFormat.ENCOUNTER_AT + half) : 0;
      check(row, "id", id, bytes.get(LONG, mapping.idAt(row) + half));
    }
    for (int finger = 0; finger < SegmentLayout.FINGERS; finger++) {
      for (int word = 0; word < SignCode.WORDS; word++) {
        long code = isLive ? SignCode.word(bytes, at + RowFormat.signature(finger), word) : 0;
        check(row, "code", code, bytes.get(LONG, mapping.codeAt(row, finger, word)));
      }
    }
  }

  private void check(int row, String what, long expected, long found) {
    if (expected != found) {
      throw damaged(row, what, expected, found);
    }
  }

  private DamagedGalleryException damaged(int row, String what, long expected, long found) {
    return new DamagedGalleryException(
        mapping.path(),
        mapping.rowAt(row),
        what + " of row " + row,
        Long.toHexString(expected),
        Long.toHexString(found));
  }
}

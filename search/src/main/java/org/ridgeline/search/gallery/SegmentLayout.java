package org.ridgeline.search.gallery;

import org.ridgeline.search.kernel.CodeLayout;

/// Where things lie in a segment file of so many rows; every region begins on a page.
/// - **Unit** bytes from the beginning of the file, or of the region where a method says so
/// - **Source** docs/gallery-format.md
record SegmentLayout(int rows) {
  static final int HEADER_BYTES = 4096;
  static final int FINGERS = CodeLayout.FINGERS;

  /// Rows whose codes lie together and share a checksum.
  static final int SUPERBLOCK_ROWS = CodeLayout.SUPERBLOCK;

  static final int LANES = CodeLayout.LANES;
  static final int CODE_BYTES = CodeLayout.SUPERBLOCK_BYTES;
  static final int MASK_BYTES = SUPERBLOCK_ROWS * Short.BYTES;
  static final int ID_BYTES = SUPERBLOCK_ROWS * 16;
  static final int ROW_BYTES = SUPERBLOCK_ROWS * RowFormat.BYTES;

  int superblocks() {
    return rows / SUPERBLOCK_ROWS;
  }

  long codesAt() {
    return HEADER_BYTES;
  }

  long masksAt() {
    return codesAt() + (long) superblocks() * CODE_BYTES;
  }

  long idsAt() {
    return page(masksAt() + (long) superblocks() * MASK_BYTES);
  }

  long rowsAt() {
    return idsAt() + (long) superblocks() * ID_BYTES;
  }

  long heapAt() {
    return rowsAt() + (long) superblocks() * ROW_BYTES;
  }

  /// Offset in the codes of one word of one finger of a row.
  static long code(int row, int finger, int word) {
    return CodeLayout.offset(row, finger, word);
  }

  /// How many superblocks so many rows take.
  static int superblocks(int rows) {
    return (rows + SUPERBLOCK_ROWS - 1) / SUPERBLOCK_ROWS;
  }

  static long page(long bytes) {
    return (bytes + 4095) & -4096L;
  }
}

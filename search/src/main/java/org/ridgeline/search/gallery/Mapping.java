package org.ridgeline.search.gallery;

import static org.ridgeline.search.gallery.FileFormat.INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.ridgeline.search.kernel.CodeLayout;

/// The regions of fixed size of one segment file in memory.
///
/// The mapping lives as long as somebody can reach it (`Arena.ofAuto`): a file that a compaction
/// has deleted stays whole for the searches that began before.
record Mapping(Path path, int number, int serial, SegmentLayout layout, MemorySegment bytes) {
  static final int LIVE = CodeLayout.LIVE;
  static final int FINGERS = CodeLayout.ALL_FINGERS;

  static final int NUMBER_AT = FileFormat.OWN_AT;
  static final int ROWS_AT = 36;
  static final int HEADER_SUM_AT = SegmentLayout.HEADER_BYTES - Integer.BYTES;

  private static final VarHandle MASK =
      ValueLayout.JAVA_SHORT.withOrder(ByteOrder.LITTLE_ENDIAN).varHandle();
  private static final AtomicInteger SERIAL = new AtomicInteger();

  /// Maps a file whose regions have their full length, or makes it so.
  static Mapping of(Path path, int number, SegmentLayout layout, FileChannel channel)
      throws IOException {
    MemorySegment bytes =
        channel.map(FileChannel.MapMode.READ_WRITE, 0, layout.heapAt(), Arena.ofAuto());
    return new Mapping(path, number, SERIAL.incrementAndGet(), layout, bytes);
  }

  void writeHeader(UUID owner) {
    FileFormat.begin(bytes, FileFormat.SEGMENT_MAGIC, owner);
    int[] own = {
      number,
      layout.rows(),
      SegmentLayout.SUPERBLOCK_ROWS,
      SegmentLayout.FINGERS,
      StoredFinger.SIGNATURE_BYTES,
      RowFormat.BYTES
    };
    MemorySegment.copy(own, 0, bytes, INT, NUMBER_AT, own.length);
    bytes.set(INT, HEADER_SUM_AT, FileFormat.sum(bytes, 0, HEADER_SUM_AT));
  }

  void checkHeader(UUID owner) {
    FileFormat.check(path, bytes, FileFormat.SEGMENT_MAGIC, HEADER_SUM_AT);
    FileFormat.checkOwner(path, bytes, owner);
    if (bytes.get(INT, NUMBER_AT) != number || bytes.get(INT, ROWS_AT) != layout.rows()) {
      throw new DamagedGalleryException(
          path,
          NUMBER_AT,
          "segment number and rows",
          number + ", " + layout.rows(),
          bytes.get(INT, NUMBER_AT) + ", " + bytes.get(INT, ROWS_AT));
    }
  }

  MemorySegment codes() {
    return bytes.asSlice(layout.codesAt(), layout.masksAt() - layout.codesAt());
  }

  MemorySegment masks() {
    return bytes.asSlice(layout.masksAt(), layout.rows() * (long) Short.BYTES);
  }

  MemorySegment rows() {
    return bytes.asSlice(layout.rowsAt(), layout.heapAt() - layout.rowsAt());
  }

  int mask(int row) {
    return Short.toUnsignedInt(
        (short) MASK.getAcquire(bytes, layout.masksAt() + (long) row * Short.BYTES));
  }

  /// Everything written before is seen by whoever sees the mask.
  void setMask(int row, int mask) {
    MASK.setRelease(bytes, layout.masksAt() + (long) row * Short.BYTES, (short) mask);
  }

  long rowAt(int row) {
    return layout.rowsAt() + (long) row * RowFormat.BYTES;
  }

  long idAt(int row) {
    return layout.idsAt() + row * 16L;
  }

  long codeAt(int row, int finger, int word) {
    return layout.codesAt() + SegmentLayout.code(row, finger, word);
  }
}

package org.ridgeline.search.gallery;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.UUID;
import java.util.zip.CRC32C;

/// A thread's copy of the row it reads: what was checked is what is read, whatever a writer does
/// meanwhile, and reading several things of one row checks it once. Nothing is allocated per row.
final class RowScratch {
  private static final ThreadLocal<RowScratch> OF_THREAD = ThreadLocal.withInitial(RowScratch::new);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle ID_HALVES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final byte[] row = new byte[RowFormat.BYTES];
  private final byte[] minutiae = new byte[PackedMinutiae.MINUTIAE_MAX * Integer.BYTES];
  private final CRC32C sum = new CRC32C();

  /// Names the mapping and row that the copy is of; 0: none, the copy is zeros.
  private long key;

  static RowScratch ofThread() {
    return OF_THREAD.get();
  }

  boolean holds(long wanted) {
    return key == wanted;
  }

  /// Copies a row, not yet to be believed.
  void copy(MemorySegment rows, long at) {
    key = -1;
    MemorySegment.copy(rows, FileFormat.BYTE, at, row, 0, RowFormat.BYTES);
  }

  void believe(long checked) {
    key = checked;
  }

  void clear() {
    if (key != 0) {
      Arrays.fill(row, (byte) 0);
      key = 0;
    }
  }

  int sumStored() {
    return (int) INTS.get(row, RowFormat.SUM_AT);
  }

  int sumFound() {
    sum.reset();
    sum.update(row, 0, RowFormat.SUM_AT);
    sum.update(row, RowFormat.SIGNATURES_AT, RowFormat.BYTES - RowFormat.SIGNATURES_AT);
    return (int) sum.getValue();
  }

  boolean isOf(int segment, int number, int fingers) {
    return (int) INTS.get(row, RowFormat.SEGMENT_AT) == segment
        && (int) INTS.get(row, RowFormat.ROW_AT) == number
        && Short.toUnsignedInt((short) SHORTS.get(row, RowFormat.FINGERS_AT)) == fingers;
  }

  UUID id(int at) {
    return new UUID((long) ID_HALVES.get(row, at), (long) ID_HALVES.get(row, at + 8));
  }

  long change() {
    return (long) LONGS.get(row, RowFormat.CHANGE_AT);
  }

  int quality(int finger) {
    return row[RowFormat.QUALITIES_AT + finger];
  }

  int count(int finger) {
    return Byte.toUnsignedInt(row[RowFormat.COUNTS_AT + finger]);
  }

  /// Where in the heap a finger's minutiae begin.
  long heapOffset(int finger) {
    long offset = (long) LONGS.get(row, RowFormat.HEAP_OFFSET_AT);
    for (int before = 0; before < finger; before++) {
      offset += (long) count(before) * Integer.BYTES;
    }
    return offset;
  }

  int minutiaeSumStored(int finger) {
    return (int) INTS.get(row, RowFormat.MINUTIAE_SUMS_AT + finger * Integer.BYTES);
  }

  /// Copies a finger's minutiae and says their checksum.
  int copyMinutiae(MemorySegment heap, long at, int finger) {
    int bytes = count(finger) * Integer.BYTES;
    MemorySegment.copy(heap, FileFormat.BYTE, at, minutiae, 0, bytes);
    sum.reset();
    sum.update(finger + 1);
    sum.update(minutiae, 0, bytes);
    return (int) sum.getValue();
  }

  void minutiae(int count, int[] into) {
    for (int i = 0; i < count; i++) {
      into[i] = (int) INTS.get(minutiae, i * Integer.BYTES);
    }
  }
}

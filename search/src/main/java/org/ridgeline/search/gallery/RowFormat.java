package org.ridgeline.search.gallery;

import static org.ridgeline.search.gallery.FileFormat.BYTE;
import static org.ridgeline.search.gallery.FileFormat.INT;
import static org.ridgeline.search.gallery.FileFormat.LONG;
import static org.ridgeline.search.gallery.FileFormat.SHORT;

import java.lang.foreign.MemorySegment;
import java.util.zip.CRC32C;
import org.ridgeline.search.kernel.CodeLayout;
import org.ridgeline.vocabulary.FingerPosition;

/// One row: who, when, and the ten signatures; its minutiae lie in the heap.
/// - **Layout** see docs/gallery-format.md; 64-byte aligned, so that a signature is two cache lines
final class RowFormat {
  static final int BYTES = 1408;
  static final int ENCOUNTER_AT = 0;
  static final int PERSON_AT = 16;
  static final int CHANGE_AT = 32;
  static final int HEAP_OFFSET_AT = 40;
  static final int SEGMENT_AT = 48;
  static final int ROW_AT = 52;
  static final int FINGERS_AT = 56;
  static final int QUALITIES_AT = 60;
  static final int COUNTS_AT = 70;
  static final int MINUTIAE_SUMS_AT = 80;
  static final int SUM_AT = 124;
  static final int SIGNATURES_AT = 128;
  static final int MINUTIAE_BYTES_MAX =
      CodeLayout.FINGERS * PackedMinutiae.MINUTIAE_MAX * Integer.BYTES;

  /// Where a row and its minutiae go.
  record Place(int segment, int row, long heapOffset) {}

  private RowFormat() {}

  /// Bytes of an entry's minutiae in the heap.
  static int minutiaeBytes(StoredEntry entry) {
    int count = 0;
    for (StoredFinger finger : entry.fingers().values()) {
      count += finger.minutiae().length;
    }
    return count * Integer.BYTES;
  }

  /// Writes an entry's row, and behind it its minutiae, over zeros.
  static void write(MemorySegment to, long at, StoredEntry entry, Place place) {
    FileFormat.setId(to, at + ENCOUNTER_AT, entry.encounterId());
    FileFormat.setId(to, at + PERSON_AT, entry.personId());
    to.set(LONG, at + CHANGE_AT, entry.change());
    long minutiaeAt = at + BYTES;
    int fingers = 0;
    for (var one : entry.fingers().entrySet()) {
      int finger = index(one.getKey());
      StoredFinger stored = one.getValue();
      fingers |= 1 << finger;
      int count = stored.minutiae().length;
      to.set(BYTE, at + QUALITIES_AT + finger, (byte) stored.quality());
      to.set(BYTE, at + COUNTS_AT + finger, (byte) count);
      MemorySegment.copy(stored.minutiae(), 0, to, INT, minutiaeAt, count);
      CRC32C sum = new CRC32C();
      sum.update(finger + 1);
      FileFormat.add(sum, to, minutiaeAt, (long) count * Integer.BYTES);
      to.set(INT, at + MINUTIAE_SUMS_AT + 4L * finger, (int) sum.getValue());
      MemorySegment.copy(
          stored.signature(), 0, to, BYTE, at + signature(finger), StoredFinger.SIGNATURE_BYTES);
      minutiaeAt += (long) count * Integer.BYTES;
    }
    to.set(SHORT, at + FINGERS_AT, (short) fingers);
    put(to, at, place);
  }

  /// Says where a row lies, and closes it with its checksum.
  static void put(MemorySegment to, long at, Place place) {
    to.set(LONG, at + HEAP_OFFSET_AT, place.heapOffset());
    to.set(INT, at + SEGMENT_AT, place.segment());
    to.set(INT, at + ROW_AT, place.row());
    CRC32C sum = new CRC32C();
    FileFormat.add(sum, to, at, SUM_AT);
    FileFormat.add(sum, to, at + SIGNATURES_AT, BYTES - SIGNATURES_AT);
    to.set(INT, at + SUM_AT, (int) sum.getValue());
  }

  static int fingers(MemorySegment row, long at) {
    return Short.toUnsignedInt(row.get(SHORT, at + FINGERS_AT));
  }

  static Place place(MemorySegment row, long at) {
    return new Place(
        row.get(INT, at + SEGMENT_AT),
        row.get(INT, at + ROW_AT),
        row.get(LONG, at + HEAP_OFFSET_AT));
  }

  /// Bytes of a row's minutiae in the heap.
  static int minutiaeBytes(MemorySegment row, long at) {
    int count = 0;
    for (int finger = 0; finger < CodeLayout.FINGERS; finger++) {
      count += Byte.toUnsignedInt(row.get(BYTE, at + COUNTS_AT + finger));
    }
    return count * Integer.BYTES;
  }

  /// Offset in a row of a finger's signature.
  static int signature(int finger) {
    return SIGNATURES_AT + finger * StoredFinger.SIGNATURE_BYTES;
  }

  /// A finger's index, 0..9.
  static int index(FingerPosition finger) {
    return finger.fgp() - 1;
  }
}

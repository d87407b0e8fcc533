package org.ridgeline.search.gallery;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// What a search sees of one segment: a number of rows that does not grow, read where they lie.
///
/// Rows are never used twice. A row removed after the view was taken is no longer live; reading it
/// gives zeros, which is no error. What a live row gives has been checked against its checksum. Any
/// number of threads may read; none ever waits, and nothing is allocated but ids.
/// - **Layout** codes: superblocks of 512 rows; in each, for each finger 0..9, for each 8 rows, the
///   8 rows' first words and then their second words. The word of a row is at [#codeOffset(int,
///   int, int)]. Words of missing fingers, free and removed rows are 0; words beyond [#count()] are
///   anything
/// - **Endianness** little; on every machine Java runs on today that is the machine's own
/// - **Error** damage: [DamagedGalleryException]; a row outside 0..count-1: IndexOutOfBounds
public final class Segment {
  private static final long REGULAR = (Mapping.LIVE | Mapping.FINGERS) * 0x0001_0001_0001_0001L;

  private final Mapping mapping;
  private final MemorySegment heap;
  private final MemorySegment codes;
  private final MemorySegment masks;
  private final MemorySegment rows;
  private final int count;
  private final long changeMax;

  Segment(Mapping mapping, MemorySegment heap, int count, long changeMax) {
    this.mapping = mapping;
    this.heap = heap;
    this.count = count;
    this.changeMax = changeMax;
    codes = mapping.codes();
    masks = mapping.masks();
    rows = mapping.rows();
  }

  /// Rows, live and removed.
  public int count() {
    return count;
  }

  /// The highest change number of a row, 0 without rows.
  public long changeMax() {
    return changeMax;
  }

  /// The codes of all rows, 64-byte aligned.
  public MemorySegment codes() {
    return codes;
  }

  /// Offset in [#codes()] of a word of a finger of a row.
  public static long codeOffset(int row, int finger, int word) {
    return SegmentLayout.code(row, finger, word);
  }

  /// A 16-bit mask for each row: bits 0 to 9 its fingers, bit 15 whether it is live.
  public MemorySegment masks() {
    return masks;
  }

  /// The rows, 64-byte aligned; for signatures, see [#signatureOffset(int, int)].
  public MemorySegment rows() {
    return rows;
  }

  /// The mask of a row.
  public int mask(int row) {
    return mapping.mask(Objects.checkIndex(row, count));
  }

  /// Whether a row holds an encounter, still.
  public boolean isLive(int row) {
    return (mask(row) & Mapping.LIVE) != 0;
  }

  /// Whether the eight rows from `8 * block` on are all live with all ten fingers.
  public boolean isRegular(int block) {
    long at = (long) block * SegmentLayout.LANES * Short.BYTES;
    return (block + 1) * SegmentLayout.LANES <= count
        && masks.get(FileFormat.LONG, at) == REGULAR
        && masks.get(FileFormat.LONG, at + Long.BYTES) == REGULAR;
  }

  /// Checks a row before its signatures are read where they lie; false if it has been removed. It
  /// may be removed while they are read, too: whoever uses them asks [#isLive(int)] afterwards.
  public boolean verify(int row) {
    return !load(row).holds(0);
  }

  /// Offset in [#rows()] of the 128 signed bytes of a finger's signature; zeros if it is missing.
  public long signatureOffset(int row, int finger) {
    return (long) row * RowFormat.BYTES + RowFormat.signature(finger);
  }

  /// The encounter of a row.
  public UUID encounterId(int row) {
    return load(row).id(RowFormat.ENCOUNTER_AT);
  }

  /// The upper half of the encounter id of a row, to put rows in order by. It comes from the region
  /// of ids, checked when the gallery was opened, and is 0 once the row has been removed.
  public long encounterHigh(int row) {
    return FileFormat.idHigh(mapping.bytes(), mapping.idAt(Objects.checkIndex(row, count)));
  }

  /// The lower half of it; see [#encounterHigh(int)].
  public long encounterLow(int row) {
    return FileFormat.idLow(mapping.bytes(), mapping.idAt(Objects.checkIndex(row, count)));
  }

  /// The person of a row.
  public UUID personId(int row) {
    return load(row).id(RowFormat.PERSON_AT);
  }

  /// The change number that added a row.
  public long change(int row) {
    return load(row).change();
  }

  /// The quality of a finger, 0 if it is missing.
  public int quality(int row, int finger) {
    return load(row).quality(finger);
  }

  /// Copies a finger's [PackedMinutiae] to the beginning of an array of at least
  /// [PackedMinutiae#MINUTIAE_MAX], and says how many they are; 0 if the finger is missing.
  public int minutiae(int row, int finger, int[] into) {
    RowScratch scratch = load(row);
    int count = scratch.count(finger);
    if (count == 0) {
      return 0;
    }
    long at = scratch.heapOffset(finger);
    int expected = scratch.minutiaeSumStored(finger);
    int found = scratch.copyMinutiae(heap, at, finger);
    if (expected != found) {
      VarHandle.acquireFence();
      if (!isLive(row)) {
        scratch.clear();
        return 0;
      }
      throw DamagedGalleryException.sum(
          mapping.path(), mapping.layout().heapAt() + at, "minutiae", expected, found);
    }
    scratch.minutiae(count, into);
    return count;
  }

  /// Copies a finger; empty where it is missing.
  public Optional<StoredFinger> finger(int row, int finger) {
    if ((mask(row) & 1 << finger) == 0 || !verify(row)) {
      return Optional.empty();
    }
    int[] room = new int[PackedMinutiae.MINUTIAE_MAX];
    int count = minutiae(row, finger, room);
    int[] minutiae = Arrays.copyOf(room, count);
    byte[] signature = new byte[StoredFinger.SIGNATURE_BYTES];
    MemorySegment.copy(
        rows, ValueLayout.JAVA_BYTE, signatureOffset(row, finger), signature, 0, signature.length);
    return Optional.of(new StoredFinger(quality(row, finger), minutiae, signature));
  }

  /// The first row from which on every live row has a change number above `after`; [#count()] if
  /// none has. Change numbers grow with rows, so only those rows are read.
  public int firstAfter(long after) {
    int first = count;
    if (changeMax > after) {
      for (int row = count - 1; row >= 0; row--) {
        if (verify(row)) {
          if (change(row) <= after) {
            break;
          }
          first = row;
        }
      }
    }
    return first;
  }

  private RowScratch load(int row) {
    RowScratch scratch = RowScratch.ofThread();
    long key = (long) mapping.serial() << Integer.SIZE | row;
    int mask = mask(row);
    if ((mask & Mapping.LIVE) == 0) {
      scratch.clear();
    } else if (!scratch.holds(key)) {
      scratch.copy(rows, (long) row * RowFormat.BYTES);
      int expected = scratch.sumStored();
      int found = scratch.sumFound();
      boolean isWhole =
          expected == found && scratch.isOf(mapping.number(), row, mask & ~Mapping.LIVE);
      if (isWhole) {
        scratch.believe(key);
      } else {
        scratch.clear();
        VarHandle.acquireFence();
        if (isLive(row)) {
          throw damaged(row, expected, found);
        }
      }
    }
    return scratch;
  }

  private DamagedGalleryException damaged(int row, int expected, int found) {
    if (expected != found) {
      return DamagedGalleryException.sum(
          mapping.path(), mapping.rowAt(row), "row " + row, expected, found);
    }
    return new DamagedGalleryException(
        mapping.path(),
        mapping.rowAt(row),
        "row's place and fingers",
        "segment " + mapping.number() + " row " + row + " mask " + mask(row),
        "others");
  }
}

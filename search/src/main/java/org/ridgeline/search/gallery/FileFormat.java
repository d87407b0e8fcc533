package org.ridgeline.search.gallery;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.UUID;
import java.util.zip.CRC32C;

/// What all files of a gallery share: little-endian numbers, ids in the order of their text, and
/// how a file begins (magic, version, byte order, owner).
final class FileFormat {
  static final int VERSION = 1;
  static final int BYTE_ORDER_MARK = 0x01020304;

  /// Magics end like PNG's, so that a transfer as text shows at once.
  static final long SEGMENT_MAGIC = 0x0A1A0A0D_534C5289L;

  static final long MANIFEST_MAGIC = 0x0A1A0A0D_4D4C5289L;
  static final long JOURNAL_MAGIC = 0x0A1A0A0D_4A4C5289L;

  static final int MAGIC_AT = 0;
  static final int VERSION_AT = 8;
  static final int BYTE_ORDER_AT = 12;
  static final int OWNER_AT = 16;

  /// What follows the shared beginning starts here.
  static final int OWN_AT = 32;

  static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;
  private static final ValueLayout.OfLong ID_HALF =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

  private FileFormat() {}

  static int sum(MemorySegment bytes, long from, long count) {
    CRC32C sum = new CRC32C();
    add(sum, bytes, from, count);
    return (int) sum.getValue();
  }

  static void add(CRC32C sum, MemorySegment bytes, long from, long count) {
    sum.update(bytes.asSlice(from, count).asByteBuffer());
  }

  static UUID id(MemorySegment bytes, long at) {
    return new UUID(idHigh(bytes, at), idLow(bytes, at));
  }

  static long idHigh(MemorySegment bytes, long at) {
    return bytes.get(ID_HALF, at);
  }

  static long idLow(MemorySegment bytes, long at) {
    return bytes.get(ID_HALF, at + 8);
  }

  static void setId(MemorySegment bytes, long at, UUID id) {
    bytes.set(ID_HALF, at, id.getMostSignificantBits());
    bytes.set(ID_HALF, at + 8, id.getLeastSignificantBits());
  }

  static void begin(MemorySegment file, long magic, UUID owner) {
    file.set(LONG, MAGIC_AT, magic);
    file.set(INT, VERSION_AT, VERSION);
    file.set(INT, BYTE_ORDER_AT, BYTE_ORDER_MARK);
    setId(file, OWNER_AT, owner);
  }

  /// Checks how a file begins: first the magic, then the checksum of the `covered` bytes that lies
  /// behind them, then the version, so that a damaged version is damage and not the future.
  static void check(Path path, MemorySegment file, long magic, long covered) {
    if (file.byteSize() < covered + Integer.BYTES) {
      throw new DamagedGalleryException(
          path, file.byteSize(), "end of file", "at least " + (covered + 4), "" + file.byteSize());
    }
    if (file.get(LONG, MAGIC_AT) != magic) {
      throw new DamagedGalleryException(
          path,
          MAGIC_AT,
          "magic",
          Long.toHexString(magic),
          Long.toHexString(file.get(LONG, MAGIC_AT)));
    }
    int expected = file.get(INT, covered);
    int found = sum(file, 0, covered);
    if (expected != found) {
      throw DamagedGalleryException.sum(path, 0, "header", expected, found);
    }
    if (file.get(INT, VERSION_AT) != VERSION || file.get(INT, BYTE_ORDER_AT) != BYTE_ORDER_MARK) {
      throw new IllegalStateException(
          "file="
              + path
              + " version="
              + file.get(INT, VERSION_AT)
              + " supported="
              + VERSION
              + "; another version of the program wrote it");
    }
  }

  /// A whole file of another gallery, put here by hand or by a restored database.
  static void checkOwner(Path path, MemorySegment file, UUID owner) {
    UUID found = id(file, OWNER_AT);
    if (!found.equals(owner)) {
      throw new IllegalStateException(
          "file=" + path + " owner=" + found + " expected=" + owner + "; it is another gallery's");
    }
  }
}

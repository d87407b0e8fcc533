package org.ridgeline.codec.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// The few tags of a TIFF's first directory that say how its pixels are to be taken; Exif has the
/// same directory within a JPEG or a PNG.
/// - **Limit** directories of [#ENTRIES_MAX] entries; what points outside the data is not there
/// - **Source** TIFF 6.0, section 2 and tags 274, 282, 283, 296
final class TiffTags {
  private static final int ENTRIES_MAX = 512;
  private static final int ENTRY_BYTES = 12;
  private static final int VALUES_MAX = 1_000_000;
  static final int WIDTH = 256;
  static final int HEIGHT = 257;
  static final int BITS_PER_SAMPLE = 258;
  static final int COMPRESSION = 259;
  static final int STRIP_OFFSETS = 273;
  static final int SAMPLES_PER_PIXEL = 277;
  static final int ROWS_PER_STRIP = 278;
  static final int STRIP_LENGTHS = 279;
  static final int PLANAR = 284;
  static final int TILE_WIDTH = 322;
  static final int TILE_LENGTH = 323;
  static final int TILE_OFFSETS = 324;
  static final int TILE_LENGTHS = 325;
  static final int JPEG_TABLES = 347;

  private static final int ORIENTATION = 274;
  private static final int X_RESOLUTION = 282;
  private static final int Y_RESOLUTION = 283;
  private static final int RESOLUTION_UNIT = 296;
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int RATIONAL = 5;
  private static final int FLOAT = 11;
  private static final int DOUBLE = 12;
  private static final int INCH = 2;
  private static final int CENTIMETRE = 3;

  private final ByteBuffer data;
  private final int base;
  private final Map<Integer, Integer> entries = new HashMap<>();

  private TiffTags(ByteBuffer data, int base) {
    this.data = data;
    this.base = base;
  }

  /// The tags of a TIFF that starts at `base`; none of bytes that are none.
  static TiffTags of(byte[] bytes, int base) {
    ByteBuffer data = ByteBuffer.wrap(bytes);
    boolean little = bytes.length > base && bytes[base] == 'I';
    TiffTags tags =
        new TiffTags(data.order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN), base);
    tags.readDirectory();
    return tags;
  }

  private void readDirectory() {
    if (base + 8 > data.capacity() || data.getShort(base + 2) != 42) {
      return;
    }
    long at = base + (data.getInt(base + 4) & 0xFFFF_FFFFL);
    if (at + 2 > data.capacity()) {
      return;
    }
    int count = Math.min(data.getShort((int) at) & 0xFFFF, ENTRIES_MAX);
    for (int i = 0; i < count; i++) {
      long entry = at + 2 + (long) i * ENTRY_BYTES;
      if (entry + ENTRY_BYTES > data.capacity()) {
        return;
      }
      entries.putIfAbsent(data.getShort((int) entry) & 0xFFFF, (int) entry);
    }
  }

  /// How the stored rows lie: 1 as they are, up to 8; 1 where nothing says so.
  int orientation() {
    int stated = number(ORIENTATION).orElse(1);
    return stated >= 1 && stated <= 8 ? stated : 1;
  }

  /// The resolution, where its unit is one of length.
  Optional<StatedResolution> resolution(String place) {
    double inches =
        switch (number(RESOLUTION_UNIT).orElse(INCH)) {
          case INCH -> 1;
          case CENTIMETRE -> StatedResolution.CM_PER_INCH;
          default -> 0;
        };
    OptionalDouble x = ratio(X_RESOLUTION);
    OptionalDouble y = ratio(Y_RESOLUTION);
    if (x.isEmpty() && y.isEmpty()) {
      return Optional.empty();
    }
    double across = x.orElse(y.orElse(0));
    return StatedResolution.stated(inches * across, inches * y.orElse(across), place);
  }

  /// How many values a tag has; 0 where it is missing.
  int count(int tag) {
    Integer entry = entries.get(tag);
    return entry == null ? 0 : (int) Math.min(data.getInt(entry + 4) & 0xFFFF_FFFFL, VALUES_MAX);
  }

  /// One of a tag's whole numbers; `otherwise` where there is none.
  long number(int tag, int index, long otherwise) {
    Integer entry = entries.get(tag);
    if (entry == null || index >= count(tag)) {
      return otherwise;
    }
    int size = data.getShort(entry + 2) == SHORT ? 2 : 4;
    boolean within = (long) count(tag) * size <= 4;
    long at =
        (within ? entry + 8 : base + (data.getInt(entry + 8) & 0xFFFF_FFFFL)) + (long) index * size;
    if (at + size > data.capacity()) {
      return otherwise;
    }
    return size == 2 ? data.getShort((int) at) & 0xFFFF : data.getInt((int) at) & 0xFFFF_FFFFL;
  }

  /// A tag's bytes; none where it is missing or points elsewhere.
  byte[] bytes(int tag) {
    Integer entry = entries.get(tag);
    if (entry == null) {
      return new byte[0];
    }
    int count = count(tag);
    long at = count <= 4 ? entry + 8 : base + (data.getInt(entry + 8) & 0xFFFF_FFFFL);
    if (at + count > data.capacity()) {
      return new byte[0];
    }
    byte[] bytes = new byte[count];
    data.get((int) at, bytes);
    return bytes;
  }

  private OptionalInt number(int tag) {
    Integer entry = entries.get(tag);
    return entry != null && data.getShort(entry + 2) == SHORT
        ? OptionalInt.of(data.getShort(entry + 8) & 0xFFFF)
        : OptionalInt.empty();
  }

  private OptionalDouble ratio(int tag) {
    Integer entry = entries.get(tag);
    if (entry == null) {
      return OptionalDouble.empty();
    }
    int type = data.getShort(entry + 2);
    long at = base + (data.getInt(entry + 8) & 0xFFFF_FFFFL);
    boolean apart = type == RATIONAL || type == DOUBLE;
    if (apart && at + 8 > data.capacity()) {
      return OptionalDouble.empty();
    }
    double value =
        switch (type) {
          case SHORT -> data.getShort(entry + 8) & 0xFFFF;
          case LONG -> data.getInt(entry + 8) & 0xFFFF_FFFFL;
          case FLOAT -> data.getFloat(entry + 8);
          case DOUBLE -> data.getDouble((int) at);
          case RATIONAL ->
              (double) (data.getInt((int) at) & 0xFFFF_FFFFL)
                  / (data.getInt((int) at + 4) & 0xFFFF_FFFFL);
          default -> 0;
        };
    boolean stated = value > 0 && value < Double.POSITIVE_INFINITY;
    return stated ? OptionalDouble.of(value) : OptionalDouble.empty();
  }
}

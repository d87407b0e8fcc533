package org.ridgeline.vocabulary;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The minutiae of one finger impression, its ridges where they are known, and who found them.
///
/// Width, height and positions are in pixels at the template's own resolution, which need not be
/// the image's: extraction brings every image to one resolution first.
///
/// Byte form, version 1, big-endian: `'R' 'L' 'T' 1`, then unsigned 16-bit widthPx, heightPx,
/// resolutionPpi and count, one byte quality, then per minutia unsigned 16-bit x, y, direction and
/// one byte kind (1 ridge ending, 2 bifurcation) and one byte quality. Version 2 is a template with
/// ridges: the same with `2` for `1`, then the bytes of [PackedRidges] to the end. Version 3 is one
/// whose extractor is known: `3`, after the quality one byte extractor, and ridges or none.
/// - **Shape** `extractor`: the version of the program's own extractor that made it; 0: another
///   system's, or not known
/// - **Limit** [#MINUTIAE_MAX] minutiae, [#EXTRACTOR_MAX]
/// - **Unit** quality 0..100, the whole impression's, or [#QUALITY_UNKNOWN]
/// - **Error** values out of limits, ridges of another picture or damaged bytes:
///   IllegalArgumentException
public record Template(
    int widthPx,
    int heightPx,
    int resolutionPpi,
    int quality,
    List<Minutia> minutiae,
    Optional<PackedRidges> ridges,
    int extractor) {
  /// Most minutiae kept of one impression; a whole rolled finger has 80 to 150.
  public static final int MINUTIAE_MAX = 1000;

  /// Highest version of the extractor that the byte form can say.
  public static final int EXTRACTOR_MAX = 255;

  /// Bytes from which version and extractor can be told: [#extractor(byte[])].
  public static final int MARK_BYTES = 14;

  /// Quality of an impression of which nobody said any; FF as a byte.
  public static final int QUALITY_UNKNOWN = -1;

  private static final int MAGIC = 'R' << 24 | 'L' << 16 | 'T' << 8;
  private static final int HEADER_BYTES = 13;
  private static final int MINUTIA_BYTES = 8;

  public Template {
    limit("widthPx", widthPx, 1, 65_535);
    limit("heightPx", heightPx, 1, 65_535);
    limit("resolutionPpi", resolutionPpi, 1, 10_000);
    limit("quality", quality, QUALITY_UNKNOWN, 100);
    minutiae = List.copyOf(minutiae);
    limit("minutiae", minutiae.size(), 0, MINUTIAE_MAX);
    limit("extractor", extractor, 0, EXTRACTOR_MAX);
    if (ridges.isPresent()) {
      limit("ridges widthPx", ridges.get().widthPx(), widthPx, widthPx);
      limit("ridges heightPx", ridges.get().heightPx(), heightPx, heightPx);
    }
  }

  /// A template of minutiae alone, whoever found them.
  public Template(
      int widthPx, int heightPx, int resolutionPpi, int quality, List<Minutia> minutiae) {
    this(widthPx, heightPx, resolutionPpi, quality, minutiae, Optional.empty(), 0);
  }

  /// The byte form described above, of the lowest version that can say it.
  public byte[] toBytes() {
    byte[] packed = ridges.map(PackedRidges::toBytes).orElse(new byte[0]);
    int version = extractor > 0 ? 3 : ridges.isPresent() ? 2 : 1;
    ByteBuffer out =
        ByteBuffer.allocate(headerBytes(version) + MINUTIA_BYTES * minutiae.size() + packed.length);
    out.putInt(MAGIC | version).putShort((short) widthPx).putShort((short) heightPx);
    out.putShort((short) resolutionPpi).putShort((short) minutiae.size()).put((byte) quality);
    if (version == 3) {
      out.put((byte) extractor);
    }
    for (Minutia minutia : minutiae) {
      out.putShort((short) minutia.x()).putShort((short) minutia.y());
      out.putShort((short) minutia.direction());
      out.put((byte) (minutia instanceof Minutia.RidgeEnding ? 1 : 2));
      out.put((byte) minutia.quality());
    }
    return out.put(packed).array();
  }

  private static int headerBytes(int version) {
    return version == 3 ? MARK_BYTES : HEADER_BYTES;
  }

  /// Reads the byte form.
  public static Template ofBytes(byte[] bytes) {
    int version = version(bytes);
    ByteBuffer in = ByteBuffer.wrap(bytes).position(Integer.BYTES);
    int widthPx = unsigned(in);
    int heightPx = unsigned(in);
    int resolutionPpi = unsigned(in);
    int count = unsigned(in);
    int quality = in.get();
    int extractor = version == 3 ? Byte.toUnsignedInt(in.get()) : 0;
    int end = headerBytes(version) + MINUTIA_BYTES * count;
    if (version == 1 ? bytes.length != end : bytes.length < end) {
      throw new IllegalArgumentException(
          "template bytes=" + bytes.length + " expected for count=" + count);
    }
    List<Minutia> minutiae = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      minutiae.add(minutia(in));
    }
    boolean hasRidges = version == 2 || bytes.length > end;
    Optional<PackedRidges> ridges =
        hasRidges
            ? Optional.of(PackedRidges.ofBytes(Arrays.copyOfRange(bytes, end, bytes.length)))
            : Optional.empty();
    return new Template(widthPx, heightPx, resolutionPpi, quality, minutiae, ridges, extractor);
  }

  /// The extractor of a template in its byte form, without reading all of it.
  /// - **Shape** `bytes`: the first [#MARK_BYTES] or more
  /// - **Error** no template: IllegalArgumentException
  public static int extractor(byte[] bytes) {
    return version(bytes) == 3 ? Byte.toUnsignedInt(bytes[HEADER_BYTES]) : 0;
  }

  private static int version(byte[] bytes) {
    int version = bytes.length < HEADER_BYTES ? 0 : ByteBuffer.wrap(bytes).getInt() - MAGIC;
    if (version < 1 || version > 3 || bytes.length < headerBytes(version)) {
      throw new IllegalArgumentException(
          "template bytes=" + bytes.length + " expected magic RLT1, RLT2 or RLT3");
    }
    return version;
  }

  private static Minutia minutia(ByteBuffer in) {
    int x = unsigned(in);
    int y = unsigned(in);
    int direction = unsigned(in);
    int kind = in.get();
    int quality = in.get();
    return switch (kind) {
      case 1 -> new Minutia.RidgeEnding(x, y, direction, quality);
      case 2 -> new Minutia.Bifurcation(x, y, direction, quality);
      default -> throw new IllegalArgumentException("minutia kind=" + kind + " limit=1..2");
    };
  }

  private static int unsigned(ByteBuffer in) {
    return Short.toUnsignedInt(in.getShort());
  }

  private static void limit(String name, int value, int min, int max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(name + "=" + value + " limit=" + min + ".." + max);
    }
  }
}

package org.ridgeline.vocabulary;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The minutiae of one finger impression, and its ridges where they are known.
///
/// Width, height and positions are in pixels at the template's own resolution, which need not be
/// the image's: extraction brings every image to one resolution first.
///
/// Byte form, version 1, big-endian: `'R' 'L' 'T' 1`, then unsigned 16-bit widthPx, heightPx,
/// resolutionPpi and count, one byte quality, then per minutia unsigned 16-bit x, y, direction and
/// one byte kind (1 ridge ending, 2 bifurcation) and one byte quality. Version 2 is a template with
/// ridges: the same with `2` for `1`, then the bytes of [PackedRidges] to the end.
/// - **Limit** [#MINUTIAE_MAX] minutiae
/// - **Unit** quality 0..100, the whole impression's
/// - **Error** values out of limits, ridges of another picture or damaged bytes:
///   IllegalArgumentException
public record Template(
    int widthPx,
    int heightPx,
    int resolutionPpi,
    int quality,
    List<Minutia> minutiae,
    Optional<PackedRidges> ridges) {
  /// Most minutiae kept of one impression; a whole rolled finger has 80 to 150.
  public static final int MINUTIAE_MAX = 1000;

  private static final int MAGIC = 'R' << 24 | 'L' << 16 | 'T' << 8;
  private static final int HEADER_BYTES = 13;
  private static final int MINUTIA_BYTES = 8;

  public Template {
    limit("widthPx", widthPx, 1, 65_535);
    limit("heightPx", heightPx, 1, 65_535);
    limit("resolutionPpi", resolutionPpi, 1, 10_000);
    limit("quality", quality, 0, 100);
    minutiae = List.copyOf(minutiae);
    limit("minutiae", minutiae.size(), 0, MINUTIAE_MAX);
    if (ridges.isPresent()) {
      limit("ridges widthPx", ridges.get().widthPx(), widthPx, widthPx);
      limit("ridges heightPx", ridges.get().heightPx(), heightPx, heightPx);
    }
  }

  /// A template of minutiae alone.
  public Template(
      int widthPx, int heightPx, int resolutionPpi, int quality, List<Minutia> minutiae) {
    this(widthPx, heightPx, resolutionPpi, quality, minutiae, Optional.empty());
  }

  /// The byte form described above.
  public byte[] toBytes() {
    byte[] packed = ridges.map(PackedRidges::toBytes).orElse(new byte[0]);
    ByteBuffer out =
        ByteBuffer.allocate(HEADER_BYTES + MINUTIA_BYTES * minutiae.size() + packed.length);
    out.putInt(MAGIC | (ridges.isPresent() ? 2 : 1))
        .putShort((short) widthPx)
        .putShort((short) heightPx);
    out.putShort((short) resolutionPpi).putShort((short) minutiae.size()).put((byte) quality);
    for (Minutia minutia : minutiae) {
      out.putShort((short) minutia.x()).putShort((short) minutia.y());
      out.putShort((short) minutia.direction());
      out.put((byte) (minutia instanceof Minutia.RidgeEnding ? 1 : 2));
      out.put((byte) minutia.quality());
    }
    return out.put(packed).array();
  }

  /// Reads the byte form.
  public static Template ofBytes(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    int version = bytes.length < HEADER_BYTES ? 0 : in.getInt() - MAGIC;
    if (version != 1 && version != 2) {
      throw new IllegalArgumentException(
          "template bytes=" + bytes.length + " expected magic RLT1 or RLT2");
    }
    int widthPx = unsigned(in);
    int heightPx = unsigned(in);
    int resolutionPpi = unsigned(in);
    int count = unsigned(in);
    int quality = in.get();
    int end = HEADER_BYTES + MINUTIA_BYTES * count;
    if (version == 1 ? bytes.length != end : bytes.length < end) {
      throw new IllegalArgumentException(
          "template bytes=" + bytes.length + " expected for count=" + count);
    }
    List<Minutia> minutiae = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      minutiae.add(minutia(in));
    }
    Optional<PackedRidges> ridges =
        version == 1
            ? Optional.empty()
            : Optional.of(PackedRidges.ofBytes(Arrays.copyOfRange(bytes, end, bytes.length)));
    return new Template(widthPx, heightPx, resolutionPpi, quality, minutiae, ridges);
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

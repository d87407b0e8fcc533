package org.ridgeline.vocabulary;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;

/// A print's ridges as bytes: one point of the wave a cell, from which the others follow.
///
/// Between the centres of cells a wave goes on as its course and period say, so the phase at the
/// centre is all that need be kept. docs/template-format.md describes the bytes.
/// - **Limit** pictures of at most [#SIDE_PX_MAX] pixels a side at 500 ppi, [#BYTES_MAX] bytes
/// - **Error** damaged bytes or a picture out of limits: IllegalArgumentException
public final class PackedRidges {
  /// Longest side, pixels at 500 ppi.
  public static final int SIDE_PX_MAX = 2048;

  /// Most bytes; a plain print has about 1,500, a rolled one 4,000.
  public static final int BYTES_MAX = 96 * 1024;

  private static final int MAGIC = 'R' << 24 | 'L' << 16 | 'W' << 8 | 1;
  private static final int HEADER_BYTES = 12;

  private final byte[] bytes;

  private PackedRidges(byte[] bytes) {
    this.bytes = bytes;
  }

  /// Packs the ridges of a picture of this size.
  public static PackedRidges of(int widthPx, int heightPx, Ridges ridges) {
    checkSize(widthPx, heightPx);
    byte[] code = new RidgeWriter(ridges).bytes();
    ByteBuffer out = ByteBuffer.allocate(HEADER_BYTES + code.length);
    out.putInt(MAGIC).putShort((short) widthPx).putShort((short) heightPx).putInt(0).put(code);
    out.putInt(8, checksum(out.array()));
    return new PackedRidges(out.array());
  }

  /// Takes the bytes as they were packed.
  public static PackedRidges ofBytes(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (bytes.length < HEADER_BYTES || bytes.length > BYTES_MAX || in.getInt() != MAGIC) {
      throw new IllegalArgumentException(
          "ridges bytes=%d limit=%d..%d expected magic RLW1"
              .formatted(bytes.length, HEADER_BYTES, BYTES_MAX));
    }
    checkSize(Short.toUnsignedInt(in.getShort()), Short.toUnsignedInt(in.getShort()));
    if (in.getInt() != checksum(bytes)) {
      throw new IllegalArgumentException("ridges bytes=" + bytes.length + " checksum differs");
    }
    return new PackedRidges(bytes.clone());
  }

  private static void checkSize(int widthPx, int heightPx) {
    if (widthPx < 1 || heightPx < 1 || widthPx > SIDE_PX_MAX || heightPx > SIDE_PX_MAX) {
      throw new IllegalArgumentException(
          "ridges of %dx%d pixels, limit=1..%d a side".formatted(widthPx, heightPx, SIDE_PX_MAX));
    }
  }

  /// Of all bytes but its own.
  private static int checksum(byte[] bytes) {
    CRC32 sum = new CRC32();
    sum.update(bytes, 0, 8);
    sum.update(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES);
    return (int) sum.getValue();
  }

  public int widthPx() {
    return Short.toUnsignedInt(ByteBuffer.wrap(bytes).getShort(4));
  }

  public int heightPx() {
    return Short.toUnsignedInt(ByteBuffer.wrap(bytes).getShort(6));
  }

  /// The ridges, as far as they were kept.
  public Ridges unpacked() {
    return new RidgeParser(bytes, HEADER_BYTES, widthPx(), heightPx()).ridges();
  }

  /// The bytes.
  public byte[] toBytes() {
    return bytes.clone();
  }

  public int sizeBytes() {
    return bytes.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PackedRidges packed && Arrays.equals(bytes, packed.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "PackedRidges[" + widthPx() + "x" + heightPx() + ", " + bytes.length + " bytes]";
  }
}

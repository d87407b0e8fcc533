package org.ridgeline.codec.image;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.ridgeline.vocabulary.FindingCode;

/// Whether each strip or tile of a compressed TIFF holds all its pixels: libraries leave black what
/// its data do not say, and tell nobody.
/// - **Limit** the file's size times what its compression can give, counted and not kept
/// - **Source** TIFF 6.0 sections 9 (PackBits), 13 (LZW), 22 (JPEG); Adobe's technical note on
///   Deflate
final class TiffStrips {
  private static final int LZW = 5;
  private static final int OLD_JPEG = 6;
  private static final int JPEG = 7;
  private static final int ADOBE_DEFLATE = 8;
  private static final int PACK_BITS = 32_773;
  private static final int DEFLATE = 32_946;

  /// Four samples of sixteen bits, and as much again that tiles may stand over.
  private static final int PIXEL_BYTES_MAX = 16;

  private static final int PADDING_BYTES_MAX = 1 << 22;

  private final byte[] data;
  private final TiffTags tags;

  private TiffStrips(byte[] data) {
    this.data = data;
    this.tags = TiffTags.of(data, 0);
  }

  /// - **Error** a strip that ends early, a compression that cannot be told: [ImageRefusal]
  static void check(byte[] data) throws ImageRefusal {
    new TiffStrips(data).check();
  }

  private void check() throws ImageRefusal {
    int compression = (int) tags.number(TiffTags.COMPRESSION, 0, 1);
    switch (compression) {
      case LZW, ADOBE_DEFLATE, DEFLATE, PACK_BITS, JPEG -> {
        boolean tiled = tags.count(TiffTags.TILE_OFFSETS) > 0;
        int offsets = tiled ? TiffTags.TILE_OFFSETS : TiffTags.STRIP_OFFSETS;
        int lengths = tiled ? TiffTags.TILE_LENGTHS : TiffTags.STRIP_LENGTHS;
        long left =
            PIXEL_BYTES_MAX * tags.number(TiffTags.WIDTH, 0, 0) * tags.number(TiffTags.HEIGHT, 0, 0)
                + PADDING_BYTES_MAX;
        for (int i = 0; i < tags.count(offsets); i++) {
          Part part = part(i, tags.number(offsets, i, -1), tags.number(lengths, i, -1));
          left -= part.bytes();
          if (left < 0) {
            throw new ImageRefusal(
                FindingCode.IMAGE_UNSUPPORTED,
                -1,
                "strips or tiles of one picture",
                "more of them");
          }
          check(part, compression);
        }
      }
      // Its coding was never agreed on, and what it says of damage is heard by nobody.
      case OLD_JPEG ->
          throw new ImageRefusal(
              FindingCode.IMAGE_UNSUPPORTED,
              -1,
              "a TIFF with JPEG of its second kind",
              "the first");
      default -> {}
    }
  }

  /// A strip or a tile: where its data lie, and how large it is before compression.
  private record Part(long from, long length, long width, long rows, long bits) {
    long bytes() {
      return (width * bits + 7) / 8 * rows;
    }
  }

  private Part part(int index, long from, long length) {
    long perPixel = tags.number(TiffTags.SAMPLES_PER_PIXEL, 0, 1);
    boolean apart = tags.number(TiffTags.PLANAR, 0, 1) == 2;
    long bits = tags.number(TiffTags.BITS_PER_SAMPLE, 0, 1) * (apart ? 1 : perPixel);
    long tile = tags.number(TiffTags.TILE_WIDTH, 0, 0);
    if (tile > 0) {
      return new Part(from, length, tile, tags.number(TiffTags.TILE_LENGTH, 0, 0), bits);
    }
    long height = tags.number(TiffTags.HEIGHT, 0, 0);
    long rows = Math.max(1, Math.min(tags.number(TiffTags.ROWS_PER_STRIP, 0, height), height));
    long strips = Math.max(1, Math.ceilDiv(height, rows));
    long own = Math.min(rows, height - index % strips * rows);
    return new Part(from, length, tags.number(TiffTags.WIDTH, 0, 0), own, bits);
  }

  private void check(Part part, int compression) throws ImageRefusal {
    long last = part.from() + part.length();
    if (part.from() < 0 || part.length() < 0 || last > data.length) {
      throw ImageRefusal.unreadable(
          data.length, "strips within the file", "one up to byte " + last);
    }
    int start = (int) part.from();
    int end = (int) last;
    if (compression == JPEG) {
      byte[] strip = Arrays.copyOfRange(data, start, end);
      JpegStrip.check(tags.bytes(TiffTags.JPEG_TABLES), strip, part.width(), part.rows());
      return;
    }
    long expected = part.bytes();
    long found =
        switch (compression) {
          case LZW -> lzw(start, end, expected);
          case PACK_BITS -> packBits(start, end);
          default -> inflated(start, end, expected);
        };
    if (found < expected) {
      throw ImageRefusal.unreadable(
          start, "a strip of " + expected + " bytes of pixels", found + " bytes");
    }
  }

  private long packBits(int from, int end) {
    long bytes = 0;
    int at = from;
    while (at < end) {
      int head = data[at];
      at++;
      if (head >= 0) {
        bytes += Math.min(head + 1, end - at);
        at += head + 1;
      } else if (head != Byte.MIN_VALUE) {
        bytes += at < end ? 1 - head : 0;
        at++;
      }
    }
    return bytes;
  }

  private long inflated(int from, int end, long expected) throws ImageRefusal {
    Inflater inflater = new Inflater();
    byte[] some = new byte[8192];
    try {
      inflater.setInput(data, from, end - from);
      while (!inflater.finished()) {
        int got = inflater.inflate(some);
        if (got == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          throw ImageRefusal.unreadable(
              end, "the end of a compressed strip", inflater.getBytesWritten() + " bytes of it");
        }
        if (inflater.getBytesWritten() > 2 * expected + some.length) {
          break;
        }
      }
      return inflater.getBytesWritten();
    } catch (DataFormatException broken) {
      throw ImageRefusal.unreadable(from, "a compressed strip that is whole", "a broken one");
    } finally {
      inflater.end();
    }
  }

  /// Follows the codes by the lengths of what they stand for; the pixels are the library's matter.
  private long lzw(int from, int end, long expected) {
    int[] lengths = new int[4097];
    int next = 258;
    int width = 9;
    long bytes = 0;
    int before = 0;
    long bit = 8L * from;
    while (bit + width <= 8L * end && bytes <= expected) {
      int code = 0;
      for (int i = 0; i < width; i++, bit++) {
        code = code << 1 | data[(int) (bit >> 3)] >> 7 - (int) (bit & 7) & 1;
      }
      if (code == 257) {
        break;
      }
      if (code == 256) {
        next = 258;
        width = 9;
        before = 0;
        continue;
      }
      int length = code < 256 ? 1 : code < next ? lengths[code] : before + 1;
      bytes += length;
      if (before > 0 && next < lengths.length) {
        lengths[next++] = before + 1;
      }
      before = length;
      width = next >= 2047 ? 12 : next >= 1023 ? 11 : next >= 511 ? 10 : 9;
    }
    return bytes;
  }
}

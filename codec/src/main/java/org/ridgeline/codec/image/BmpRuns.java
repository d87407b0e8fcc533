package org.ridgeline.codec.image;

/// Whether the run lengths of a BMP say something of every pixel: what they leave out, its library
/// makes black.
/// - **Source** the bitmap information header; encodings RLE8 and RLE4
final class BmpRuns {
  private static final int HEADER_BYTES = 54;
  private static final int RLE8 = 1;
  private static final int RLE4 = 2;
  private static final int END_OF_LINE = 0;
  private static final int END_OF_BITMAP = 1;
  private static final int DELTA = 2;

  private BmpRuns() {}

  /// - **Error** runs that end before all pixels are said: [ImageRefusal]
  static void check(byte[] data) throws ImageRefusal {
    if (data.length < HEADER_BYTES) {
      return;
    }
    int compression = little32(data, 30);
    if (compression != RLE8 && compression != RLE4) {
      return;
    }
    long expected = (long) little32(data, 18) * Math.abs((long) little32(data, 22));
    long found = pixels(data, Math.max(little32(data, 10), 0), compression == RLE4);
    if (found < expected) {
      throw ImageRefusal.unreadable(
          data.length, "runs of all " + expected + " pixels", found + " pixels");
    }
  }

  private static long pixels(byte[] data, int from, boolean halves) {
    long pixels = 0;
    int at = from;
    while (at >= 0 && at + 1 < data.length) {
      int count = data[at] & 0xFF;
      int value = data[at + 1] & 0xFF;
      at += 2;
      if (count > 0) {
        pixels += count;
      } else if (value == END_OF_BITMAP) {
        return pixels;
      } else if (value == DELTA) {
        at += 2;
      } else if (value != END_OF_LINE) {
        int bytes = halves ? (value + 1) / 2 : value;
        // Literal pixels fill up to an even number of bytes.
        at += bytes + bytes % 2;
        pixels += at <= data.length ? value : 0;
      }
    }
    return pixels;
  }

  private static int little32(byte[] data, int at) {
    return Integer.reverseBytes(PngChunks.int32(data, at));
  }
}

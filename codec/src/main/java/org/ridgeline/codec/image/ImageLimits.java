package org.ridgeline.codec.image;

import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.GrayImage;

/// The bounds of image decoding: what a number of bytes may claim to be.
/// - **Why** a few bytes may claim any size; work and memory stay within a multiple of the input
/// - **Source** our own; `docs/limits.md` has the reason of each
public final class ImageLimits {
  /// Any compressed image may be this large, however few its bytes: a blank capture is short. That
  /// is a four-finger capture of 3.2 x 3.0 inches at 500 ppi.
  public static final int PIXELS_FREE_MAX = 1600 * 1500;

  /// Beyond that, pixels for each byte of WSQ: 24 times what 0.75 bits per pixel give.
  public static final int WSQ_PIXELS_PER_BYTE_MAX = 256;

  /// Beyond that, pixels for each byte of any other format: deflate's best is 1032 to 1.
  public static final int PIXELS_PER_BYTE_MAX = 1100;

  /// Most bytes of memory that WSQ decoding ever asks for, for each pixel, the result included;
  /// beside them, three for each byte of the file.
  public static final int WSQ_MEMORY_BYTES_PER_PIXEL_MAX = 12;

  /// Beyond that, pixels for each byte of JPEG 2000: as for WSQ, which is as dear to decode.
  public static final int JPEG2000_PIXELS_PER_BYTE_MAX = 256;

  /// Most bytes of memory that JPEG 2000 decoding ever asks for, for each sample, the result
  /// included: 7.4 as a rule, 36 where tiles are one pixel wide. Colour has three samples a pixel.
  public static final int JPEG2000_MEMORY_BYTES_PER_SAMPLE_MAX = 40;

  /// Beside them, for each byte of the file: three bits may be a coding pass with a length of none.
  public static final int JPEG2000_MEMORY_BYTES_PER_BYTE_MAX = 128;

  /// Longest wavelet filter in taps; the usual ones have 9 and 7.
  public static final int WSQ_TAPS_MAX = 32;

  /// Most Huffman tables of one WSQ file; there are eight numbers, and two tables as a rule.
  public static final int WSQ_HUFFMAN_TABLES_MAX = 16;

  /// Comments kept of one WSQ file.
  public static final int WSQ_COMMENTS_MAX = 64;

  /// Most bands of samples in one pixel of a foreign format: red, green, blue and alpha.
  public static final int BANDS_MAX = 4;

  /// Most scans of a JPEG, each a pass over the image: progressive ones have about ten.
  public static final int JPEG_SCANS_MAX = 100;

  /// Most tiles of an image in a foreign format: the largest image in tiles of 256 x 256.
  public static final int TILES_MAX = 4096;

  /// Most bytes that a library may read for each byte of a file, beyond [#READ_BYTES_FREE_MAX]:
  /// tables may send it over the same bytes again and again.
  public static final int READ_BYTES_PER_BYTE_MAX = 16;

  /// Bytes that a library may read of any file; at its end, each try to read counts as one.
  public static final int READ_BYTES_FREE_MAX = 1024 * 1024;

  private ImageLimits() {}

  /// Refuses an image that its kind has no need of.
  static void checkNeeded(long offset, int widthPx, int heightPx, int pixelsMax)
      throws ImageRefusal {
    if ((long) widthPx * heightPx > pixelsMax) {
      throw new ImageRefusal(
          FindingCode.IMAGE_TOO_LARGE,
          offset,
          "at most " + pixelsMax + " pixels in such an image",
          widthPx + "x" + heightPx);
    }
  }

  /// Whether so many bytes may be an image of that size.
  static boolean isAllowed(int widthPx, int heightPx, long bytes, int pixelsPerByteMax) {
    return GrayImage.isAllowed(widthPx, heightPx)
        && (long) widthPx * heightPx <= Math.max(PIXELS_FREE_MAX, bytes * pixelsPerByteMax);
  }
}

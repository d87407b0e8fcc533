package org.ridgeline.codec.image;

import java.util.Optional;

/// How stored rows have to be turned to be seen as they were taken.
/// - **Source** TIFF 6.0 tag 274, and Exif's tag of the same number
enum Orientation {
  UPRIGHT(false, false, false),
  MIRRORED(false, true, false),
  UPSIDE_DOWN(false, true, true),
  FLIPPED(false, false, true),
  TRANSPOSED(true, false, false),
  QUARTER_RIGHT(true, true, false),
  TRANSVERSED(true, true, true),
  QUARTER_LEFT(true, false, true);

  private final boolean swaps;
  private final boolean rightToLeft;
  private final boolean bottomUp;

  Orientation(boolean swaps, boolean rightToLeft, boolean bottomUp) {
    this.swaps = swaps;
    this.rightToLeft = rightToLeft;
    this.bottomUp = bottomUp;
  }

  /// What a file states; upright where it states nothing.
  static Orientation stated(ImageFormat format, byte[] data) {
    Optional<TiffTags> tags =
        switch (format) {
          case TIFF -> Optional.of(TiffTags.of(data, 0));
          case JPEG, JPEG_LOSSLESS -> MarkerSegments.exif(data);
          case PNG -> PngChunks.exif(data);
          case RAW, WSQ, JPEG2000, BMP -> Optional.empty();
        };
    return tags.map(TiffTags::orientation).map(Orientation::ofNumber).orElse(UPRIGHT);
  }

  /// By the tag's number, 1..8; upright for any other.
  static Orientation ofNumber(int number) {
    return number >= 1 && number <= 8 ? values()[number - 1] : UPRIGHT;
  }

  /// Whether a row becomes a column.
  boolean swapsSides() {
    return swaps;
  }

  /// In words: "orientation 6".
  String words() {
    return "orientation " + (ordinal() + 1);
  }

  /// The pixels as they are to be seen: first the sides are exchanged, then columns, then rows.
  byte[] upright(int widthPx, int heightPx, byte[] stored) {
    int width = swaps ? heightPx : widthPx;
    int height = swaps ? widthPx : heightPx;
    byte[] seen = new byte[stored.length];
    for (int y = 0; y < height; y++) {
      int row = bottomUp ? height - 1 - y : y;
      for (int x = 0; x < width; x++) {
        int column = rightToLeft ? width - 1 - x : x;
        seen[row * width + column] = stored[swaps ? x * widthPx + y : y * widthPx + x];
      }
    }
    return seen;
  }
}

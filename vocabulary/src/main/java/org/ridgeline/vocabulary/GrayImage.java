package org.ridgeline.vocabulary;

import java.util.Objects;

/// An 8-bit grey image: 0 is black, 255 white, rows from the top, no padding.
/// - **Shape** `heightPx` rows of `widthPx` pixels
/// - **Unit** resolution in pixels per inch
/// - **Limit** each side 1..[#SIDE_PX_MAX], [#PIXELS_MAX] pixels in all
/// - **Error** a size out of limits or pixels of another length: IllegalArgumentException
public final class GrayImage {
  /// Longest side: an eight-inch print at 1000 ppi with room to spare.
  public static final int SIDE_PX_MAX = 16_384;

  /// Most pixels: a 1000 ppi four-finger slap is about 10 million.
  public static final int PIXELS_MAX = 64 * 1024 * 1024;

  private final int widthPx;
  private final int heightPx;
  private final int resolutionPpi;
  private final byte[] pixels;

  private GrayImage(int widthPx, int heightPx, int resolutionPpi, byte[] pixels) {
    this.widthPx = widthPx;
    this.heightPx = heightPx;
    this.resolutionPpi = resolutionPpi;
    this.pixels = pixels;
  }

  /// An image over a copy of `pixels`.
  public static GrayImage of(int widthPx, int heightPx, int resolutionPpi, byte[] pixels) {
    checkSize(widthPx, heightPx);
    if (resolutionPpi < 1 || resolutionPpi > 10_000) {
      throw new IllegalArgumentException("resolutionPpi=" + resolutionPpi + " limit=1..10000");
    }
    Objects.requireNonNull(pixels, "pixels");
    if (pixels.length != widthPx * heightPx) {
      throw new IllegalArgumentException(
          "pixels.length=" + pixels.length + " expected=" + widthPx + "*" + heightPx);
    }
    return new GrayImage(widthPx, heightPx, resolutionPpi, pixels.clone());
  }

  /// Whether an image of this size is within the limits; decoders ask before they allocate.
  public static boolean isAllowed(int widthPx, int heightPx) {
    return widthPx >= 1
        && heightPx >= 1
        && widthPx <= SIDE_PX_MAX
        && heightPx <= SIDE_PX_MAX
        && (long) widthPx * heightPx <= PIXELS_MAX;
  }

  private static void checkSize(int widthPx, int heightPx) {
    if (!isAllowed(widthPx, heightPx)) {
      throw new IllegalArgumentException(
          "size="
              + widthPx
              + "x"
              + heightPx
              + " limit=1.."
              + SIDE_PX_MAX
              + " a side, "
              + PIXELS_MAX
              + " pixels");
    }
  }

  public int widthPx() {
    return widthPx;
  }

  public int heightPx() {
    return heightPx;
  }

  public int resolutionPpi() {
    return resolutionPpi;
  }

  /// Grey level 0..255 at a pixel.
  public int at(int x, int y) {
    Objects.checkIndex(x, widthPx);
    return pixels[Objects.checkIndex(y, heightPx) * widthPx + x] & 0xFF;
  }

  /// A copy of all pixels, row by row.
  public byte[] pixels() {
    return pixels.clone();
  }

  /// The same pixels under another resolution: for files that carry none or a wrong one.
  public GrayImage withResolutionPpi(int ppi) {
    return of(widthPx, heightPx, ppi, pixels);
  }

  @Override
  public String toString() {
    return "GrayImage[" + widthPx + "x" + heightPx + " " + resolutionPpi + " ppi]";
  }
}

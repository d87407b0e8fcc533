package org.ridgeline.extract.slap;

import org.ridgeline.vocabulary.GrayImage;

/// An image brought to about 250 ppi: means of the pixels that fall on each new one. Ridges are
/// four to five pixels apart there, enough to see their direction, and half the cost of four times
/// it.
/// - **Shape** grey levels row by row
/// - **Limit** an image of less than half a new pixel a side has one
final class ReducedImage {
  static final int PPI = 250;

  private final int width;
  private final int height;
  private final int[] grey;

  private ReducedImage(int width, int height) {
    this.width = width;
    this.height = height;
    this.grey = new int[width * height];
  }

  static ReducedImage of(GrayImage image) {
    int ppi = image.resolutionPpi();
    var reduced = new ReducedImage(scaled(image.widthPx(), ppi), scaled(image.heightPx(), ppi));
    byte[] pixels = image.pixels();
    for (int y = 0; y < reduced.height; y++) {
      int top = edge(y, reduced.height, image.heightPx());
      int bottom = Math.max(top + 1, edge(y + 1, reduced.height, image.heightPx()));
      for (int x = 0; x < reduced.width; x++) {
        int left = edge(x, reduced.width, image.widthPx());
        int right = Math.max(left + 1, edge(x + 1, reduced.width, image.widthPx()));
        int sum = 0;
        for (int row = top; row < bottom; row++) {
          for (int column = left; column < right; column++) {
            sum += pixels[row * image.widthPx() + column] & 0xFF;
          }
        }
        reduced.grey[y * reduced.width + x] = sum / ((bottom - top) * (right - left));
      }
    }
    return reduced;
  }

  private static int scaled(int px, int ppi) {
    return (int) Math.max(1, (long) px * PPI / ppi);
  }

  private static int edge(int at, int of, int px) {
    return (int) ((long) at * px / of);
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  int at(int x, int y) {
    return grey[y * width + x];
  }
}

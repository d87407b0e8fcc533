package org.ridgeline.extract;

import org.ridgeline.vocabulary.GrayImage;

/// A rectangle of an image, in pixels, inside it.
record Region(int left, int top, int widthPx, int heightPx) {
  /// The pixels of the rectangle, row by row.
  byte[] cut(GrayImage image) {
    byte[] all = image.pixels();
    byte[] out = new byte[widthPx * heightPx];
    for (int y = 0; y < heightPx; y++) {
      System.arraycopy(all, (top + y) * image.widthPx() + left, out, y * widthPx, widthPx);
    }
    return out;
  }

  /// Its middle, where a side is longer.
  Region atMost(int sidePx) {
    int width = Math.min(widthPx, sidePx);
    int height = Math.min(heightPx, sidePx);
    return new Region(left + (widthPx - width) / 2, top + (heightPx - height) / 2, width, height);
  }
}

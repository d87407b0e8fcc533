package org.ridgeline.codec.image;

import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.GrayImage;

/// Makes pixels square: the coarser direction is brought to the finer one's resolution, on straight
/// lines between pixel centres, so that nothing is lost.
/// - **Limit** one direction at most [#RATIO_MAX] times finer than the other
final class SquarePixels {
  private static final int RATIO_MAX = 4;

  private SquarePixels() {}

  static GrayImage of(GrayImage from, StatedResolution stated) throws ImageRefusal {
    double ppi = Math.max(stated.xPpi(), stated.yPpi());
    int width = (int) Math.round(from.widthPx() * ppi / stated.xPpi());
    int height = (int) Math.round(from.heightPx() * ppi / stated.yPpi());
    if (ppi > RATIO_MAX * Math.min(stated.xPpi(), stated.yPpi())
        || !GrayImage.isAllowed(width, height)) {
      throw new ImageRefusal(
          FindingCode.IMAGE_UNSUPPORTED,
          -1,
          "a resolution at most " + RATIO_MAX + " times finer in one direction",
          stated.words());
    }
    byte[] pixels = new byte[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double across = at(x, width, from.widthPx());
        double down = at(y, height, from.heightPx());
        pixels[y * width + x] = (byte) Math.round(level(from, across, down));
      }
    }
    return GrayImage.of(width, height, (int) Math.round(ppi), pixels);
  }

  /// Where a pixel's centre lies among `before` pixels, once there were `after` of them.
  private static double at(int pixel, int after, int before) {
    return Math.clamp((pixel + 0.5) * before / after - 0.5, 0, before - 1);
  }

  private static double level(GrayImage from, double x, double y) {
    int left = (int) x;
    int top = (int) y;
    int right = Math.min(left + 1, from.widthPx() - 1);
    int bottom = Math.min(top + 1, from.heightPx() - 1);
    double above = mix(from.at(left, top), from.at(right, top), x - left);
    double below = mix(from.at(left, bottom), from.at(right, bottom), x - left);
    return mix(above, below, y - top);
  }

  private static double mix(double one, double other, double share) {
    return one + (other - one) * share;
  }
}

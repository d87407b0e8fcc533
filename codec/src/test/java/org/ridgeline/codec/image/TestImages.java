package org.ridgeline.codec.image;

import java.util.SplittableRandom;
import org.ridgeline.vocabulary.GrayImage;

/// Images computed for tests: no one's fingers.
final class TestImages {
  private TestImages() {}

  /// Ridge-like rings around a point, nine pixels apart, darker to one side.
  static GrayImage rings(int width, int height) {
    byte[] pixels = new byte[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double radius = Math.hypot(x - width * 0.4, y - height * 0.6);
        double wave = Math.sin(radius * 2 * Math.PI / 9);
        pixels[y * width + x] = (byte) Math.round(128 + 90 * wave + 30.0 * x / width);
      }
    }
    return GrayImage.of(width, height, 500, pixels);
  }

  static GrayImage noise(int width, int height, long seed) {
    byte[] pixels = new byte[width * height];
    new SplittableRandom(seed).nextBytes(pixels);
    return GrayImage.of(width, height, 500, pixels);
  }

  static GrayImage flat(int width, int height, int level) {
    byte[] pixels = new byte[width * height];
    java.util.Arrays.fill(pixels, (byte) level);
    return GrayImage.of(width, height, 500, pixels);
  }

  static int largestDifference(byte[] a, byte[] b) {
    int largest = 0;
    for (int i = 0; i < a.length; i++) {
      largest = Math.max(largest, Math.abs((a[i] & 0xFF) - (b[i] & 0xFF)));
    }
    return largest;
  }
}

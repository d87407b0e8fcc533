package org.ridgeline.codec.jpeg2000;

import java.util.SplittableRandom;

/// Pictures computed for tests: no one's fingers.
final class Pictures {
  private Pictures() {}

  /// Grey levels, rows from the top.
  @SuppressWarnings("ArrayRecordComponent")
  record Picture(int width, int height, byte[] pixels) {}

  /// Ridge-like rings, nine pixels apart, bent a little and noisy.
  static Picture rings(int width, int height) {
    SplittableRandom random = new SplittableRandom(20_261_130);
    byte[] pixels = new byte[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double radius = Math.hypot(x - width * 0.4, y - height * 0.6) + 6 * Math.sin(x / 37.0);
        double level = 128 + 80 * Math.sin(radius * 2 * Math.PI / 9) + random.nextInt(25);
        pixels[y * width + x] = (byte) Math.max(0, Math.min(255, Math.round(level)));
      }
    }
    return new Picture(width, height, pixels);
  }

  static Picture noise(int width, int height) {
    byte[] pixels = new byte[width * height];
    new SplittableRandom(7).nextBytes(pixels);
    return new Picture(width, height, pixels);
  }

  static int largestDifference(byte[] a, byte[] b) {
    int largest = a.length == b.length ? 0 : 256;
    for (int i = 0; i < Math.min(a.length, b.length); i++) {
      largest = Math.max(largest, Math.abs((a[i] & 0xFF) - (b[i] & 0xFF)));
    }
    return largest;
  }
}

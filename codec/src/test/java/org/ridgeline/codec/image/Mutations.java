package org.ridgeline.codec.image;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Spoils files a little, the same way for the same seed.
final class Mutations {
  private final SplittableRandom random;

  Mutations(long seed) {
    random = new SplittableRandom(seed);
  }

  /// Flips, sets, copies or cuts, up to four times.
  byte[] of(byte[] seed) {
    byte[] data = seed.clone();
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(data.length);
      if (random.nextInt(3) == 0) {
        at = random.nextInt(Math.min(data.length, 200));
      }
      switch (random.nextInt(6)) {
        case 0 -> data[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> data[at] = (byte) random.nextInt(256);
        case 2 -> data[at] = (byte) 0xFF;
        case 3 -> data[at] = 0;
        case 4 -> data = Arrays.copyOf(data, Math.max(4, at));
        default -> {
          int length = Math.min(random.nextInt(64), data.length - at);
          System.arraycopy(data, at, data, random.nextInt(data.length - length + 1), length);
        }
      }
    }
    return data;
  }

  /// Large claims of a WSQ file are refused by other tests; in rounds of thousands they would only
  /// cost time.
  static void keepWsqSmall(byte[] data) {
    for (int i = 0; i + 9 < data.length; i++) {
      if (data[i] == (byte) 0xFF && data[i + 1] == (byte) 0xA2) {
        data[i + 6] = 0;
        data[i + 8] = 0;
      }
    }
  }

  /// The same for the sides of a JPEG 2000 file's image.
  static void keepJpeg2000Small(byte[] data) {
    for (int i = 0; i + 14 < data.length; i++) {
      if (data[i] == (byte) 0xFF && data[i + 1] == 0x51) {
        data[i + 6] = 0;
        data[i + 7] = 0;
        data[i + 8] = 0;
        data[i + 10] = 0;
        data[i + 11] = 0;
        data[i + 12] = 0;
      }
    }
  }
}

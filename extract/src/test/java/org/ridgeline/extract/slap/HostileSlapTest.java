package org.ridgeline.extract.slap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;
import org.ridgeline.vocabulary.GrayImage;

/// Images that are no slap give no boxes, whatever they are.
class HostileSlapTest {
  private static void noFingers(String what, int width, int height, IntBinaryOperator grey) {
    byte[] pixels = new byte[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        pixels[y * width + x] = (byte) grey.applyAsInt(x, y);
      }
    }
    GrayImage image = GrayImage.of(width, height, 500, pixels);
    for (SlapKind kind : SlapKind.values()) {
      assertThat(SlapSegmenter.segment(image, kind, Set.of()))
          .as(what + " " + kind)
          .isInstanceOf(Segmentation.Unsegmented.class);
    }
  }

  @Test
  void blankImages() {
    noFingers("white", 1600, 1000, (_, _) -> 255);
    noFingers("black", 1600, 1000, (_, _) -> 0);
    noFingers("half", 1600, 1000, (x, _) -> x < 800 ? 0 : 255);
  }

  @Test
  void tinyImages() {
    noFingers("1x1", 1, 1, (_, _) -> 0);
    noFingers("2x3", 2, 3, (x, y) -> x * y * 100);
    noFingers("one row", 4000, 1, (x, _) -> x % 9 * 28);
    noFingers("one column", 1, 4000, (_, y) -> y % 9 * 28);
  }

  @Test
  void noise() {
    Random dice = new Random(7);
    noFingers("white noise", 1600, 1000, (_, _) -> dice.nextInt(256));
    noFingers("salt and pepper", 1600, 1000, (_, _) -> dice.nextInt(2) * 255);
    byte[] coarse = new byte[400 * 400];
    dice.nextBytes(coarse);
    noFingers("coarse noise", 1600, 1500, (x, y) -> coarse[y / 4 * 400 + x / 4] & 0xFF);
  }

  @Test
  void stripes() {
    noFingers("upright", 1600, 1000, (x, _) -> x % 9 < 4 ? 30 : 240);
    noFingers("level", 1600, 1000, (_, y) -> y % 9 < 4 ? 30 : 240);
    noFingers("askew", 1600, 1000, (x, y) -> (x + 2 * y) % 19 < 9 ? 30 : 240);
    noFingers("coarse", 1600, 1000, (x, _) -> x % 60 < 30 ? 30 : 240);
    noFingers("chequered", 1600, 1000, (x, y) -> (x / 5 + y / 5) % 2 * 255);
    noFingers("rings", 1600, 1600, (x, y) -> (int) Math.hypot(x - 800, y - 800) % 9 < 4 ? 0 : 255);
  }

  /// As large as they are taken.
  @Test
  void largeImages() {
    Random dice = new Random(9);
    noFingers("large", 3000, 3200, (x, y) -> dice.nextInt(100) + (x / 300 + y / 200) % 2 * 100);
  }

  @Test
  void stripedBarsAreNoFingers() {
    noFingers(
        "bars", 1600, 1000, (x, y) -> x % 400 < 260 && y > 200 && y < 700 && y % 9 < 4 ? 30 : 250);
  }
}

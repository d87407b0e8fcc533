package org.ridgeline.bench.learn;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.ridgeline.search.gallery.PackedMinutiae;
import org.ridgeline.synth.print.FingerSketch;
import org.ridgeline.synth.print.ImpressionStyle;
import org.ridgeline.vocabulary.FingerPosition;

/// Two touches of one fictional finger, roughened beyond what the generator does, so that what is
/// learned from them also holds for prints of another make.
final class PrintPairs {
  private final long seed;

  PrintPairs(long seed) {
    this.seed = seed;
  }

  /// The pair of a number: always the same.
  int[][] pair(long number) {
    SplittableRandom dice = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number);
    FingerPosition position = FingerPosition.values()[dice.nextInt(10)];
    FingerSketch finger = FingerSketch.make(dice.nextLong(), position);
    return new int[][] {touch(finger, dice), touch(finger, dice)};
  }

  private static int[] touch(FingerSketch finger, SplittableRandom dice) {
    int quality = (int) Math.clamp(68 + 17 * dice.nextGaussian(), 10, 98);
    ImpressionStyle style =
        dice.nextInt(3) == 0 ? ImpressionStyle.rolled(quality) : ImpressionStyle.plain(quality);
    int[] packed = PackedMinutiae.pack(finger.impression(dice.nextLong(), style));
    return roughen(packed, dice);
  }

  /// Cuts a part off at times, drops some, moves and turns all, adds some.
  private static int[] roughen(int[] packed, SplittableRandom dice) {
    double lost = 0.15 * dice.nextDouble();
    double angle = 2 * Math.PI * dice.nextDouble();
    double cut = dice.nextInt(3) == 0 ? dice.nextDouble(60, 200) : 1000;
    double moved = dice.nextDouble(0.3, 2);
    double turned = dice.nextDouble(1, 6);
    double middleX = Arrays.stream(packed).mapToDouble(PackedMinutiae::x).average().orElse(0);
    double middleY = Arrays.stream(packed).mapToDouble(PackedMinutiae::y).average().orElse(0);
    int[] kept = new int[packed.length];
    int count = 0;
    for (int word : packed) {
      double x = PackedMinutiae.x(word) - middleX;
      double y = PackedMinutiae.y(word) - middleY;
      boolean within = x * Math.cos(angle) + y * Math.sin(angle) < cut;
      if (within && dice.nextDouble() >= lost) {
        kept[count++] = moved(word, moved * dice.nextGaussian(), moved * dice.nextGaussian(), (int) Math.round(turned * dice.nextGaussian()));
      }
    }
    return count < 8 ? packed : Arrays.copyOf(kept, count);
  }

  private static int moved(int word, double dx, double dy, int turn) {
    int x = (int) Math.clamp(Math.round(PackedMinutiae.x(word) + dx), 0, PackedMinutiae.SPAN_PX - 1);
    int y = (int) Math.clamp(Math.round(PackedMinutiae.y(word) + dy), 0, PackedMinutiae.SPAN_PX - 1);
    return x << 21 | y << 10 | (PackedMinutiae.turn(word) + turn & 511) << 1 | word & 1;
  }
}

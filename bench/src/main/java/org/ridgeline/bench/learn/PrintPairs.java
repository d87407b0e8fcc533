package org.ridgeline.bench.learn;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.ridgeline.search.gallery.PackedMinutiae;
import org.ridgeline.synth.print.FingerSketch;
import org.ridgeline.synth.print.ImpressionStyle;
import org.ridgeline.vocabulary.FingerPosition;

/// Pairs of touches of one finger, roughened beyond what they are, so that what is learned from
/// them also holds for prints of another make.
public final class PrintPairs {
  private static final int MINUTIAE_MIN = 8;

  private final long seed;
  private final List<List<int[]>> fingers;

  private PrintPairs(long seed, List<List<int[]>> fingers) {
    this.seed = seed;
    this.fingers = fingers;
  }

  /// Pairs of fictional fingers, without end: a third of the touches rolled, the others plain.
  public static PrintPairs sketches(long seed) {
    return new PrintPairs(seed, List.of());
  }

  /// Pairs drawn from given fingers, each with the packed minutiae of at least two touches.
  /// - **Error** no finger, or one with a single touch: IllegalArgumentException
  public static PrintPairs of(long seed, List<List<int[]>> fingers) {
    if (fingers.isEmpty() || fingers.stream().anyMatch(touches -> touches.size() < 2)) {
      throw new IllegalArgumentException(
          "fingers=" + fingers.size() + " expected 1.. with 2.. touches each");
    }
    return new PrintPairs(seed, List.copyOf(fingers));
  }

  /// The pair of a number: always the same.
  int[][] pair(long number) {
    SplittableRandom dice = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number);
    if (fingers.isEmpty()) {
      FingerPosition position = FingerPosition.values()[dice.nextInt(10)];
      FingerSketch finger = FingerSketch.make(dice.nextLong(), position);
      return new int[][] {roughen(touch(finger, dice), dice), roughen(touch(finger, dice), dice)};
    }
    List<int[]> touches = fingers.get((int) (number % fingers.size()));
    int one = dice.nextInt(touches.size());
    int other = (one + 1 + dice.nextInt(touches.size() - 1)) % touches.size();
    return new int[][] {roughen(touches.get(one), dice), roughen(touches.get(other), dice)};
  }

  private static int[] touch(FingerSketch finger, SplittableRandom dice) {
    int quality = (int) Math.clamp(68 + 17 * dice.nextGaussian(), 10, 98);
    ImpressionStyle style =
        dice.nextInt(3) == 0 ? ImpressionStyle.rolled(quality) : ImpressionStyle.plain(quality);
    return PackedMinutiae.pack(finger.impression(dice.nextLong(), style));
  }

  /// Cuts a part off at times, drops some, moves and turns all.
  private static int[] roughen(int[] packed, SplittableRandom dice) {
    double lost = 0.15 * dice.nextDouble();
    double angle = 2 * Math.PI * dice.nextDouble();
    double cut = dice.nextInt(3) == 0 ? dice.nextDouble(60, 200) : 1000;
    double moved = dice.nextDouble(0.3, 2);
    double turned = dice.nextDouble(1, 6);
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);
    double middleX = Arrays.stream(packed).mapToDouble(PackedMinutiae::x).average().orElse(0);
    double middleY = Arrays.stream(packed).mapToDouble(PackedMinutiae::y).average().orElse(0);
    int[] kept = new int[packed.length];
    int count = 0;
    for (int word : packed) {
      double along =
          (PackedMinutiae.x(word) - middleX) * cos + (PackedMinutiae.y(word) - middleY) * sin;
      if (along < cut && dice.nextDouble() >= lost) {
        kept[count++] = moved(word, moved, turned, dice);
      }
    }
    int[] rough = count < MINUTIAE_MIN ? packed.clone() : Arrays.copyOf(kept, count);
    Arrays.sort(rough);
    return rough;
  }

  private static int moved(int word, double moved, double turned, SplittableRandom dice) {
    int spanMax = PackedMinutiae.SPAN_PX - 1;
    double x = PackedMinutiae.x(word) + moved * dice.nextGaussian();
    double y = PackedMinutiae.y(word) + moved * dice.nextGaussian();
    int turn = PackedMinutiae.turn(word) + (int) Math.round(turned * dice.nextGaussian());
    return PackedMinutiae.word(
        Math.clamp(Math.round(x), 0, spanMax),
        Math.clamp(Math.round(y), 0, spanMax),
        turn,
        PackedMinutiae.isEnding(word));
  }
}

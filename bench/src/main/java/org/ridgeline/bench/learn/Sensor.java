package org.ridgeline.bench.learn;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.ridgeline.search.gallery.PackedMinutiae;
import org.ridgeline.synth.print.FingerSketch;
import org.ridgeline.synth.print.ImpressionStyle;
import org.ridgeline.vocabulary.FingerPosition;

/// A supposed make of sensor, extractor and way of working, under which a batch of prints is taken.
///
/// All prints of a batch share one: how large a window it sees, what it loses, imagines and
/// misreads, at which scale, often also which finger it is. What prints of one sensor have in
/// common therefore tells no two of them apart, and the network learns not to look at it. Without
/// that, real prints of one sensor looked alike to it.
/// - **Unit** pixels at 500 ppi; `turned` in 1/512 of a turn
record Sensor(
    Optional<FingerPosition> finger,
    double rolledShare,
    double quality,
    double[] window,
    double[] errors,
    double scale) {
  private static final int LOST = 0;
  private static final int IMAGINED = 1;
  private static final int MOVED = 2;
  private static final int TURNED = 3;
  private static final int WARPED = 4;
  private static final int MISREAD = 5;

  private static final int MINUTIAE_MIN = 8;

  /// Draws a sensor.
  static Sensor draw(SplittableRandom dice) {
    Optional<FingerPosition> finger =
        dice.nextInt(4) == 0
            ? Optional.empty()
            : Optional.of(FingerPosition.values()[dice.nextInt(10)]);
    double rolled = new double[] {0, 0, 0.3, 1}[dice.nextInt(4)];
    boolean small = dice.nextInt(3) > 0;
    double[] window = {
      small ? dice.nextDouble(80, 170) : 1000,
      small ? dice.nextDouble(110, 210) : 1000,
      dice.nextDouble(5, 35)
    };
    double[] errors = {
      dice.nextDouble(0, 0.25),
      dice.nextDouble(0, 0.20),
      dice.nextDouble(0.3, 2.2),
      dice.nextDouble(1, 7),
      dice.nextDouble(0, 7),
      dice.nextDouble(0, 0.10)
    };
    return new Sensor(
        finger, rolled, dice.nextDouble(45, 88), window, errors, dice.nextDouble(0.92, 1.08));
  }

  /// Which finger a print of this batch is of.
  FingerPosition finger(SplittableRandom dice) {
    return finger.orElseGet(() -> FingerPosition.values()[dice.nextInt(10)]);
  }

  /// Takes a print of a fictional finger.
  int[] touch(FingerSketch sketch, SplittableRandom dice) {
    int aimed = (int) Math.clamp(quality + 12 * dice.nextGaussian(), 10, 98);
    ImpressionStyle style =
        dice.nextDouble() < rolledShare
            ? ImpressionStyle.rolled(aimed)
            : ImpressionStyle.plain(aimed);
    return take(PackedMinutiae.pack(sketch.impression(dice.nextLong(), style)), dice);
  }

  /// What this sensor makes of a print: sees a part of it, loses some minutiae, moves and turns
  /// all, imagines some.
  int[] take(int[] packed, SplittableRandom dice) {
    double middleX = Arrays.stream(packed).mapToDouble(PackedMinutiae::x).average().orElse(0);
    double middleY = Arrays.stream(packed).mapToDouble(PackedMinutiae::y).average().orElse(0);
    double atX = middleX + window[2] * dice.nextGaussian();
    double atY = middleY + window[2] * dice.nextGaussian();
    double lost = errors[LOST] * 2 * dice.nextDouble();
    Warp warp = new Warp(errors[WARPED], dice);
    int[] kept = new int[2 * packed.length + 1];
    int count = 0;
    for (int word : packed) {
      double across = (PackedMinutiae.x(word) - atX) / window[0];
      double down = (PackedMinutiae.y(word) - atY) / window[1];
      if (across * across + down * down < 1 && dice.nextDouble() >= lost) {
        kept[count++] = moved(word, warp, dice);
      }
    }
    int imagined = (int) (count * errors[IMAGINED] * 2 * dice.nextDouble());
    int most = Math.min(imagined, PackedMinutiae.MINUTIAE_MAX - count);
    for (int i = 0; i < most && count > 1; i++) {
      kept[count++] = imagined(kept[dice.nextInt(count)], dice);
    }
    int[] taken = count < MINUTIAE_MIN ? packed.clone() : Arrays.copyOf(kept, count);
    Arrays.sort(taken);
    return taken;
  }

  private int moved(int word, Warp warp, SplittableRandom dice) {
    double x = PackedMinutiae.x(word);
    double y = PackedMinutiae.y(word);
    double turned =
        dice.nextDouble() < errors[MISREAD]
            ? 60 * dice.nextGaussian()
            : errors[TURNED] * dice.nextGaussian();
    return word(
        scale * x + warp.x(y) + errors[MOVED] * dice.nextGaussian(),
        scale * y + warp.y(x) + errors[MOVED] * dice.nextGaussian(),
        PackedMinutiae.turn(word) + (int) Math.round(turned),
        PackedMinutiae.isEnding(word));
  }

  /// False minutiae lie where true ones are, and mostly along the ridges there.
  private static int imagined(int near, SplittableRandom dice) {
    int turn =
        PackedMinutiae.turn(near)
            + (dice.nextBoolean() ? 256 : 0)
            + (int) Math.round(20 * dice.nextGaussian());
    return word(
        PackedMinutiae.x(near) + 18 * dice.nextGaussian(),
        PackedMinutiae.y(near) + 18 * dice.nextGaussian(),
        turn,
        dice.nextBoolean());
  }

  private static int word(double x, double y, int turn, boolean ending) {
    int most = PackedMinutiae.SPAN_PX - 1;
    return PackedMinutiae.word(
        Math.clamp(Math.round(x), 0, most), Math.clamp(Math.round(y), 0, most), turn, ending);
  }

  /// A slow bend of the skin, across and down.
  private record Warp(double size, double pace, double phaseX, double phaseY) {
    Warp(double size, SplittableRandom dice) {
      this(
          size * dice.nextDouble(),
          2 * Math.PI / dice.nextDouble(180, 500),
          2 * Math.PI * dice.nextDouble(),
          2 * Math.PI * dice.nextDouble());
    }

    double x(double y) {
      return size * StrictMath.sin(pace * y + phaseX);
    }

    double y(double x) {
      return size * StrictMath.sin(pace * x + phaseY);
    }
  }
}

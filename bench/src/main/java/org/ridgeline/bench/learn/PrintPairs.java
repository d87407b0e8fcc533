package org.ridgeline.bench.learn;

import java.util.List;
import java.util.SplittableRandom;
import org.ridgeline.synth.print.FingerSketch;

/// Pairs of touches of one finger, taken by ever other sensors ([Sensor]), so that what is learned
/// from them also holds for prints of another make.
public final class PrintPairs {
  /// Pairs in a row that are taken by one sensor: as many as a step of learning compares.
  static final int GROUP = 512;

  private static final long ODD = 0x9E3779B97F4A7C15L;

  private final long seed;
  private final List<List<int[]>> fingers;

  private PrintPairs(long seed, List<List<int[]>> fingers) {
    this.seed = seed;
    this.fingers = fingers;
  }

  /// Pairs of fictional fingers, without end.
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

  /// The pair of a number: always the same. Pairs of one group are taken by one [Sensor].
  int[][] pair(long number) {
    Sensor sensor = Sensor.draw(new SplittableRandom(seed * ODD + ~(number / GROUP)));
    SplittableRandom dice = new SplittableRandom(seed * ODD + number);
    if (fingers.isEmpty()) {
      FingerSketch finger = FingerSketch.make(dice.nextLong(), sensor.finger(dice));
      return new int[][] {sensor.touch(finger, dice), sensor.touch(finger, dice)};
    }
    List<int[]> touches = fingers.get((int) (number % fingers.size()));
    int one = dice.nextInt(touches.size());
    int other = (one + 1 + dice.nextInt(touches.size() - 1)) % touches.size();
    return new int[][] {sensor.take(touches.get(one), dice), sensor.take(touches.get(other), dice)};
  }
}

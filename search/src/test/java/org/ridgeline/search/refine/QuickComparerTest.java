package org.ridgeline.search.refine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ridgeline.search.gallery.PackedMinutiae;
import org.ridgeline.synth.print.FingerSketch;
import org.ridgeline.synth.print.ImpressionStyle;
import org.ridgeline.vocabulary.FingerPosition;

class QuickComparerTest {
  private final QuickComparer comparer = new QuickComparer();

  @Test
  void matesAreFarAboveStrangers() {
    int[] mates = new int[60];
    int[] strangers = new int[60];
    for (int i = 0; i < mates.length; i++) {
      EdgeIndex probe = new EdgeIndex(print(i, 1));
      mates[i] = score(probe, print(i, 2));
      strangers[i] = score(probe, print(i + 1000, 2));
    }
    Arrays.sort(mates);
    Arrays.sort(strangers);
    // All but a few mates, against the most alike of sixty strangers.
    assertThat(mates[6]).isGreaterThan(strangers[59]);
    assertThat(mates[30]).isGreaterThan(4 * strangers[30]);
  }

  @Test
  void aTurnedAndMovedPrintIsTheSamePrint() {
    int[] print = print(3, 1);
    SplittableRandom dice = new SplittableRandom(5);
    for (int round = 0; round < 20; round++) {
      int turn = dice.nextInt(512);
      int[] turned = Arrays.stream(print).map(word -> turned(word, turn)).sorted().toArray();
      assertThat(score(new EdgeIndex(print), turned))
          .as("turn %d", turn)
          .isGreaterThan(score(new EdgeIndex(print), print) * 3 / 4);
    }
  }

  @Test
  void nothingMeetsNothing() {
    int[] print = print(1, 1);
    assertThat(score(new EdgeIndex(print), new int[0])).isZero();
    assertThat(score(new EdgeIndex(new int[0]), print)).isZero();
    assertThat(score(new EdgeIndex(new int[] {print[0]}), print)).isZero();
  }

  @Test
  void theMostMinutiaeThereCanBeAreBorne() {
    int[] same = new int[PackedMinutiae.MINUTIAE_MAX];
    Arrays.fill(same, PackedMinutiae.word(500, 500, 100, true));
    int[] spread = new int[PackedMinutiae.MINUTIAE_MAX];
    for (int i = 0; i < spread.length; i++) {
      spread[i] = PackedMinutiae.word(i * 4 % 1024, i * 37 % 1024, i * 11 % 512, i % 2 == 0);
    }
    Arrays.sort(spread);
    for (int[] one : new int[][] {same, spread}) {
      for (int[] other : new int[][] {same, spread}) {
        assertThat(score(new EdgeIndex(one), other)).isNotNegative();
      }
    }
  }

  private int score(EdgeIndex probe, int[] print) {
    return comparer.compare(probe, print, print.length);
  }

  private static int turned(int word, int turn) {
    double angle = 2 * Math.PI * turn / 512;
    double x = PackedMinutiae.x(word) - 200;
    double y = PackedMinutiae.y(word) - 250;
    int laidX = (int) Math.round(300 + x * Math.cos(angle) - y * Math.sin(angle));
    int laidY = (int) Math.round(300 + x * Math.sin(angle) + y * Math.cos(angle));
    return PackedMinutiae.word(
        laidX, laidY, PackedMinutiae.turn(word) + turn, PackedMinutiae.isEnding(word));
  }

  private static int[] print(int person, int impression) {
    FingerSketch finger = FingerSketch.make(person, FingerPosition.RIGHT_INDEX);
    return PackedMinutiae.pack(finger.impression(impression, ImpressionStyle.plain(70)));
  }
}

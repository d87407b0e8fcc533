package org.ridgeline.search.refine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ridgeline.search.gallery.PackedMinutiae;
import org.ridgeline.synth.print.FingerSketch;
import org.ridgeline.synth.print.ImpressionStyle;
import org.ridgeline.vocabulary.FingerPosition;

class MinutiaeComparisonTest {
  private final MinutiaeComparison comparison = new MinutiaeComparison();

  @Test
  void matesAreFarAboveStrangers() {
    int[] mates = new int[60];
    int[] strangers = new int[60];
    for (int i = 0; i < mates.length; i++) {
      mates[i] = score(print(i, 1), print(i, 2));
      strangers[i] = score(print(i, 1), print(i + 1000, 2));
    }
    Arrays.sort(mates);
    Arrays.sort(strangers);
    // All mates but one, against the most alike of sixty strangers.
    assertThat(mates[1]).isGreaterThan(strangers[59] + 50);
    assertThat(strangers[30]).isNegative();
  }

  @Test
  void whicheverIsAskedSaysTheSame() {
    for (int i = 0; i < 40; i++) {
      int[] print = print(i, 1);
      for (int[] other : new int[][] {print(i, 2), print(i + 1, 1)}) {
        assertThat(score(print, other)).as("print %d", i).isEqualTo(score(other, print));
      }
    }
  }

  @Test
  void nothingIsLeftOfEarlierComparisons() {
    int[] print = print(7, 1);
    int[] other = print(7, 2);
    int alone = new MinutiaeComparison().compare(ReadyMinutiae.of(print), other, other.length);
    for (int i = 0; i < 20; i++) {
      score(print(i, 1), print(i + 1, 2));
      assertThat(score(print, other)).isEqualTo(alone);
    }
  }

  @Test
  void aTurnedAndMovedPrintIsTheSamePrint() {
    int[] print = print(3, 1);
    int[] touch = print(3, 2);
    int straight = score(print, touch);
    SplittableRandom dice = new SplittableRandom(5);
    for (int round = 0; round < 20; round++) {
      int turn = dice.nextInt(512);
      assertThat(score(print, changed(touch, word -> turned(word, turn))))
          .as("turn %d", turn)
          .isBetween(straight * 9 / 10, straight * 11 / 10);
    }
  }

  @Test
  void aBentPrintIsFollowed() {
    for (int i = 0; i < 10; i++) {
      int[] print = print(i, 1);
      int[] bent = changed(print, MinutiaeComparisonTest::bent);
      // One end of it is turned by half a radian against the other.
      assertThat(score(print, bent)).isGreaterThan(score(print, print) / 2);
    }
  }

  @Test
  void minutiaeWithoutAPairSpeakAgainst() {
    int[] print = print(4, 1);
    int[] touch = print(4, 2);
    SplittableRandom dice = new SplittableRandom(9);
    int[] more =
        IntStream.concat(
                Arrays.stream(touch), IntStream.range(0, touch.length).map(_ -> drawn(touch, dice)))
            .sorted()
            .toArray();
    assertThat(score(print, more)).isLessThan(score(print, touch));
  }

  @Test
  void nothingMeetsNothing() {
    int[] print = print(1, 1);
    assertThat(score(print, new int[0])).isZero();
    assertThat(score(new int[0], print)).isZero();
    assertThat(score(new int[0], new int[0])).isZero();
    assertThat(score(new int[] {print[0]}, print)).isZero();
  }

  @Test
  void theMostMinutiaeThereCanBeAreBorne() {
    int[] same = new int[PackedMinutiae.MINUTIAE_MAX];
    Arrays.fill(same, PackedMinutiae.word(500, 500, 100, true));
    int[] line = new int[PackedMinutiae.MINUTIAE_MAX];
    int[] spread = new int[PackedMinutiae.MINUTIAE_MAX];
    for (int i = 0; i < spread.length; i++) {
      line[i] = PackedMinutiae.word(i * 4, 7, 100, true);
      spread[i] = PackedMinutiae.word(i * 4 % 1024, i * 37 % 1024, i * 11 % 512, i % 2 == 0);
    }
    Arrays.sort(spread);
    for (int[] one : new int[][] {same, line, spread}) {
      for (int[] other : new int[][] {same, line, spread}) {
        assertThat(score(one, other)).isEqualTo(score(other, one)).isBetween(-3000, 10_000);
      }
    }
  }

  @Test
  void moreMinutiaeThanArePackedAreRefused() {
    int[] most = new int[PackedMinutiae.MINUTIAE_MAX + 1];
    assertThatThrownBy(() -> ReadyMinutiae.of(most)).hasMessage("minutiae=256 limit=0..255");
    assertThatThrownBy(() -> score(new int[0], most)).isInstanceOf(IllegalArgumentException.class);
  }

  /// Of prints that no other code makes, so that only the comparison can change the scores.
  @Test
  void scoresAreTheSameOnEveryMachine() {
    int[] mates = IntStream.range(0, 6).map(i -> score(scattered(i, 0), scattered(i, 4))).toArray();
    int[] strangers =
        IntStream.range(0, 6).map(i -> score(scattered(i, 0), scattered(i + 6, 4))).toArray();
    assertThat(mates).containsExactly(345, 273, 338, 353, 306, 370);
    assertThat(strangers).containsExactly(-29, -26, -48, -22, 9, -24);
  }

  /// Forty minutiae anywhere, a fifth of them left out, the others moved by so many pixels or less.
  private static int[] scattered(long seed, int movedPx) {
    SplittableRandom dice = new SplittableRandom(seed);
    SplittableRandom touch = new SplittableRandom(seed + movedPx);
    return IntStream.range(0, 40)
        .map(_ ->
            PackedMinutiae.word(
                10 + dice.nextInt(250) + touch.nextInt(-movedPx, movedPx + 1),
                10 + dice.nextInt(350) + touch.nextInt(-movedPx, movedPx + 1),
                dice.nextInt(512) + touch.nextInt(-movedPx, movedPx + 1),
                dice.nextInt(2) == 0))
        .filter(_ -> touch.nextInt(5) > 0)
        .sorted()
        .toArray();
  }

  private int score(int[] probe, int[] print) {
    return comparison.compare(ReadyMinutiae.of(probe), print, print.length);
  }

  private static int[] changed(int[] print, IntUnaryOperator change) {
    return Arrays.stream(print).map(change).sorted().toArray();
  }

  private static int turned(int word, int turn) {
    double angle = 2 * Math.PI * turn / 512;
    double x = PackedMinutiae.x(word) - 200;
    double y = PackedMinutiae.y(word) - 250;
    int laidX = (int) Math.round(400 + x * Math.cos(angle) - y * Math.sin(angle));
    int laidY = (int) Math.round(400 + x * Math.sin(angle) + y * Math.cos(angle));
    return PackedMinutiae.word(
        laidX, laidY, PackedMinutiae.turn(word) + turn, PackedMinutiae.isEnding(word));
  }

  /// On a circle: the print's columns stay as they are long.
  private static int bent(int word) {
    double radius = 700;
    double angle = PackedMinutiae.y(word) / radius;
    double x = PackedMinutiae.x(word) + radius;
    int turn = (int) Math.round(angle * 512 / (2 * Math.PI));
    return PackedMinutiae.word(
        (int) Math.round(x * Math.cos(angle) - radius + 200),
        (int) Math.round(x * Math.sin(angle)),
        PackedMinutiae.turn(word) + turn,
        PackedMinutiae.isEnding(word));
  }

  /// One that lies within a print, pointing anywhere.
  private static int drawn(int[] print, SplittableRandom dice) {
    int near = print[dice.nextInt(print.length)];
    return PackedMinutiae.word(
        PackedMinutiae.x(near) + dice.nextInt(30),
        PackedMinutiae.y(near) + dice.nextInt(30),
        dice.nextInt(512),
        true);
  }

  private static int[] print(int person, int impression) {
    FingerSketch finger = FingerSketch.make(person, FingerPosition.RIGHT_INDEX);
    return PackedMinutiae.pack(finger.impression(impression, ImpressionStyle.plain(70)));
  }
}

package org.ridgeline.bench.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ridgeline.search.compare.PhaseScore;
import org.ridgeline.search.decision.ScoreTable;
import org.ridgeline.synth.sensor.SensorKind;

class ScoreCalibrationTest {
  private final SplittableRandom dice = new SplittableRandom(4);

  /// Scores in tenths, normal about a mean.
  private int[] scores(int count, double mean, double spread) {
    return IntStream.range(0, count)
        .map(_ -> (int) Math.round(10 * (mean + spread * dice.nextGaussian())))
        .toArray();
  }

  @Test
  void growsFromTheFloorToWhatThePairsBear() {
    ScoreCalibration measured = new ScoreCalibration(scores(2_000, 25, 8), scores(20_000, 0, 3));
    ScoreTable table = measured.table();
    assertThat(table.at(-1_000)).isEqualTo(ScoreCalibration.FLOOR);
    for (int score = -300; score < 800; score++) {
      assertThat(table.at(score + 1)).isGreaterThanOrEqualTo(table.at(score));
    }
    assertThat(table.at(10_000)).isEqualTo(measured.most());
  }

  @Test
  void findsTheRatioOfTwoKnownDensities() {
    // Of equal spread 4 and means 0 and 8 the ratio is (8 s - 32) / 16 nats.
    ScoreCalibration measured = new ScoreCalibration(scores(20_000, 8, 4), scores(200_000, 0, 4));
    ScoreTable table = measured.table();
    for (int whole = 3; whole <= 20; whole++) {
      double known = (8 * whole - 32) / 16.0 / Math.log(2);
      double bits = Math.min(known, measured.most() / 100.0);
      assertThat(table.at(10 * whole) / 100.0)
          .as("score %d", whole)
          .isBetween(bits - 0.6, bits + 0.6);
    }
  }

  @Test
  void saysNoMoreThanTheNumberOfImpostorsBears() {
    int[] genuine = new int[1_000];
    Arrays.fill(genuine, 400);
    int[] impostors = scores(300, 0, 3);
    // All genuine pairs lie above all impostors: log2(300 / 3), a little less for a half count.
    assertThat(new ScoreCalibration(genuine, impostors).most()).isBetween(663, 665);
    assertThat(new ScoreCalibration(genuine, impostors).table().at(1_000)).isBetween(500, 665);
    int[] many = scores(1_000_000, 0, 3);
    assertThat(new ScoreCalibration(genuine, many).most()).isEqualTo(ScoreCalibration.CEILING);
    int[] none = new int[10];
    Arrays.fill(none, -400);
    assertThat(new ScoreCalibration(none, impostors).table().at(1_000)).isLessThanOrEqualTo(0);
  }

  @Test
  void anImpostorsExpectedRatioIsAtMostOne() {
    int[] impostors = scores(50_000, 0, 5);
    ScoreTable table = new ScoreCalibration(scores(5_000, 25, 10), impostors).table();
    double expected =
        Arrays.stream(scores(50_000, 0, 5))
            .mapToDouble(score -> Math.pow(2, table.at(score) / 100.0))
            .average()
            .orElseThrow();
    assertThat(expected).isLessThan(1.1);
  }

  @Test
  void theTailIsNoSteeperThanItMayBe() {
    ScoreCalibration measured = new ScoreCalibration(scores(20_000, 20, 4), scores(200_000, 0, 4));
    ScoreTable steep = measured.table();
    ScoreTable held = measured.table(5);
    int tail = 140;
    assertThat(steep.at(tail + 40) - steep.at(tail)).isGreaterThan(5 * 40);
    assertThat(held.at(tail + 40) - held.at(tail)).isBetween(5 * 40 - 1, 5 * 40 + 1);
    assertThat(held.at(10_000)).isLessThanOrEqualTo(steep.at(10_000));
  }

  @Test
  void needsPairsOfBothSorts() {
    assertThatThrownBy(() -> new ScoreCalibration(new int[0], new int[1]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("genuine=0 impostors=1");
    assertThatThrownBy(() -> new SeriesPairs(1, 4, 8)).hasMessageContaining("fingers=1");
    assertThatThrownBy(() -> new SeriesPairs(2, 1, 8)).hasMessageContaining("touches=1");
    assertThatThrownBy(() -> new SeriesPairs(2, 2, 0)).hasMessageContaining("strangers=0");
  }

  @Test
  void theSameSeedAndNumbersGiveTheSameTable() {
    assertThat(small()).isEqualTo(small());
  }

  private static String small() {
    var pairs = RidgePairs.of(new SeriesPairs(3, 2, 2), 5, SensorKind.CAPACITIVE);
    // Three pairs on the sensor at most, three across; two and one of each two fingers.
    assertThat(pairs).hasSizeLessThanOrEqualTo(15);
    return new ScoreCalibration(tenths(pairs, true), tenths(pairs, false)).table().toString();
  }

  private static int[] tenths(List<RidgePairs.Compared> pairs, boolean isGenuine) {
    return pairs.stream()
        .filter(pair -> pair.isGenuine() == isGenuine)
        .mapToInt(pair -> PhaseScore.tenths(pair.evidence()))
        .toArray();
  }
}

package org.ridgeline.search.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.ridgeline.search.signature.SignatureNetwork;

class CalibrationTest {
  /// The highest score of a band and how many of the 78,400 impostor pairs of five public sets fell
  /// into it (docs/search.md).
  private static final int[][] IMPOSTORS = {
    {9, 74_090},
    {19, 2_637},
    {29, 1_053},
    {39, 378},
    {49, 120},
    {59, 63},
    {69, 25},
    {79, 12},
    {89, 11},
    {99, 6},
    {119, 4},
    {199, 1}
  };

  private final Calibration calibration = Calibration.load();

  @Test
  void isOfTheNetworkItComesWith() {
    assertThat(calibration.network()).isEqualTo(SignatureNetwork.load().digest());
    assertThat(calibration.source()).contains("bench learn");
  }

  @Test
  void ratiosGrowWithScores() {
    for (ScoreTable table :
        new ScoreTable[] {
          calibration.signature(), calibration.quick(), calibration.full(), calibration.ridges()
        }) {
      for (int score = -600; score < 1000; score++) {
        assertThat(table.at(score + 1)).isGreaterThanOrEqualTo(table.at(score));
      }
    }
  }

  @Test
  void aFullComparisonSaysNeitherTooMuchAgainstNorFor() {
    assertThat(calibration.ridges().at(-10_000)).isEqualTo(-200);
    assertThat(calibration.ridges().at(10_000)).isBetween(500, 1500);
    assertThat(calibration.ridgesSource()).contains("bench learn-ridges");
    assertThat(calibration.full().at(-10_000)).isEqualTo(-200);
    assertThat(calibration.full().at(10_000)).isBetween(500, 1500);
    assertThat(calibration.fullSource()).contains("bench learn-minutiae");
  }

  @Test
  void takesOtherTables() {
    ScoreTable table = ScoreTable.of("0:-200 100:300");
    assertThat(calibration.withFull(table, "test").toLines())
        .contains("\nfull.source = test\nfull = 0:-200 100:300\n")
        .contains("\nridges = " + calibration.ridges() + "\n");
    Calibration other = calibration.withRidges(table, "test");
    assertThat(other.ridges().at(100)).isEqualTo(300);
    assertThat(other.ridgesSource()).isEqualTo("test");
    assertThat(other.toLines())
        .contains("\nridges = 0:-200 100:300\n")
        .contains("\nquick = " + calibration.quick() + "\n");
  }

  /// The bound FPIR(N, T) <= N 2^-T needs the expected 2^score of an impostor to be at most 1. Each
  /// band counts with its highest ratio.
  @Test
  void anImpostorsExpectedLikelihoodRatioIsAtMostOne() {
    double pairs = 78_400;
    double expected = 0;
    for (int[] band : IMPOSTORS) {
      double highest = calibration.full().at(band[0]) / 100.0;
      expected += band[1] / pairs * Math.pow(2, highest);
    }
    assertThat(expected).isLessThan(1);
  }

  @Test
  void readsWhatItWritesAndNamesWhatIsMissing() throws IOException {
    assertThat(read(calibration.toLines()).toLines()).isEqualTo(calibration.toLines());
    String without = calibration.toLines().replace("quick", "quack");
    assertThatThrownBy(() -> read(without))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("'quick = ...' missing");
    for (String key : new String[] {"full.source", "ridges", "ridges.source"}) {
      String less = calibration.toLines().replace("\n" + key + " =", "\nother =");
      assertThatThrownBy(() -> read(less))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("'" + key + " = ...' missing");
    }
  }

  private static Calibration read(String lines) throws IOException {
    return Calibration.read(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
  }
}

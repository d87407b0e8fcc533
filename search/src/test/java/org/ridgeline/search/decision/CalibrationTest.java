package org.ridgeline.search.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.ridgeline.search.signature.SignatureNetwork;

class CalibrationTest {
  /// Lowest score of a band and how many of the 524,160 impostor pairs of five public sets fell
  /// into it (docs/search.md).
  private static final int[][] IMPOSTORS = {
    {0, 331_071}, {2, 100_301}, {4, 36_974}, {6, 22_846}, {8, 13_360}, {10, 7_352}, {12, 6_247},
    {15, 4_109}, {20, 1_327}, {25, 387}, {30, 129}, {35, 41}, {40, 12}, {45, 4}
  };

  private static final int[] BAND_ENDS = {2, 4, 6, 8, 10, 12, 15, 20, 25, 30, 35, 40, 45, 50};

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
  void ridgesSayNeitherTooMuchAgainstNorFor() {
    assertThat(calibration.ridges().at(-10_000)).isEqualTo(-200);
    assertThat(calibration.ridges().at(10_000)).isBetween(500, 1500);
    assertThat(calibration.ridgesSource()).contains("bench learn-ridges");
  }

  @Test
  void takesAnotherTableOfRidges() {
    ScoreTable table = ScoreTable.of("0:-200 100:300");
    Calibration other = calibration.withRidges(table, "test");
    assertThat(other.ridges().at(100)).isEqualTo(300);
    assertThat(other.ridgesSource()).isEqualTo("test");
    assertThat(other.toLines())
        .contains("\nridges = 0:-200 100:300\n")
        .contains("\nquick = " + calibration.quick() + "\n");
  }

  /// The bound FPIR(N, T) <= N 2^-T needs the expected 2^score of an impostor to be at most 1. Each
  /// band counts with its highest ratio, and the rule of three stands in for what was not seen.
  @Test
  void anImpostorsExpectedLikelihoodRatioIsAtMostOne() {
    double pairs = 524_160;
    double expected = 3 / pairs * Math.pow(2, calibration.full().at(1000) / 100.0);
    for (int i = 0; i < IMPOSTORS.length; i++) {
      double highest = calibration.full().at(BAND_ENDS[i] - 1) / 100.0;
      expected += IMPOSTORS[i][1] / pairs * Math.pow(2, highest);
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
    for (String key : new String[] {"ridges", "ridges.source"}) {
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

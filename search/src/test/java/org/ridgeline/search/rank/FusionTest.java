package org.ridgeline.search.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ridgeline.vocabulary.FingerPosition;

class FusionTest {
  /// Lowest score of a band and how many of the 524,160 impostor pairs fell into it
  /// (docs/search.md).
  private static final int[][] IMPOSTORS = {
    {0, 331_071}, {2, 100_301}, {4, 36_974}, {6, 22_846}, {8, 13_360}, {10, 7_352}, {12, 6_247},
    {15, 4_109}, {20, 1_327}, {25, 387}, {30, 129}, {35, 41}, {40, 12}, {45, 4}
  };

  private static final int[] BAND_ENDS = {2, 4, 6, 8, 10, 12, 15, 20, 25, 30, 35, 40, 45, 50};

  @Test
  void ratiosGrowWithScores() {
    for (int score = 0; score < 200; score++) {
      assertThat(Fusion.centibits(score + 1)).isGreaterThanOrEqualTo(Fusion.centibits(score));
    }
  }

  @Test
  void endsAreHeldAndCapped() {
    assertThat(Fusion.centibits(0)).isEqualTo(-200);
    assertThat(Fusion.centibits(-5)).isEqualTo(-200);
    assertThat(Fusion.centibits(7.99)).isEqualTo(-200);
    assertThat(Fusion.centibits(69.99)).isLessThan(1500);
    assertThat(Fusion.centibits(70)).isEqualTo(1500);
    assertThat(Fusion.centibits(1e9)).isEqualTo(1500);
  }

  /// The bound FPIR(N, T) <= N 2^-T needs the expected 2^score of an impostor to be at most 1. Each
  /// band counts with its highest ratio, and the rule of three stands in for what was not seen.
  @Test
  void anImpostorsExpectedLikelihoodRatioIsAtMostOne() {
    double pairs = 524_160;
    double expected = 3 / pairs * Math.pow(2, Fusion.centibits(1000) / 100.0);
    for (int i = 0; i < IMPOSTORS.length; i++) {
      double highest = Fusion.centibits(BAND_ENDS[i] - 0.01) / 100.0;
      expected += IMPOSTORS[i][1] / pairs * Math.pow(2, highest);
    }
    assertThat(expected).isLessThan(1);
  }

  @Test
  void fingersAddUpAndMissingOnesCountNothing() {
    assertThat(Fusion.sum(Map.of())).isZero();
    assertThat(Fusion.sum(Map.of(FingerPosition.LEFT_INDEX, 1500, FingerPosition.LEFT_RING, -300)))
        .isEqualTo(1200);
  }
}

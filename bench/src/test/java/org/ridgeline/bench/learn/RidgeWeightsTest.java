package org.ridgeline.bench.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ridgeline.search.compare.Evidence;
import org.ridgeline.search.compare.Feature;
import org.ridgeline.search.compare.PhaseWeights;

class RidgeWeightsTest {
  @Test
  void whatTellsPairsApartGetsItsWeightAndWhatMisleadsNone() {
    PhaseWeights weights = RidgeWeights.of(pairs(4000), "test");
    // Two normal densities of spread 2, 3 apart, have log odds that grow by 3 / 4 a unit.
    assertThat(weight(weights, Feature.PAIRED)).isBetween(0.6, 0.9);
    assertThat(weight(weights, Feature.MISSED)).isBetween(-0.9, -0.6);
    assertThat(weight(weights, Feature.UNPAIRED)).isZero();
    assertThat(weight(weights, Feature.AGREED)).isZero();
  }

  @Test
  void theSamePairsGiveTheSameWeights() {
    assertThat(RidgeWeights.of(pairs(300), "a")).isEqualTo(RidgeWeights.of(pairs(300), "a"));
  }

  @Test
  void pairsWithoutEvidenceDoNotCount() {
    List<RidgePairs.Compared> pairs = pairs(300);
    PhaseWeights without = RidgeWeights.of(pairs, "a");
    for (int i = 0; i < 50; i++) {
      pairs.add(new RidgePairs.Compared(new Evidence(0, 0, 0, 0, 0, 0, 0, 0), i % 2 == 0));
    }
    assertThat(RidgeWeights.of(pairs, "a")).isEqualTo(without);
    assertThatThrownBy(() -> RidgeWeights.of(pairs.subList(300, 350), "a"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("genuine=0 impostors=0");
  }

  private static double weight(PhaseWeights weights, Feature feature) {
    return weights.weights().get(feature.ordinal());
  }

  /// Pairs of one finger have more paired and less missed; more unpaired, too, which must not count
  /// for them; what agreed says nothing.
  private static List<RidgePairs.Compared> pairs(int count) {
    SplittableRandom dice = new SplittableRandom(20_261_129);
    List<RidgePairs.Compared> pairs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean isGenuine = i % 2 == 0;
      float paired = (float) (2 * dice.nextGaussian() + (isGenuine ? 3 : 0));
      float missed = (float) (2 * dice.nextGaussian() - (isGenuine ? 3 : 0));
      int unpaired = (int) Math.round(3 * dice.nextGaussian() + (isGenuine ? 2 : 0));
      Evidence evidence = new Evidence(1, 0, 0, 0, paired, 0, unpaired, missed);
      pairs.add(new RidgePairs.Compared(evidence, isGenuine));
    }
    return pairs;
  }
}

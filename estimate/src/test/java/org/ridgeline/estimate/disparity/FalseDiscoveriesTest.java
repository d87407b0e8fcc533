package org.ridgeline.estimate.disparity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FalseDiscoveriesTest {
  /// The fifteen p-values of Benjamini and Hochberg's own example (1995, section 3.2): at q = 0.05
  /// theirs rejects the four smallest.
  @Test
  void rejectsWhatThePaperRejects() {
    double[] p = {
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
      0.5719, 0.6528, 0.7590, 1.000
    };
    double[] adjusted = FalseDiscoveries.adjusted(p);
    assertThat(FalseDiscoveries.count(adjusted, 0.05)).isEqualTo(4);
    assertThat(adjusted[3]).isCloseTo(0.0095 * 15 / 4, within(1e-15));
    assertThat(adjusted[4]).isCloseTo(0.0201 * 15 / 5, within(1e-15));
    assertThat(adjusted[5]).isCloseTo(0.0298 * 15 / 7, within(1e-15));
    assertThat(adjusted[14]).isEqualTo(1);
  }

  /// As the paper states it: the largest k with p(k) at most q k / m.
  private static boolean[] naive(double[] p, double q) {
    double[] ordered = p.clone();
    Arrays.sort(ordered);
    double limit = -1;
    for (int k = 1; k <= p.length; k++) {
      if (ordered[k - 1] * ((double) p.length / k) <= q) {
        limit = ordered[k - 1];
      }
    }
    boolean[] rejected = new boolean[p.length];
    for (int i = 0; i < p.length; i++) {
      rejected[i] = p[i] <= limit;
    }
    return rejected;
  }

  @Test
  void agreesWithTheProcedureAsStated() {
    SplittableRandom dice = new SplittableRandom(1);
    for (int round = 0; round < 3000; round++) {
      double[] p = new double[dice.nextInt(40)];
      for (int i = 0; i < p.length; i++) {
        p[i] = dice.nextBoolean() ? dice.nextDouble() : dice.nextInt(1, 20) / 400.0;
      }
      double q = dice.nextInt(1, 100) / 100.0;
      double[] adjusted = FalseDiscoveries.adjusted(p);
      boolean[] rejected = naive(p, q);
      for (int i = 0; i < p.length; i++) {
        assertThat(adjusted[i] <= q).isEqualTo(rejected[i]);
        assertThat(adjusted[i]).isBetween(p[i], 1.0);
      }
    }
  }

  @Test
  void keepsTheOrderOfPAndTheOrderGivenDoesNotMatter() {
    SplittableRandom dice = new SplittableRandom(2);
    double[] p = dice.doubles(200).toArray();
    double[] adjusted = FalseDiscoveries.adjusted(p);
    double[] ordered = p.clone();
    Arrays.sort(ordered);
    double[] orderedAdjusted = FalseDiscoveries.adjusted(ordered);
    assertThat(orderedAdjusted).isSorted();
    Arrays.sort(adjusted);
    assertThat(adjusted).containsExactly(orderedAdjusted);
  }

  @Test
  void ofNoneIsNoneAndOfOneIsItself() {
    assertThat(FalseDiscoveries.adjusted()).isEmpty();
    assertThat(FalseDiscoveries.adjusted(0.03)).containsExactly(0.03);
  }

  @Test
  void refusesWhatIsNoProbability() {
    assertThatIllegalArgumentException().isThrownBy(() -> FalseDiscoveries.adjusted(0.1, 1.1));
    assertThatIllegalArgumentException().isThrownBy(() -> FalseDiscoveries.adjusted(Double.NaN));
  }
}

package org.ridgeline.estimate.disparity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.junit.jupiter.api.Test;
import org.ridgeline.estimate.disparity.BetaBinomial.Shrunk;
import org.ridgeline.estimate.share.Share;

class BetaBinomialTest {
  /// The likelihood as a product of urns, without gamma functions.
  private static double logLikelihood(List<Share> units, double mean, double precision) {
    double sum = 0;
    for (Share unit : units) {
      for (int i = 0; i < unit.count(); i++) {
        sum += Math.log(mean * precision + i);
      }
      for (int i = 0; i < unit.of() - unit.count(); i++) {
        sum += Math.log((1 - mean) * precision + i);
      }
      for (int i = 0; i < unit.of(); i++) {
        sum -= Math.log(precision + i);
      }
    }
    return sum;
  }

  private static List<Share> drawn(SplittableRandom dice, int units, double alpha, double beta) {
    BetaDistribution spread = BetaDistribution.of(alpha, beta);
    List<Share> shares = new ArrayList<>();
    for (int i = 0; i < units; i++) {
      double share = spread.inverseCumulativeProbability(dice.nextDouble());
      int of = dice.nextInt(5, 300);
      long count = IntStream.range(0, of).filter(_ -> dice.nextDouble() < share).count();
      shares.add(new Share(count, of));
    }
    return shares;
  }

  @Test
  void noNearbySpreadIsLikelier() {
    SplittableRandom dice = new SplittableRandom(1);
    for (double[] spread : new double[][] {{2, 8}, {0.3, 0.7}, {40, 160}, {1, 60}}) {
      List<Share> units = drawn(dice, 60, spread[0], spread[1]);
      BetaBinomial learnt = BetaBinomial.of(units);
      double best = logLikelihood(units, learnt.mean(), learnt.precision());
      for (double times : new double[] {0.5, 0.9, 0.999, 1.001, 1.1, 2}) {
        assertThat(logLikelihood(units, learnt.mean(), learnt.precision() * times))
            .isLessThan(best);
        double odds = learnt.mean() / (1 - learnt.mean()) * times;
        assertThat(logLikelihood(units, odds / (1 + odds), learnt.precision())).isLessThan(best);
      }
    }
  }

  /// Standard errors of 400 units: of the mean 0.005, of the precision about a tenth; five of each.
  @Test
  void learnsTheSpreadThatCountsWereDrawnFrom() {
    BetaBinomial learnt = BetaBinomial.of(drawn(new SplittableRandom(2), 400, 6, 24));
    assertThat(learnt.mean()).isCloseTo(0.2, within(0.025));
    assertThat(learnt.precision()).isBetween(15.0, 60.0);
  }

  @Test
  void unitsThatAreAlikeAreDrawnToOneShare() {
    List<Share> alike = IntStream.range(0, 30).mapToObj(_ -> new Share(20, 100)).toList();
    BetaBinomial learnt = BetaBinomial.of(alike);
    assertThat(learnt.precision()).isCloseTo(BetaBinomial.PRECISION_MAX, within(1e-3));
    assertThat(learnt.mean()).isCloseTo(0.2, within(1e-6));
    assertThat(learnt.shrunk(new Share(90, 100)).mean()).isBetween(0.2, 0.2001);
  }

  @Test
  void unitsThatHaveAllOrNoneStayApart() {
    List<Share> apart =
        IntStream.range(0, 30).mapToObj(i -> new Share(i % 2 == 0 ? 0 : 1000, 1000)).toList();
    BetaBinomial learnt = BetaBinomial.of(apart);
    assertThat(learnt.precision()).isLessThan(0.5);
    assertThat(learnt.shrunk(new Share(0, 1000)).mean()).isLessThan(0.001);
  }

  @Test
  void drawsEachUnitToTheMeanAndSmallOnesMore() {
    SplittableRandom dice = new SplittableRandom(3);
    List<Share> units = drawn(dice, 100, 6, 24);
    BetaBinomial learnt = BetaBinomial.of(units);
    for (Share unit : units) {
      Shrunk shrunk = learnt.shrunk(unit);
      double nearer = Math.min(unit.rate(), learnt.mean());
      double farther = Math.max(unit.rate(), learnt.mean());
      assertThat(shrunk.mean()).isBetween(nearer - 1e-12, farther + 1e-12);
      assertThat(shrunk.credible().holds(shrunk.mean())).isTrue();
      assertThat(shrunk.credible().low()).isBetween(0.0, 1.0);
      assertThat(shrunk.credible().high()).isBetween(0.0, 1.0);
    }
    double small = learnt.shrunk(new Share(5, 10)).mean();
    double large = learnt.shrunk(new Share(500, 1000)).mean();
    assertThat(small).isLessThan(large);
    assertThat(large).isCloseTo(0.5, within(0.02));
  }

  /// Beta(2, 8) and 3 of 10: mean 5/20, as the textbook's conjugate prior has it.
  @Test
  void theMeanBelievedIsTheConjugateOne() {
    Shrunk shrunk = new BetaBinomial(0.2, 10).shrunk(new Share(3, 10));
    assertThat(shrunk.mean()).isCloseTo(0.25, within(1e-15));
    BetaDistribution expected = BetaDistribution.of(5, 15);
    assertThat(expected.cumulativeProbability(shrunk.credible().low()))
        .isCloseTo(0.025, within(1e-9));
    assertThat(expected.survivalProbability(shrunk.credible().high()))
        .isCloseTo(0.025, within(1e-9));
  }

  @Test
  void tooLittleToLearnFromLeavesEachUnitAlone() {
    Share none = new Share(0, 0);
    Share some = new Share(3, 10);
    assertThat(BetaBinomial.of(List.of())).isEqualTo(BetaBinomial.JEFFREYS);
    assertThat(BetaBinomial.of(List.of(some, some, none))).isEqualTo(BetaBinomial.JEFFREYS);
    assertThat(BetaBinomial.of(List.of(some, some, some))).isNotEqualTo(BetaBinomial.JEFFREYS);
    Share empty = new Share(0, 10);
    Share full = new Share(10, 10);
    assertThat(BetaBinomial.of(List.of(empty, empty, empty))).isEqualTo(BetaBinomial.JEFFREYS);
    assertThat(BetaBinomial.of(List.of(full, full, full))).isEqualTo(BetaBinomial.JEFFREYS);
  }

  @Test
  void credibleIntervalsHoldTheTrueShareAsOftenAsTheySay() {
    SplittableRandom dice = new SplittableRandom(4);
    BetaDistribution spread = BetaDistribution.of(6, 24);
    List<Share> units = new ArrayList<>();
    List<Double> shares = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      double share = spread.inverseCumulativeProbability(dice.nextDouble());
      shares.add(share);
      units.add(
          new Share(IntStream.range(0, 50).filter(_ -> dice.nextDouble() < share).count(), 50));
    }
    BetaBinomial learnt = BetaBinomial.of(units);
    long held =
        IntStream.range(0, 2000)
            .filter(i -> learnt.shrunk(units.get(i)).credible().holds(shares.get(i)))
            .count();
    // 1,900 expected, standard deviation 9.7; five of them.
    assertThat(held).isBetween(1851L, 1949L);
  }
}

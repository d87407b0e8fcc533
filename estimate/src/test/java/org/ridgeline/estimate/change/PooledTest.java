package org.ridgeline.estimate.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ridgeline.estimate.share.Share;
import org.ridgeline.estimate.share.ShareDifference;

class PooledTest {
  private static ShareDifference of(long one, long ofOne, long other, long ofOther) {
    return new ShareDifference(new Share(one, ofOne), new Share(other, ofOther));
  }

  /// Admissions to Berkeley by department, men and women (P. J. Bickel et al., Science 187, 1975):
  /// summed up they differ by 14 points, within departments they do not. R's mantelhaen.test says
  /// X² = 1.4269, p = 0.2323.
  private static final List<ShareDifference> BERKELEY =
      List.of(
          of(512, 825, 89, 108),
          of(353, 560, 17, 25),
          of(120, 325, 202, 593),
          of(138, 417, 131, 375),
          of(53, 191, 94, 393),
          of(22, 373, 24, 341));

  @Test
  void withinDepartmentsBerkeleyDoesNotDiffer() {
    Pooled pooled = Pooled.of(BERKELEY);
    assertThat(pooled.p()).isCloseTo(0.2323, within(5.1e-5));
    assertThat(pooled.mantelHaenszel().bounds().holds(0)).isTrue();
    assertThat(pooled.mantelHaenszel().difference()).isBetween(-0.03, 0.0);
  }

  @Test
  void theMeanIsTheWeighedOneOfAllUnits() {
    double weights = 0;
    double sum = 0;
    for (ShareDifference unit : BERKELEY) {
      double weight = 1 / (1.0 / unit.one().of() + 1.0 / unit.other().of());
      weights += weight;
      sum += weight * unit.difference();
    }
    assertThat(Pooled.of(BERKELEY).mantelHaenszel().difference())
        .isCloseTo(sum / weights, within(1e-15));
  }

  @Test
  void oneUnitIsItsOwnMean() {
    ShareDifference unit = of(60, 200, 40, 250);
    Pooled pooled = Pooled.of(List.of(unit));
    assertThat(pooled.mantelHaenszel().difference()).isCloseTo(0.14, within(1e-12));
    assertThat(pooled.inverseVariance().difference()).isCloseTo(0.14, within(1e-12));
    // The plain standard error of a difference is 0.0399: half an interval is 0.0782.
    double half = pooled.mantelHaenszel().bounds().high() - 0.14;
    assertThat(half).isCloseTo(0.0782, within(2e-3));
    assertThat(pooled.spread().iSquared()).isZero();
    assertThat(pooled.spread().p()).isEqualTo(1);
  }

  @Test
  void turnedRoundEverythingIsItsNegative() {
    List<ShareDifference> back =
        BERKELEY.stream().map(d -> new ShareDifference(d.other(), d.one())).toList();
    Pooled forth = Pooled.of(BERKELEY);
    Pooled turned = Pooled.of(back);
    assertThat(turned.mantelHaenszel().difference())
        .isCloseTo(-forth.mantelHaenszel().difference(), within(1e-15));
    assertThat(turned.mantelHaenszel().bounds().low())
        .isCloseTo(-forth.mantelHaenszel().bounds().high(), within(1e-12));
    assertThat(turned.p()).isCloseTo(forth.p(), within(1e-12));
    assertThat(turned.spread().q()).isCloseTo(forth.spread().q(), within(1e-9));
  }

  private static long drawn(SplittableRandom dice, int of, double share) {
    return IntStream.range(0, of).filter(_ -> dice.nextDouble() < share).count();
  }

  /// 30 units whose shares differ widely and that all rise by four points.
  private static List<ShareDifference> risen(SplittableRandom dice) {
    List<ShareDifference> units = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      double before = dice.nextDouble(0.05, 0.7);
      int ofBefore = dice.nextInt(20, 200);
      int ofAfter = dice.nextInt(20, 200);
      units.add(
          of(
              drawn(dice, ofAfter, before + 0.04),
              ofAfter,
              drawn(dice, ofBefore, before),
              ofBefore));
    }
    return units;
  }

  /// 2,000 tries, 1,900 expected, standard deviation 9.7; five of them below. Inverse variance is
  /// biased by its own weights where units are small, so it is only held to 90 %.
  @Test
  void boundsHoldATrueDifferenceAsOftenAsTheySay() {
    SplittableRandom dice = new SplittableRandom(1);
    int mantelHaenszel = 0;
    int inverseVariance = 0;
    for (int i = 0; i < 2000; i++) {
      Pooled pooled = Pooled.of(risen(dice));
      mantelHaenszel += pooled.mantelHaenszel().bounds().holds(0.04) ? 1 : 0;
      inverseVariance += pooled.inverseVariance().bounds().holds(0.04) ? 1 : 0;
    }
    assertThat(mantelHaenszel).isBetween(1851, 1949);
    assertThat(inverseVariance).isGreaterThan(1800);
  }

  @Test
  void unitsThatDifferWidenTheRandomMean() {
    List<ShareDifference> differ = List.of(of(500, 1000, 300, 1000), of(300, 1000, 500, 1000));
    Pooled pooled = Pooled.of(differ);
    assertThat(pooled.spread().p()).isLessThan(1e-6);
    assertThat(pooled.spread().iSquared()).isBetween(0.98, 1.0);
    assertThat(pooled.inverseVariance().bounds().holds(0.2)).isTrue();
    assertThat(pooled.mantelHaenszel().bounds().holds(0.2)).isFalse();
  }

  @Test
  void nothingAnywhereIsNoDifference() {
    Pooled pooled = Pooled.of(List.of(of(0, 50, 0, 60), of(0, 10, 0, 20)));
    assertThat(pooled.p()).isEqualTo(1);
    assertThat(pooled.mantelHaenszel().difference()).isZero();
    assertThat(pooled.mantelHaenszel().bounds().holds(0)).isTrue();
  }

  @Test
  void emptyUnitsAreLeftOutAndNoneIsRefused() {
    ShareDifference unit = of(60, 200, 40, 250);
    assertThat(Pooled.of(List.of(of(0, 0, 3, 5), unit))).isEqualTo(Pooled.of(List.of(unit)));
    assertThatIllegalArgumentException().isThrownBy(() -> Pooled.of(List.of(of(0, 0, 3, 5))));
  }
}

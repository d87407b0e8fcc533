package org.ridgeline.estimate.disparity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ridgeline.estimate.Limits;
import org.ridgeline.estimate.disparity.Disparity.Position;
import org.ridgeline.estimate.disparity.Disparity.Question;
import org.ridgeline.estimate.disparity.Disparity.UnitDisparity;
import org.ridgeline.estimate.share.Share;

class DisparityTest {
  private static final Benchmark RESIDENTS = new Benchmark.Known("residents, census", 0.2);
  private static final Question PLAIN =
      new Question("group", Step.BOOKED, Dispersion.Rule.NONE, 0.05);

  private static UnitShare unit(int number, long count, long of) {
    return new UnitShare("unit " + number, new Share(count, of), RESIDENTS);
  }

  private static List<UnitShare> alike(int units) {
    return IntStream.range(0, units).mapToObj(i -> unit(i, 196 + i % 9, 1000)).toList();
  }

  private static List<UnitShare> with(List<UnitShare> units, UnitShare... more) {
    List<UnitShare> all = new ArrayList<>(units);
    Collections.addAll(all, more);
    return all;
  }

  @Test
  void namesThoseOverAndThoseUnderAndNobodyElse() {
    Disparity found =
        Disparity.of(PLAIN, with(alike(40), unit(90, 280, 1000), unit(91, 130, 1000)));
    assertThat(found.outliers().stream().map(u -> u.observed().unit()))
        .containsExactly("unit 90", "unit 91");
    assertThat(found.outliers().stream().map(UnitDisparity::position))
        .containsExactly(Position.OVER, Position.UNDER);
    assertThat(found.units()).hasSize(42);
    assertThat(found.units().get(40).observed().gap()).isCloseTo(0.08, within(1e-12));
    assertThat(found.units().get(40).observed().gapBounds().low()).isPositive();
    assertThat(found.units().get(40).shrunk().mean()).isBetween(0.2, 0.28);
  }

  @Test
  void exactPAndAdjustedPAreThoseOfTheirProcedures() {
    List<UnitShare> units = with(alike(12), unit(90, 250, 1000));
    Disparity found = Disparity.of(PLAIN, units);
    double[] p = units.stream().mapToDouble(UnitShare::p).toArray();
    assertThat(found.units().stream().mapToDouble(UnitDisparity::p).toArray()).containsExactly(p);
    assertThat(found.units().stream().mapToDouble(UnitDisparity::adjustedP).toArray())
        .containsExactly(FalseDiscoveries.adjusted(p));
  }

  @Test
  void theSameDataGiveTheSameAnswer() {
    List<UnitShare> units = with(alike(30), unit(90, 260, 1000));
    assertThat(Disparity.of(PLAIN, units)).isEqualTo(Disparity.of(PLAIN, units));
  }

  @Test
  void aUnitWithNobodySaysNothing() {
    Disparity found = Disparity.of(PLAIN, List.of(unit(1, 0, 0), unit(2, 300, 1000)));
    assertThat(found.units().getFirst().p()).isEqualTo(1);
    assertThat(found.units().getFirst().position()).isEqualTo(Position.NOT_SHOWN);
    assertThat(found.units().getFirst().observed().gapBounds().low())
        .isCloseTo(-0.2, within(1e-15));
    assertThat(Disparity.of(PLAIN, List.of()).units()).isEmpty();
  }

  @Test
  void aSmallBenchmarkSampleIsSurerOfNothing() {
    Share group = new Share(280, 1000);
    UnitShare known = new UnitShare("a", group, RESIDENTS);
    UnitShare counted =
        new UnitShare("a", group, new Benchmark.Counted("arrests before", new Share(8, 40)));
    UnitShare large =
        new UnitShare("a", group, new Benchmark.Counted("arrests", new Share(200_000, 1_000_000)));
    assertThat(counted.p()).isGreaterThan(0.1);
    assertThat(counted.gapBounds().holds(0)).isTrue();
    assertThat(large.p()).isCloseTo(known.p(), within(1e-8));
    assertThat(large.gapBounds().low()).isCloseTo(known.gapBounds().low(), within(2e-3));
    assertThat(counted.z()).isBetween(1.0, 1.2);
    assertThat(large.z()).isCloseTo(known.z(), within(0.05));
  }

  /// Two of five units lie four standard errors off, as many over as under; one lies seventeen.
  @Test
  void whereAllDifferOnlyWhoDiffersMoreIsNamed() {
    List<UnitShare> units = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      units.add(unit(i, 200 + 25 * (i % 5 - 2), 1000));
    }
    units.add(unit(90, 420, 1000));
    assertThat(Disparity.of(Disparity.standard("group", Step.BOOKED), units).outliers()).hasSize(1);
    Disparity plain = Disparity.of(PLAIN, units);
    assertThat(plain.outliers()).hasSizeGreaterThan(20);
    for (Dispersion.Rule rule : List.of(Dispersion.Rule.MULTIPLICATIVE, Dispersion.Rule.ADDITIVE)) {
      Disparity allowed = Disparity.of(new Question("group", Step.BOOKED, rule, 0.05), units);
      assertThat(allowed.outliers().stream().map(u -> u.observed().unit()))
          .containsExactly("unit 90");
      assertThat(allowed.dispersion().phi()).isGreaterThan(4);
    }
  }

  /// The true standard deviation is 3 points; that of 2,000 units has a standard error of 0.05.
  @Test
  void theSpreadOfUnequalUnitsIsLearnt() {
    SplittableRandom dice = new SplittableRandom(1);
    List<UnitShare> units = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      long of = (long) Math.pow(10, dice.nextDouble(2, 6));
      double share = 0.2 + 0.03 * dice.nextGaussian();
      double chance = Math.sqrt(share * (1 - share) / of) * dice.nextGaussian();
      units.add(unit(i, Math.round(of * (share + chance)), of));
    }
    Dispersion dispersion = Dispersion.of(Dispersion.Rule.ADDITIVE, units);
    assertThat(Math.sqrt(dispersion.tauSquared())).isCloseTo(0.03, within(0.003));
  }

  @Test
  void aSpreadIsAllowedForOnlyWhereItIsOne() {
    for (Dispersion.Rule rule : Dispersion.Rule.values()) {
      Dispersion dispersion = Dispersion.of(rule, alike(50));
      assertThat(dispersion.phi()).isEqualTo(1);
      assertThat(dispersion.p(unit(1, 250, 1000))).isEqualTo(unit(1, 250, 1000).p());
    }
    assertThat(Dispersion.of(Dispersion.Rule.MULTIPLICATIVE, List.of()).phi()).isEqualTo(1);
  }

  /// Few outliers, however far, do not widen the limits.
  @Test
  void winsorisingKeepsOutliersFromHidingThemselves() {
    List<UnitShare> units = new ArrayList<>(alike(100));
    for (int i = 0; i < 5; i++) {
      units.add(unit(100 + i, 700, 1000));
    }
    Dispersion dispersion = Dispersion.of(Dispersion.Rule.MULTIPLICATIVE, units);
    assertThat(dispersion.phi()).isEqualTo(1);
  }

  /// 0.8 - 2 · 1.2816 · 0.1755 + 0.2 · 1.6424.
  @Test
  void winsorisingTakesAThirdOfTheMeanSquareAway() {
    assertThat(Dispersion.KEPT).isCloseTo(0.6787, within(1e-4));
  }

  @Test
  void aPTooSmallForADoubleIsAdjustedAllTheSame() {
    UnitShare far = unit(1, 90_000, 100_000);
    assertThat(far.p()).isZero();
    double phi = Math.pow(far.z() / 2, 2);
    Dispersion wide = new Dispersion(Dispersion.Rule.MULTIPLICATIVE, phi, 0, 1_000_000);
    assertThat(wide.p(far)).isCloseTo(0.0455, within(1e-4));
  }

  @Test
  void aLargerSpreadNeverMakesAnybodyMoreOfAnOutlier() {
    for (int count = 0; count <= 300; count += 3) {
      UnitShare unit = unit(1, count, 300);
      double before = 0;
      for (double phi : new double[] {1, 1.0001, 1.5, 4, 100}) {
        double p = new Dispersion(Dispersion.Rule.MULTIPLICATIVE, phi, 0, 1_000_000).p(unit);
        assertThat(p).isBetween(before - 1e-12, 1.0);
        before = p;
      }
    }
  }

  @Test
  void alwaysCarriesWhatItDoesNotShow() {
    Disparity found = Disparity.of(PLAIN, alike(3));
    assertThat(found.caveats()).containsExactly(DisparityCaveat.values());
    assertThat(found.caveats()).allSatisfy(caveat -> assertThat(caveat.words()).endsWith("."));
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new Disparity(PLAIN, Dispersion.NONE, BetaBinomial.JEFFREYS, found.units(), List.of()));
  }

  @Test
  void aPassageTellsTheStepThatAddsToAGap() {
    Share booked = new Share(300, 1000);
    Passage fair = Passage.of(Step.BOOKED, booked, Step.MATCHED, new Share(30, 100));
    assertThat(fair.difference().difference()).isCloseTo(0, within(1e-15));
    assertThat(fair.p()).isEqualTo(1);
    Passage unfair = Passage.of(Step.BOOKED, booked, Step.MATCHED, new Share(70, 100));
    assertThat(unfair.ofGroup()).isEqualTo(new Share(70, 300));
    assertThat(unfair.ofOthers()).isEqualTo(new Share(30, 700));
    assertThat(unfair.p()).isLessThan(1e-6);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Passage.of(Step.MATCHED, booked, Step.BOOKED, booked));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Passage.of(Step.BOOKED, new Share(1, 9), Step.MATCHED, new Share(2, 5)));
  }

  @Test
  void refusesWhatCannotBeAsked() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Benchmark.Known("census", 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Benchmark.Known(" ", 0.2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Benchmark.Counted("arrests", new Share(0, 0)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Question("group", Step.BOOKED, Dispersion.Rule.NONE, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Disparity.of(PLAIN, List.of(unit(1, 1, 2), unit(1, 1, 2))));
  }

  @Test
  void namesAndUnitsHaveALimit() {
    String most = "x".repeat(Limits.NAME_CHARS_MAX);
    assertThat(new UnitShare(most, new Share(1, 2), RESIDENTS).unit()).isEqualTo(most);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new UnitShare(most + "x", new Share(1, 2), RESIDENTS));
    assertThat(Disparity.of(PLAIN, empty(Limits.UNITS_MAX)).units()).hasSize(Limits.UNITS_MAX);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Disparity.of(PLAIN, empty(Limits.UNITS_MAX + 1)));
  }

  private static List<UnitShare> empty(int units) {
    return IntStream.range(0, units).mapToObj(i -> unit(i, 0, 0)).toList();
  }
}

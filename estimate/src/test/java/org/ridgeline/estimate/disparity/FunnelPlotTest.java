package org.ridgeline.estimate.disparity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ridgeline.estimate.Limits;
import org.ridgeline.estimate.disparity.FunnelPlot.ControlLimits;
import org.ridgeline.estimate.share.Interval;
import org.ridgeline.estimate.share.Sums;

class FunnelPlotTest {
  private static ControlLimits limits(double centre, long of) {
    return FunnelPlot.of(centre, Dispersion.NONE, List.of(of)).limits().getFirst();
  }

  /// Spiegelhalter's definition, from sums of fractions.
  private static double interpolated(double probability, int of, String centre) {
    int count = 0;
    while (Sums.binomialAtMost(count, of, centre) < probability) {
      count++;
    }
    double at = Sums.binomialAtMost(count, of, centre);
    double before = count == 0 ? 0 : Sums.binomialAtMost(count - 1, of, centre);
    return Math.max(0, count - (at - probability) / (at - before)) / of;
  }

  @Test
  void limitsAreTheExactOnes() {
    for (int of : new int[] {5, 37, 200}) {
      for (String centre : List.of("0.02", "0.2", "0.5")) {
        ControlLimits limits = limits(Double.parseDouble(centre), of);
        assertThat(limits.inner().low()).isCloseTo(interpolated(0.025, of, centre), within(1e-9));
        assertThat(limits.inner().high()).isCloseTo(interpolated(0.975, of, centre), within(1e-9));
        assertThat(limits.outer().low()).isCloseTo(interpolated(0.001, of, centre), within(1e-9));
        assertThat(limits.outer().high()).isCloseTo(interpolated(0.999, of, centre), within(1e-9));
      }
    }
  }

  /// 0.2 ± 1.96 and 3.09 standard errors of 0.004: what a large sample comes to.
  @Test
  void largeSizesComeToTheNormalLimits() {
    ControlLimits limits = limits(0.2, 10_000);
    assertThat(limits.inner().low()).isCloseTo(0.2 - 1.95996 * 0.004, within(1e-4));
    assertThat(limits.inner().high()).isCloseTo(0.2 + 1.95996 * 0.004, within(1e-4));
    assertThat(limits.outer().low()).isCloseTo(0.2 - 3.0902 * 0.004, within(1e-4));
    assertThat(limits.outer().high()).isCloseTo(0.2 + 3.0902 * 0.004, within(1e-4));
  }

  @Test
  void narrowWithSizeLieInOneAnotherAndMirror() {
    FunnelPlot plot = FunnelPlot.of(0.3, Dispersion.NONE, List.of(900L, 10L, 90L, 10L, 9000L));
    assertThat(plot.limits().stream().map(ControlLimits::of))
        .containsExactly(10L, 90L, 900L, 9000L);
    double width = 2;
    for (ControlLimits limits : plot.limits()) {
      assertThat(limits.inner().holds(0.3)).isTrue();
      assertThat(limits.outer().and(limits.inner())).isEqualTo(limits.outer());
      assertThat(limits.outer().high() - limits.outer().low()).isLessThan(width);
      width = limits.outer().high() - limits.outer().low();
      Interval mirrored = limits(0.7, limits.of()).outer();
      // An end between two counts is drawn from below: mirrored it may lie one count off.
      assertThat(mirrored.high()).isCloseTo(1 - limits.outer().low(), within(1.0 / limits.of()));
    }
  }

  @Test
  void overDispersionWidensByTheRootOfPhi() {
    Dispersion fourfold = new Dispersion(Dispersion.Rule.MULTIPLICATIVE, 4, 0, 50);
    Interval plain = limits(0.2, 1000).inner();
    Interval wide = FunnelPlot.of(0.2, fourfold, List.of(1000L)).limits().getFirst().inner();
    assertThat(wide.low() - 0.2).isCloseTo(2 * (plain.low() - 0.2), within(1e-12));
    assertThat(wide.high() - 0.2).isCloseTo(2 * (plain.high() - 0.2), within(1e-12));
    assertThat(FunnelPlot.of(0.2, fourfold, List.of(3L)).limits().getFirst().outer().low())
        .isZero();
  }

  @Test
  void additiveSpreadKeepsLargeUnitsWide() {
    Dispersion spread = new Dispersion(Dispersion.Rule.ADDITIVE, 9, 0.03 * 0.03, 50);
    Interval wide = FunnelPlot.of(0.2, spread, List.of(100_000_000L)).limits().getFirst().inner();
    assertThat(wide.high()).isCloseTo(0.2 + 1.95996 * 0.03, within(1e-3));
  }

  @Test
  void refusesACentreAtAnEndAndSizesThatAreNone() {
    assertThat(limits(0.2, 1).outer()).isNotNull();
    assertThat(limits(0.2, Limits.TRIALS_MAX).outer().high()).isBetween(0.2, 0.2001);
    assertThatIllegalArgumentException().isThrownBy(() -> limits(0, 10));
    assertThatIllegalArgumentException().isThrownBy(() -> limits(0.2, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> limits(0.2, Limits.TRIALS_MAX + 1));
  }
}

package org.ridgeline.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.bench.DisparityBench.Result;
import org.ridgeline.bench.DisparityBench.Row;
import org.ridgeline.bench.DisparityBench.Setting;
import org.ridgeline.bench.DisparityBench.Truth;

/// 100 runs of 100 jurisdictions with 1,000 bookings each; bounds that chance breaks once in ten
/// thousand where the claim is true.
class DisparityBenchTest {
  private static final Setting SETTING = new Setting(100, 100, 1000, 7);
  private static final double SURE = 0.9999;
  private static final double Q = 0.05;

  private static Row plain(double spread, double bias) {
    return DisparityBench.rows(SETTING, new Truth("equal", spread, bias)).getFirst();
  }

  @Test
  void whereThereIsNoBiasFewRunsNameAnybody() {
    // All discoveries are false: a run has one with a chance of q at most.
    int most = BinomialDistribution.of(SETTING.runs(), Q).inverseCumulativeProbability(SURE);
    for (Row row : DisparityBench.rows(SETTING, new Truth("equal", 0, 0))) {
      assertThat(row.anyFalse().count()).as(row.rule()).isLessThanOrEqualTo(most);
      assertThat(row.found().of()).isZero();
    }
  }

  /// Benjamini and Hochberg reject all p at or below q/m at least, and those of planted biases are
  /// binomial: so many are found at the very least.
  @ParameterizedTest
  @ValueSource(doubles = {5, 10})
  void plantedBiasesAreFoundAtLeastAsOftenAsOneByOne(double bias) {
    Row row = plain(0, bias);
    double surely = Q / SETTING.jurisdictions() / 2;
    BinomialDistribution fair =
        BinomialDistribution.of(SETTING.bookings(), DisparityBench.BENCHMARK);
    int enough = SETTING.bookings();
    while (fair.survivalProbability(enough - 2) <= surely) {
      enough--;
    }
    BinomialDistribution biased =
        BinomialDistribution.of(SETTING.bookings(), DisparityBench.BENCHMARK + bias / 100);
    double power = biased.survivalProbability(enough - 1);
    assertThat(row.found().of()).isEqualTo(500);
    int least = BinomialDistribution.of(500, power).inverseCumulativeProbability(1 - SURE);
    assertThat(power).isGreaterThan(bias == 10 ? 0.99 : 0.4);
    assertThat(row.found().count()).isGreaterThanOrEqualTo(least);
    // Hoeffding: a mean of 100 shares is above its expectation by 0.215 once in ten thousand.
    assertThat(row.falseShare()).isLessThan(Q + 0.215);
  }

  /// Of 100 jurisdictions that truly differ by 2 points one is 3.48 standard errors of chance off
  /// in 998 of 1,000 runs; in 100 runs that is 95 at least.
  @Test
  void placesThatDifferWithoutABiasAreNamedUnlessTheirSpreadIsAllowedFor() {
    List<Row> rows = DisparityBench.rows(SETTING, new Truth("equal", 2, 0));
    assertThat(rows.get(0).anyFalse().count()).isGreaterThanOrEqualTo(95);
    assertThat(rows.get(1).rule()).isEqualTo("multiplicative");
    assertThat(rows.get(1).anyFalse().count()).isLessThan(50);
    assertThat(rows.get(2).rule()).isEqualTo("additive");
    assertThat(rows.get(2).anyFalse().count()).isLessThan(50);
  }

  @Test
  void theSameSeedGivesTheSameResult() {
    Setting small = new Setting(3, 8, 50, 1);
    Result result = DisparityBench.run(small, (_, _, _) -> {});
    assertThat(DisparityBench.run(small, (_, _, _) -> {})).isEqualTo(result);
    Setting other = new Setting(3, 8, 50, 2);
    assertThat(DisparityBench.run(other, (_, _, _) -> {}).rows()).isNotEqualTo(result.rows());
    assertThat(result.rows()).hasSize(36);
  }

  @Test
  void refusesNothingToDraw() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Setting(0, 1, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Setting(1, 1, 0, 1));
  }
}

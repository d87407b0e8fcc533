package org.ridgeline.search.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhaseScoreTest {
  private static final PhaseWeights WEIGHTS =
      new PhaseWeights(List.of(0.5, 0.25, 1.0, 2.0, -0.15, -1.0, 3.0), "by hand");

  @Test
  void tenthsAreTheScoreRounded() {
    assertThat(WEIGHTS.tenths(Evidence.NONE)).isZero();
    for (float paired : new float[] {0.04f, 0.06f, 1.24f, 1.26f, 31.7f}) {
      Evidence evidence = new Evidence(0, 0, 0, 0, paired, 0, 0, 0);
      assertThat(WEIGHTS.tenths(evidence)).isEqualTo(Math.round(10 * paired));
    }
    assertThat(WEIGHTS.tenths(new Evidence(0, 0, 0, 0, 0, 0, 9, 0))).isEqualTo(-13);
  }

  @Test
  void whatAgreesSaturates() {
    assertThat(WEIGHTS.score(new Evidence(0, 1e6f, 0, 0, 0, 0, 0, 0))).isEqualTo(45);
    assertThat(WEIGHTS.score(new Evidence(0, 0, 1e6f, 0, 0, 0, 0, 0))).isEqualTo(15);
    assertThat(WEIGHTS.score(new Evidence(0, -2, 0, 0, 0, 0, 0, 0))).isEqualTo(-1);
    assertThat(WEIGHTS.score(new Evidence(1e6f, 0, 0, 0.85f, 0, 0, 0, 0))).isBetween(26.9f, 27.1f);
  }

  @Test
  void shippedWeightsSpeakTheWayTheirFeaturesDo() {
    PhaseWeights shipped = PhaseWeights.load();
    for (Feature feature : Feature.values()) {
      double weight = shipped.weights().get(feature.ordinal());
      assertThat(feature.isAgainst() ? -weight : weight).as("%s", feature).isNotNegative();
    }
    assertThat(shipped.source()).isNotBlank();
  }

  @Test
  void weightsComeBackFromTheirLines() throws IOException {
    assertThat(read(WEIGHTS.toLines())).isEqualTo(WEIGHTS);
    assertThatThrownBy(() -> read(WEIGHTS.toLines().replace("MISSED", "MISS")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("MISSED");
    assertThatThrownBy(() -> new PhaseWeights(List.of(1.0), "one"))
        .hasMessageContaining("weights=1 expected=7");
  }

  private static PhaseWeights read(String lines) throws IOException {
    return PhaseWeights.read(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
  }
}

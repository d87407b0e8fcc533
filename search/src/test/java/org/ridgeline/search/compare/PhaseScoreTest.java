package org.ridgeline.search.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhaseScoreTest {
  @Test
  void tenthsAreTheScoreRounded() {
    assertThat(PhaseScore.tenths(Evidence.NONE)).isZero();
    for (float paired : new float[] {0.04f, 0.06f, 1.24f, 1.26f, 31.7f}) {
      Evidence evidence = new Evidence(0, 0, 0, 0, paired, 0, 0, 0);
      assertThat(PhaseScore.tenths(evidence)).isEqualTo(Math.round(10 * paired));
    }
    assertThat(PhaseScore.tenths(new Evidence(0, 0, 0, 0, 0, 0, 9, 0))).isEqualTo(-13);
  }
}

package org.ridgeline.search.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VerificationLinesTest {
  @Test
  void aMatchIsWhatOneStrangerInSoManyReaches() {
    // 2^-13.29 is 1e-4, 2^-6.64 is 1e-2.
    assertThat(VerificationLines.matchMin(1)).isEqualTo(1329);
    assertThat(VerificationLines.openMin(1)).isEqualTo(665);
  }

  @Test
  void eachFurtherEncounterIsAChanceForAStranger() {
    for (int encounters = 1; encounters < 20; encounters++) {
      assertThat(VerificationLines.matchMin(2 * encounters))
          .isBetween(
              VerificationLines.matchMin(encounters) + 99,
              VerificationLines.matchMin(encounters) + 101);
      assertThat(VerificationLines.openMin(encounters))
          .isLessThan(VerificationLines.matchMin(encounters));
    }
    assertThat(VerificationLines.matchMin(0)).isEqualTo(VerificationLines.matchMin(1));
  }
}

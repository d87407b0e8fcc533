package org.ridgeline.casework.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class StatedPurposeTest {
  @Test
  void isTakenUpToItsLimitWithoutBlanksAround() {
    String most = "x".repeat(Limits.PURPOSE_CHARS_MAX);
    assertThat(StatedPurpose.ofTyped("  building the case ").orElseThrow().text())
        .isEqualTo("building the case");
    assertThat(StatedPurpose.ofTyped(most.substring(1))).isPresent();
    assertThat(StatedPurpose.ofTyped(most)).isPresent();
    assertThat(StatedPurpose.ofTyped(most + "x")).isEmpty();
  }

  @Test
  void isNeitherEmptyNorOfSeveralLines() {
    assertThat(StatedPurpose.ofTyped(" ")).isEmpty();
    assertThat(StatedPurpose.ofTyped("one\ntwo")).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new StatedPurpose(""));
    assertThatIllegalArgumentException().isThrownBy(() -> new StatedPurpose(" x"));
  }
}

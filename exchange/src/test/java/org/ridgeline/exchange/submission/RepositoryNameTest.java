package org.ridgeline.exchange.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RepositoryNameTest {
  @Test
  void eachIsFoundByItsKey() {
    for (RepositoryName name : RepositoryName.values()) {
      assertThat(RepositoryName.ofKey(name.key())).isEqualTo(name);
    }
    assertThatThrownBy(() -> RepositoryName.ofKey("Civil"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("repository \"Civil\" expected=criminal, immigration, civil");
  }

  @Test
  void aNumberSaysWhereItIsOnRecord() {
    assertThat(RepositoryName.ofNumber("C00000012")).isEqualTo(RepositoryName.CIVIL);
    for (String other : List.of("R00000012", "C0000001", "C000000012", "CX0000012", "", "C")) {
      assertThat(RepositoryName.ofNumber(other)).as(other).isEqualTo(RepositoryName.CRIMINAL);
    }
  }
}

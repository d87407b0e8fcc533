package org.ridgeline.casework.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CasePseudonymTest {
  private static final CasePseudonym OURS = new CasePseudonym("secret");

  @Test
  void eachCaseHasOneThatLeadsBackUnderTheSameKeyAlone() {
    Random random = new Random(7);
    Set<String> all = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      UUID id = new UUID(random.nextLong(), random.nextLong());
      String pseudonym = OURS.of(id);
      assertThat(all.add(pseudonym)).isTrue();
      assertThat(pseudonym).matches("[0-9a-f]{32}").isNotEqualTo(id.toString().replace("-", ""));
      assertThat(OURS.caseId(pseudonym)).contains(id);
      assertThat(new CasePseudonym("other").caseId(pseudonym)).isNotEqualTo(OURS.caseId(pseudonym));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "C2026-000001", "ABCDEF0123456789ABCDEF0123456789"})
  void whatIsNoPseudonymIsNobodys(String text) {
    assertThat(OURS.caseId(text)).isEmpty();
  }
}

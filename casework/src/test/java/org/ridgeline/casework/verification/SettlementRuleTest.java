package org.ridgeline.casework.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ridgeline.casework.verification.Conclusion.EXCLUSION;
import static org.ridgeline.casework.verification.Conclusion.IDENTIFICATION;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettlementRuleTest {
  @Test
  void everyCombinationHasExactlyOneRow() {
    for (Conclusion one : Conclusion.values()) {
      for (Conclusion other : Conclusion.values()) {
        assertThat(rows(one, other, Optional.empty())).hasSize(one == other ? 1 : 0);
        for (Conclusion third : Conclusion.values()) {
          assertThat(rows(one, other, Optional.of(third))).hasSize(one == other ? 0 : 1);
        }
      }
    }
    assertThat(SettlementRule.table()).hasSize(12);
  }

  private static List<SettlementRule.Row> rows(
      Conclusion one, Conclusion other, Optional<Conclusion> third) {
    return SettlementRule.table().stream()
        .filter(row -> row.third().equals(third))
        .filter(row ->
            row.one() == one && row.other() == other || row.one() == other && row.other() == one)
        .toList();
  }

  @Test
  void twoWhoAgreeSettleItInAnyOrder() {
    for (Conclusion one : Conclusion.values()) {
      for (Conclusion other : Conclusion.values()) {
        assertThat(SettlementRule.of(one, other)).isEqualTo(SettlementRule.of(other, one));
        assertThat(SettlementRule.of(one, other).isPresent()).isEqualTo(one == other);
      }
    }
  }

  @Test
  void nobodyIsIdentifiedAgainstAnExclusionNorOnOneWord() {
    for (SettlementRule.Row row : SettlementRule.table()) {
      if (row.third().isEmpty()) {
        continue;
      }
      Conclusion third = row.third().get();
      List<Conclusion> said = List.of(row.one(), row.other(), third);
      Settlement settlement = SettlementRule.of(row.other(), row.one(), third);
      assertThat(settlement).isEqualTo(row.settlement());
      assertThat(settlement == Settlement.IDENTIFIED)
          .isEqualTo(
              said.stream().filter(IDENTIFICATION::equals).count() > 1
                  && !said.contains(EXCLUSION));
      assertThat(settlement == Settlement.EXCLUDED)
          .isEqualTo(said.stream().filter(EXCLUSION::equals).count() > 1);
    }
  }

  @Test
  void noThirdIsAskedWhereTwoAgree() {
    assertThatThrownBy(() -> SettlementRule.of(EXCLUSION, EXCLUSION, IDENTIFICATION))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

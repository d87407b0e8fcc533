package org.ridgeline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerEntryTest {
  private static LedgerEntry entry(String purpose, Map<String, String> detail) {
    return new LedgerEntry(
        "a", "EXAMINER", purpose, KeptAction.of("case.open"), new Subject("case:1"), detail);
  }

  private static Map<String, String> pairs(int count) {
    Map<String, String> pairs = new HashMap<>();
    for (int i = 0; i < count; i++) {
      pairs.put("k" + i, "v");
    }
    return pairs;
  }

  @Test
  void textIsBoundedBelowAtAndAbove() {
    assertThat(entry("p".repeat(Limits.TEXT_CHARS_MAX - 1), Map.of()).purpose()).isNotBlank();
    assertThat(entry("p".repeat(Limits.TEXT_CHARS_MAX), Map.of()).purpose()).isNotBlank();
    String long1 = "p".repeat(Limits.TEXT_CHARS_MAX + 1);
    assertThatThrownBy(() -> entry(long1, Map.of())).hasMessageContaining("purpose chars=201");
    assertThatThrownBy(() -> entry(" ", Map.of())).hasMessageContaining("purpose");
  }

  @Test
  void detailIsBoundedBelowAtAndAbove() {
    assertThat(entry("p", pairs(Limits.DETAIL_PAIRS_MAX - 1)).detail()).hasSize(15);
    assertThat(entry("p", pairs(Limits.DETAIL_PAIRS_MAX)).detail()).hasSize(16);
    var many = pairs(Limits.DETAIL_PAIRS_MAX + 1);
    assertThatThrownBy(() -> entry("p", many)).hasMessageContaining("pairs=17");

    assertThat(entry("p", Map.of("k", "v".repeat(Limits.DETAIL_BYTES_MAX - 2))).detail())
        .hasSize(1);
    assertThat(entry("p", Map.of("k", "v".repeat(Limits.DETAIL_BYTES_MAX - 1))).detail())
        .hasSize(1);
    var large = Map.of("k", "v".repeat(Limits.DETAIL_BYTES_MAX));
    assertThatThrownBy(() -> entry("p", large)).hasMessageContaining("bytes=4097");
  }

  @Test
  void refusesWhatIsNoActionOrKey() {
    assertThatThrownBy(() -> KeptAction.of("Open the case")).hasMessageContaining("action");
    assertThatThrownBy(() -> entry("p", Map.of("Two Words", "v"))).hasMessageContaining("key");
  }

  @Test
  void pairsComeInTheOrderOfTheirKeys() {
    assertThat(entry("p", Map.of("b", "2", "a", "1", "c", "3")).pairs())
        .containsExactly("a", "1", "b", "2", "c", "3");
  }
}

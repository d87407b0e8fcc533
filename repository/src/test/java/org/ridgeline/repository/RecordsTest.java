package org.ridgeline.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ridgeline.synth.print.ImpressionStyle;
import org.ridgeline.vocabulary.TenPrint;

class RecordsTest {
  private static HistoryRecord line(String description) {
    return new HistoryRecord("arrest", Optional.empty(), description);
  }

  @Test
  void aLineOfHistorySaysSomethingAndNotTooMuch() {
    assertThat(line("x").description()).isEqualTo("x");
    assertThat(line("x".repeat(Limits.TEXT_CHARS_MAX)).description()).hasSize(1000);
    assertThatThrownBy(() -> line(" ")).hasMessage("description.length=1 limit=1..1000");
    assertThatThrownBy(() -> line("x".repeat(Limits.TEXT_CHARS_MAX + 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("description.length=1001 limit=1..1000");
  }

  @Test
  void anEncounterHasAFinger() {
    assertThatThrownBy(() -> encounter(new TenPrint(Map.of()), List.of(), new byte[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("fingers=0 limit=1..10");
  }

  @Test
  void anEncounterKeepsWhatItWasGiven() {
    List<String> names = new ArrayList<>(List.of("DOE, JANE"));
    byte[] file = {1, 2, 3};
    EncounterRecord record =
        encounter(People.prints(1, 1, ImpressionStyle.rolled(70)), names, file);
    names.clear();
    file[0] = 9;
    record.file()[1] = 9;
    assertThat(record.names()).containsExactly("DOE, JANE");
    assertThat(record.file()).containsExactly(1, 2, 3);
  }

  private static EncounterRecord encounter(TenPrint prints, List<String> names, byte[] file) {
    return new EncounterRecord(
        "test:1", Optional.empty(), names, Map.of(), List.of(), prints, file);
  }
}

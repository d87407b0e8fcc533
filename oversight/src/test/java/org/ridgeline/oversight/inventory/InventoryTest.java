package org.ridgeline.oversight.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What an inventory holds, and what of it is for everybody.
class InventoryTest {
  @Test
  void rowsStandInTheOrderOfTheirPartsAndAsTheyCameWithinOne() {
    List<Part> order = Samples.small().entries().stream().map(Entry::part).distinct().toList();
    assertThat(order).containsExactly(Part.values());
    assertThat(Samples.small().rows(Part.TABLES))
        .extracting(one -> one.cell("table"))
        .containsExactly("agency", "new_table");
  }

  @Test
  void aRowHasACellForEachColumn() {
    assertThatThrownBy(() -> Entry.of(Part.FORMATS, "program"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cells=1 limit=2");
    assertThatThrownBy(() -> Entry.of(Part.FORMATS, "program", "1").cell("size"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("column=size");
  }

  @Test
  void thePublicLearnsOfASettingThatLeadsSomewhereOnlyThatItIsSet() {
    assertThat(Samples.small().forPublic().rows(Part.SETTINGS))
        .extracting(Entry::cells)
        .containsExactly(
            List.of("search.hit-fpir", "0.002"),
            List.of("ledger.witness", Inventory.NOT_SHOWN),
            List.of("db-url", Inventory.NOT_SHOWN),
            List.of("search", Inventory.NOT_SHOWN));
  }

  @Test
  void thePublicSeesPartnersCountedAndNoStrangersRoleOrFile() {
    Inventory open = Samples.small().forPublic();
    assertThat(open.rows(Part.PARTNERS))
        .extracting(Entry::cells)
        .containsExactly(
            List.of("agency", "(2)", "CA", "may send"), List.of("agency", "(1)", "TX", "disabled"));
    List<String> all = open.entries().stream().flatMap(entry -> entry.cells().stream()).toList();
    assertThat(String.join("\n", all))
        .doesNotContain("smithereens", "somebody's", "County Jail", "invalid", "10.9.8.7")
        .contains("ridgeline_exchange", "new_table");
  }

  @Test
  void nothingIsOpenedByBeingMadePublicTwice() {
    Inventory open = Samples.small().forPublic();
    List<Entry> settings = open.forPublic().rows(Part.SETTINGS);
    assertThat(settings).isEqualTo(open.rows(Part.SETTINGS));
  }

  @Test
  void theProgramsOwnPageHasNoMomentAndNothingOfASite() {
    String text = InventoryText.of(Samples.small());
    assertThat(text)
        .contains("| exchange | agency | 12 | who books people |", "## Retention")
        .doesNotContain("2011", "## Settings", "## Partners", "somebody's");
    List<Entry> later = new ArrayList<>(Samples.small().entries());
    Inventory other = new Inventory("0.0.0", Samples.AT.plusSeconds(9), later);
    assertThat(InventoryText.of(other)).isEqualTo(text);
    assertThat(Stream.of(Part.values()).map(Part::key)).doesNotHaveDuplicates();
  }
}

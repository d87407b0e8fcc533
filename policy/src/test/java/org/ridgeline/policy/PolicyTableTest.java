package org.ridgeline.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTableTest {
  private static final String HEAD =
      """
      version C
      title A candidate
      from 2030-01-01
      source OURS A proposal
      row | level | codes | grade | sentence | count | offence | source | mark | codes mark
      """;
  private static final String ROW =
      "C1 | 1 | 09 | felony | >365 | 2 | homicide | OURS | seen | seen";

  private static List<TableFault> faults(String text) {
    return PolicyTables.read(text) instanceof TableRead.Refused refused
        ? refused.faults()
        : List.of();
  }

  @Test
  void thePublishedTablesNameASourceAndAMarkForEveryRow() {
    assertThat(PolicyTables.published()).extracting(PolicyTable::version).containsExactly("A", "B");
    for (PolicyTable table : PolicyTables.published()) {
      assertThat(table.rows())
          .isNotEmpty()
          .allSatisfy(row -> {
            assertThat(table.citation(row)).isNotBlank().isNotEqualTo(row.source());
            if (row.source().equals("UNCHECKED")) {
              assertThat(row.mark()).isEqualTo(Mark.UNVERIFIED);
            }
          });
    }
  }

  @Test
  void conditionsAreSaidInWordsThatEverybodyReads() {
    List<String> conditions =
        PolicyTables.published().stream()
            .flatMap(table -> table.rows().stream())
            .map(PolicyRow::conditions)
            .toList();
    assertThat(conditions)
        .contains("a conviction found to be an aggravated felony, INA 101(a)(43)")
        .noneMatch(words -> words.contains("()"));
  }

  @Test
  void aCandidateReads() {
    assertThat(faults(HEAD + ROW)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 4, level",
    "1, one, level",
    "2, 9, codes",
    "2, 09 !10, codes",
    "3, crime, grade",
    "4, 365, sentence",
    "5, 0, count",
    "5, 21, count",
    "6, '', offence",
    "7, THEIRS, source",
    "8, sure, mark",
    "9, '', codes mark"
  })
  void aBrokenCellIsNamedByRowAndColumn(int cell, String text, String column) {
    String[] cells = ROW.split(" \\| ");
    cells[cell] = text;
    assertThat(faults(HEAD + String.join(" | ", cells)))
        .first()
        .satisfies(fault -> {
          assertThat(fault.line()).isEqualTo(6);
          assertThat(fault.row()).isEqualTo("C1");
          assertThat(fault.column()).isEqualTo(column);
          assertThat(fault.found()).isEqualTo(text);
        });
  }

  @Test
  void allFaultsAreCollected() {
    List<TableFault> faults =
        faults(HEAD + ROW.replace("felony", "x").replace(">365", "y") + "\n" + ROW);
    assertThat(faults).extracting(TableFault::column).containsExactly("grade", "sentence", "row");
  }

  @Test
  void aHeadThatLacksSomethingIsRefused() {
    assertThat(faults(HEAD.replace("title A candidate\n", "") + ROW))
        .extracting(TableFault::column)
        .containsExactly("title");
    assertThat(faults(HEAD.replace("2030-01-01", "soon") + ROW))
        .extracting(TableFault::column)
        .containsExactly("from");
    assertThat(faults(HEAD)).extracting(TableFault::expected).anyMatch(e -> e.contains("rows"));
    assertThat(faults(HEAD.replace("| grade", "| weight") + ROW)).isNotEmpty();
    assertThat(faults("rubbish")).isNotEmpty();
    assertThat(faults(HEAD + "C1 | 1"))
        .first()
        .satisfies(fault ->
            assertThat(fault.words()).isEqualTo("line 6, row C1: expected 10 columns, found 2"));
  }

  @Test
  void limitsHoldBelowAtAndAbove() {
    assertThat(faults(HEAD + rows(Limits.ROWS_MAX - 1))).isEmpty();
    assertThat(faults(HEAD + rows(Limits.ROWS_MAX))).isEmpty();
    assertThat(faults(HEAD + rows(Limits.ROWS_MAX + 1))).hasSize(1);
    int room = Limits.TABLE_CHARS_MAX - (HEAD + ROW + "\n#").length();
    assertThat(faults(HEAD + ROW + "\n#" + "x".repeat(room - 1))).isEmpty();
    assertThat(faults(HEAD + ROW + "\n#" + "x".repeat(room))).isEmpty();
    assertThat(faults(HEAD + ROW + "\n#" + "x".repeat(room + 1))).hasSize(1);
  }

  private static String rows(int count) {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < count; i++) {
      rows.append(ROW.replace("C1", "R" + i)).append('\n');
    }
    return rows.toString();
  }
}

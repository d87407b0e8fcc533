package org.ridgeline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ActionTest {
  private static final Path DOCUMENT = Path.of("../docs/ledger-actions.md");

  private static String row(Action.Listed action) {
    return "| `"
        + action.key()
        + "` | "
        + action.says()
        + " | "
        + action.subjects().stream()
            .map(kind -> "`" + kind.key() + "`")
            .sorted()
            .collect(Collectors.joining(", "))
        + " | "
        + action.writers().stream().map(w -> "`" + w + "`").collect(Collectors.joining(", "))
        + " |";
  }

  @Test
  void theDocumentListsEveryActionAndNoOther() throws IOException {
    List<String> rows =
        Files.readAllLines(DOCUMENT).stream().filter(line -> line.startsWith("| `")).toList();
    assertThat(rows)
        .containsExactlyElementsOf(ListedActions.all().stream().map(ActionTest::row).toList());
  }

  @Test
  void aKeyIsItsNameAndTheListKnowsIt() {
    for (Action.Listed one : ListedActions.all()) {
      assertThat(one.key().replace('.', '_').replace('-', '_'))
          .isEqualToIgnoringCase(((Enum<?>) one).name());
      assertThat(KeptAction.of(one.key())).isSameAs(one);
      assertThat(one).hasToString(one.key());
    }
  }

  @Test
  void anotherVersionsActionIsKept() {
    Action later = KeptAction.of("case.sing-about");
    assertThat(later).isEqualTo(new KeptAction("case.sing-about")).hasToString(later.key());
    assertThat(later.family()).isEqualTo("case");
    assertThat(later.verb()).isEqualTo("sing-about");
    assertThat(LedgerEntry.of("a", "NOBODY", "p", later, new Subject("moon:1")).isListed())
        .isTrue();
  }

  @Test
  void anActionIsBoundedBelowAtAndAbove() {
    assertThat(KeptAction.of("a." + "b".repeat(57)).key()).hasSize(59);
    assertThat(KeptAction.of("a." + "b".repeat(58)).key()).hasSize(60);
    String over = "a." + "b".repeat(59);
    assertThatThrownBy(() -> KeptAction.of(over)).hasMessageContaining("action");
  }

  @Test
  void anEntryIsByWhomAndOfWhatTheListSays() {
    Subject one = Subject.Kind.CASE.of(1);
    var entry = LedgerEntry.of("a", "OFFICER", "p", Action.Known.CASE_READ, one);
    assertThat(entry.isListed()).isTrue();
    assertThat(LedgerEntry.of("a", "EXAMINER", "p", entry.action(), one).isListed()).isFalse();
    Subject other = new Subject("person:1");
    assertThat(LedgerEntry.of("a", "OFFICER", "p", entry.action(), other).isListed()).isFalse();
  }

  @Test
  void aSubjectsKindIsWhatStandsBeforeTheColon() {
    for (Subject.Kind kind : Subject.Kind.values()) {
      assertThat(kind.of("x").kind()).contains(kind);
    }
    assertThat(Subject.Kind.KNOWN_PAIR.of(7)).hasToString("known-pair:7");
    assertThat(Map.of("moon:1", 1, "case", 2, ":", 3).keySet())
        .allMatch(text -> new Subject(text).kind().isEmpty());
  }
}

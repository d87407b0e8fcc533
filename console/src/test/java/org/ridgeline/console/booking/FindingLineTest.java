package org.ridgeline.console.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.Severity;

class FindingLineTest {
  private static Finding of(String record, long offset, String found) {
    return new Finding(
        Severity.WARNING,
        FindingCode.TEXT_ENCODING,
        record,
        "14.020",
        offset,
        "text",
        found,
        "a rule");
  }

  @Test
  void tenThatAreAlikeAreOneLineWithAllTheirRecords() {
    List<Finding> findings =
        Stream.concat(
                IntStream.rangeClosed(1, 10).mapToObj(i -> of("14#" + i, 100L * i, "ink")),
                Stream.of(of("14#3", 9, "dust")))
            .toList();
    List<FindingLine> lines = FindingLine.of(findings);
    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst().times()).isEqualTo(10);
    assertThat(lines.getFirst().place().record())
        .isEqualTo("14#1, 14#2, 14#3, 14#4, 14#5, 14#6, 14#7, 14#8, 14#9, 14#10");
    assertThat(lines.getFirst().place().offset()).isEmpty();
    assertThat(lines.getLast().place().offset()).isEqualTo("9");
    assertThat(lines.stream().mapToInt(FindingLine::times).sum()).isEqualTo(findings.size());
  }

  @Test
  void whatDiffersInAnythingStaysApart() {
    List<Finding> findings =
        List.of(
            of("14#1", -1, "ink"),
            new Finding(
                Severity.ERROR, FindingCode.TEXT_ENCODING, "14#2", "14.020", -1, "text", "ink", ""),
            of("14#3", -1, "dust"));
    assertThat(FindingLine.of(findings)).hasSize(3);
    assertThat(FindingLine.of(List.of())).isEmpty();
  }
}

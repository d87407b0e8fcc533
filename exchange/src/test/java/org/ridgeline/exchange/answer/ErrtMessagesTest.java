package org.ridgeline.exchange.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ridgeline.exchange.Limits;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.Severity;

class ErrtMessagesTest {
  private static Finding finding(int number) {
    return Finding.of(Severity.ERROR, FindingCode.FIELD_RANGE, "less", "F" + number);
  }

  private static List<Finding> findings(int count) {
    return IntStream.range(0, count).mapToObj(ErrtMessagesTest::finding).toList();
  }

  @Test
  void saysWhereWhatWasExpectedAndWhatWasFound() {
    Finding placed =
        new Finding(
            Severity.ERROR, FindingCode.A0004, "1", "1.008", 27, "the sender", "another", "");
    assertThat(ErrtMessages.of(List.of(placed)))
        .containsExactly(
            "A0004 record 1 field 1.008 at byte 27: expected the sender, found another");
  }

  @Test
  void holdsEveryFindingInAsManyMessagesAsThereMayBe() {
    int max = Limits.ERRT_MESSAGES_MAX;
    assertThat(ErrtMessages.of(findings(max - 1))).hasSize(max - 1);
    assertThat(ErrtMessages.of(findings(max))).hasSize(max);
    List<String> more = ErrtMessages.of(findings(max + 2));
    assertThat(more).hasSize(max);
    String all = String.join("\n", more);
    assertThat(findings(max + 2)).allMatch(finding -> all.contains("found " + finding.found()));
  }

  @Test
  void whatIsNotPrintableAsciiBecomesAQuestionMark() {
    assertThat(ErrtMessages.ascii("a\u001eb\u00fc")).isEqualTo("a?b?");
  }
}

package org.ridgeline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReceiptTest {
  private static final Instant AT = Instant.parse("2026-11-25T14:30:00Z");

  private final SigningKey key = SigningKey.make();

  private static Receipt.Statement statement(Map<String, String> says) {
    return new Receipt.Statement(Subject.Kind.CASE.of("1"), AT, says);
  }

  private Receipt receipt() {
    return Receipt.Signer.of(key).sign(statement(Map.of("rows", "3", "because", "Anordnung §é")));
  }

  @Test
  void readsBackWhatItWasAndProvesIt() {
    Receipt made = receipt();
    Receipt read = Receipt.ofText(made.text()).orElseThrow();
    assertThat(read).isEqualTo(made);
    assertThat(read.isSignedBy(key.open())).isTrue();
    assertThat(read.isSignedBy(SigningKey.make().open())).isFalse();
    assertThat(made.text()).startsWith("RIDGELINE-RECEIPT-1\nsubject: case:1\nat: 2026-");
  }

  @Test
  void aChangedLineIsNotSigned() {
    String text = receipt().text();
    for (String[] change :
        new String[][] {
          {"rows: 3", "rows: 2"}, {"case:1", "case:2"}, {"14:30", "14:31"}, {"§é", "??"}
        }) {
      Receipt other = Receipt.ofText(text.replace(change[0], change[1])).orElseThrow();
      assertThat(other.isSignedBy(key.open())).as(change[1]).isFalse();
    }
    assertThat(Receipt.ofText(text.replace("subject", "object"))).isEmpty();
    assertThat(Receipt.ofText(text + "\n")).isEmpty();
    assertThat(Receipt.ofText("")).isEmpty();
  }

  @Test
  void aLineCannotPassForTwo() {
    assertThatThrownBy(() -> statement(Map.of("rows", "3\n- bytes: 4")))
        .hasMessageContaining("receipt rows");
    assertThatThrownBy(() -> statement(Map.of("rows: 3", "4"))).hasMessageContaining("key");
    assertThatThrownBy(() -> statement(Map.of("rows", "")))
        .hasMessageContaining("receipt rows chars=0");
  }

  @Test
  void linesAreBoundedBelowAtAndAbove() {
    Map<String, String> says = new TreeMap<>();
    for (int i = 1; i < Limits.RECEIPT_LINES_MAX; i++) {
      says.put("k" + i, "v");
    }
    assertThat(statement(says).says()).hasSize(Limits.RECEIPT_LINES_MAX - 1);
    says.put("one", "v");
    assertThat(statement(says).says()).hasSize(Limits.RECEIPT_LINES_MAX);
    says.put("two", "v");
    assertThatThrownBy(() -> statement(says)).hasMessageContaining("receipt lines=65 limit=64");
    assertThat(statement(Map.of("k", "v".repeat(Limits.TEXT_CHARS_MAX))).says()).hasSize(1);
    Map<String, String> longer = Map.of("k", "v".repeat(Limits.TEXT_CHARS_MAX + 1));
    assertThatThrownBy(() -> statement(longer)).hasMessageContaining("receipt k chars=201");
  }
}

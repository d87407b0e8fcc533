package org.ridgeline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The example of docs/ledger-format.md, byte for byte: whoever builds a checker of their own
/// starts from it.
class CanonicalFormGoldenTest {
  private static final HexFormat HEX = HexFormat.of();

  private static final CanonicalForm.Fields FIRST =
      new CanonicalForm.Fields(
          Instant.parse("2026-11-25T14:30:00.123456Z"),
          List.of(
              "ridgeline_exchange",
              "CA0340000",
              "BOOKING_AGENCY",
              "booking",
              "submission.accept",
              "submission:R2026329000000000001"),
          List.of("channel", "FETCH", "note", "é"));

  private static final CanonicalForm.Fields SECOND =
      new CanonicalForm.Fields(
          Instant.parse("2026-11-25T14:30:01Z"),
          List.of(
              "ridgeline_exchange",
              "exchange",
              "SYSTEM",
              "booking",
              "search.decide",
              "submission:R2026329000000000001"),
          List.of());

  private static String document() throws IOException {
    return Files.readString(Path.of("../docs/ledger-format.md")).replaceAll("\\s", "");
  }

  @Test
  void theExamplesBytesAndHashesAreTheDocuments() throws IOException {
    byte[] bytes = CanonicalForm.bytes(CanonicalForm.nothing(), 1, FIRST);
    byte[] one = CanonicalForm.hash(CanonicalForm.nothing(), 1, FIRST);
    byte[] two = CanonicalForm.hash(one, 2, SECOND);
    assertThat(document())
        .contains(HEX.formatHex(bytes))
        .contains(HEX.formatHex(one))
        .contains(HEX.formatHex(two));
  }

  @Test
  void anyFieldChangesTheHash() {
    byte[] one = CanonicalForm.hash(CanonicalForm.nothing(), 1, SECOND);
    for (int field = 0; field < SECOND.texts().size(); field++) {
      var texts = new java.util.ArrayList<>(SECOND.texts());
      texts.set(field, texts.get(field) + "x");
      var other = new CanonicalForm.Fields(SECOND.at(), texts, SECOND.detail());
      assertThat(CanonicalForm.hash(CanonicalForm.nothing(), 1, other)).isNotEqualTo(one);
    }
    assertThat(CanonicalForm.hash(CanonicalForm.nothing(), 2, SECOND)).isNotEqualTo(one);
    assertThat(CanonicalForm.hash(one, 1, SECOND)).isNotEqualTo(one);
  }

  @Test
  void textCannotMoveBetweenFields() {
    var left =
        new CanonicalForm.Fields(
            Instant.EPOCH, List.of("ab", "c", "r", "p", "a.b", "s"), List.of());
    var right =
        new CanonicalForm.Fields(
            Instant.EPOCH, List.of("a", "bc", "r", "p", "a.b", "s"), List.of());
    assertThat(CanonicalForm.hash(CanonicalForm.nothing(), 1, left))
        .isNotEqualTo(CanonicalForm.hash(CanonicalForm.nothing(), 1, right));
  }
}

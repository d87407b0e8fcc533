package org.ridgeline.codec.itl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ridgeline.vocabulary.FindingCode;

/// Below, at and above each limit.
class LimitsTest {
  @Test
  void bytesOfOneFile() {
    assertThat(Limits.takes(Limits.FILE_BYTES_MAX - 1)).isTrue();
    assertThat(Limits.takes(Limits.FILE_BYTES_MAX)).isTrue();
    assertThat(Limits.takes(Limits.FILE_BYTES_MAX + 1)).isFalse();
    assertThat(ItlReader.read(new byte[Limits.FILE_BYTES_MAX + 1]).findings())
        .extracting(finding -> finding.code())
        .containsExactly(FindingCode.FILE_TOO_LARGE);
  }

  @Test
  void recordsOfOneFile() {
    assertThat(ItlReader.read(records(Limits.RECORDS_MAX - 1))).isInstanceOf(accepted());
    assertThat(ItlReader.read(records(Limits.RECORDS_MAX))).isInstanceOf(accepted());
    Decoded above = ItlReader.read(records(Limits.RECORDS_MAX + 1));
    assertThat(above.findings().getFirst().code()).isEqualTo(FindingCode.CNT_MISMATCH);
    assertThat(above).isInstanceOf(Decoded.Refused.class);
  }

  @Test
  void fieldsOfOneRecord() {
    // LEN and IDC are two of them.
    assertThat(ItlReader.read(fields(Limits.FIELDS_MAX - 3))).isInstanceOf(accepted());
    assertThat(ItlReader.read(fields(Limits.FIELDS_MAX - 2))).isInstanceOf(accepted());
    Decoded above = ItlReader.read(fields(Limits.FIELDS_MAX + 5));
    assertThat(above.findings())
        .extracting(finding -> finding.code())
        .containsOnlyOnce(FindingCode.FIELD_OCCURRENCE);
    assertThat(above).isInstanceOf(Decoded.Refused.class);
  }

  @Test
  void subfieldsOfOneField() {
    assertThat(ItlReader.read(holding("2.073:" + "~A".repeat(Limits.SUBFIELDS_MAX - 2))))
        .isInstanceOf(accepted());
    assertThat(ItlReader.read(holding("2.073:" + "~A".repeat(Limits.SUBFIELDS_MAX - 1))))
        .isInstanceOf(accepted());
    Decoded above = ItlReader.read(holding("2.073:" + "~A".repeat(Limits.SUBFIELDS_MAX)));
    assertThat(above).isInstanceOf(Decoded.Refused.class);
    assertThat(above.findings())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.code()).isEqualTo(FindingCode.FIELD_OCCURRENCE);
          assertThat(finding.field()).isEqualTo("2.073");
          assertThat(finding.found()).isEqualTo(String.valueOf(Limits.SUBFIELDS_MAX + 1));
        });
  }

  /// Three fields of the header with 1.003's two items of two subfields, and LEN and IDC, are
  /// eight.
  @Test
  void itemsOfOneFile() {
    int free = Limits.ITEMS_MAX - 8;
    assertThat(ItlReader.read(holding("2.047:" + "^".repeat(free - 2)))).isInstanceOf(accepted());
    assertThat(ItlReader.read(holding("2.047:" + "^".repeat(free - 1)))).isInstanceOf(accepted());
    Decoded above = ItlReader.read(holding("2.047:" + "^".repeat(free)));
    assertThat(above).isInstanceOf(Decoded.Refused.class);
    assertThat(above.findings())
        .singleElement()
        .extracting(finding -> finding.expected())
        .isEqualTo("at most 100000 information items in a file");
  }

  /// The attack: 32 MiB of subfields, in whatever field; the header is still known by its number.
  @Test
  void aFieldOfMillionsOfSubfieldsIsRefusedAndNeverExpanded() {
    String flood = "~A".repeat(16_000_000);
    assertThat(ItlReader.read(holding("2.073:" + flood))).isInstanceOf(Decoded.Refused.class);
    String one = "|1.002:0500|1.003:1^1~2^00|1.013:x" + flood + "$";
    String two = Golden.record("2.001:", "|2.002:00$");
    Decoded read = ItlReader.read(Golden.bytes(Golden.record("1.001:", one) + two));
    assertThat(read).isInstanceOf(Decoded.Refused.class);
    assertThat(((Decoded.Refused) read).header().orElseThrow().value(2)).contains("0500");
    String contents = "|1.002:0500|1.003:1^1" + flood + "$";
    assertThat(ItlReader.read(Golden.bytes(Golden.record("1.001:", contents))).findings())
        .singleElement()
        .extracting(finding -> finding.field())
        .isEqualTo("1.003");
  }

  @Test
  void separatorsInImageDataAreNotCounted() {
    byte[] data = new byte[2 * Limits.ITEMS_MAX];
    Arrays.fill(data, TaggedRecord.RS);
    assertThat(cards(0).type4(1, 1, Picture.of(Cga.NONE, 1, 1, data)).build().ofType(4)).hasSize(1);
    assertThat(cards(0).record(14, Map.of(), Optional.of(data)).build().ofType(14)).hasSize(1);
  }

  @Test
  void findingsOfOneFile() {
    assertThat(ItlReader.read(findings(Limits.FINDINGS_MAX - 1)).findings())
        .hasSize(Limits.FINDINGS_MAX - 1);
    assertThat(ItlReader.read(findings(Limits.FINDINGS_MAX)).findings())
        .hasSize(Limits.FINDINGS_MAX);
    assertThat(ItlReader.read(findings(Limits.FINDINGS_MAX + 1)).findings())
        .hasSize(Limits.FINDINGS_MAX + 1)
        .last()
        .extracting(finding -> finding.code())
        .isEqualTo(FindingCode.FINDINGS_CUT);
  }

  @Test
  void digitsOfATag() {
    String zeros = "0".repeat(Limits.TAG_DIGITS_MAX - 1);
    assertThat(TaggedParser.tagAt(Golden.bytes(zeros.substring(1) + "1.5:"), 0)).isPresent();
    assertThat(TaggedParser.tagAt(Golden.bytes(zeros + "1.5:"), 0)).isPresent();
    assertThat(TaggedParser.tagAt(Golden.bytes(zeros + "01.5:"), 0)).isEmpty();
  }

  @Test
  void imageRecordsOfOneTransaction() {
    assertThat(cards(Limits.IDC_MAX - 1).build().fingerImages()).hasSize(Limits.IDC_MAX - 1);
    assertThat(cards(Limits.IDC_MAX).build().fingerImages()).hasSize(Limits.IDC_MAX);
    assertThatThrownBy(() -> cards(Limits.IDC_MAX + 1).build())
        .hasMessage("images=100 limit=0..99");
  }

  private static Class<Decoded.Accepted> accepted() {
    return Decoded.Accepted.class;
  }

  private static byte[] records(int count) {
    String cnt = "|1.002:0500|1.003:1^" + count + "~2^00".repeat(count) + "$";
    String two = Golden.record("2.001:", "|2.002:00$");
    return Golden.bytes(Golden.record("1.001:", cnt) + two.repeat(count));
  }

  /// A Type-2 with one more field.
  private static byte[] holding(String field) {
    String one = Golden.record("1.001:", "|1.002:0500|1.003:1^1~2^00$");
    return Golden.bytes(one + Golden.record("2.001:", "|2.002:00|" + field + "$"));
  }

  private static byte[] fields(int count) {
    StringBuilder rest = new StringBuilder("|2.002:00");
    for (int i = 0; i < count; i++) {
      rest.append("|2.").append(i + 3).append(":x");
    }
    String one = Golden.record("1.001:", "|1.002:0500|1.003:1^1~2^00$");
    return Golden.bytes(one + Golden.record("2.001:", rest + "$"));
  }

  @Test
  void takesAResolutionOfAboutFiveHundredInATypeFour() {
    for (int ppi : List.of(490, 491, 509, 510)) {
      assertThat(four(ppi).build().ofType(4)).hasSize(1);
    }
    for (int ppi : List.of(489, 511, 1000)) {
      assertThatThrownBy(() -> four(ppi)).hasMessageContaining("ppi=" + ppi + " limit=490..510");
    }
  }

  private static TransactionBuilder four(int ppi) {
    return cards(0).type4(1, 1, new Picture(Cga.NONE, 1, 1, ppi, new byte[] {0}));
  }

  private static byte[] findings(int count) {
    String fields = "|3.001:".repeat(count);
    return Golden.bytes(Golden.record("1.001:", "|1.002:0500|1.003:1^0" + fields + "$"));
  }

  private static TransactionBuilder cards(int images) {
    TransactionBuilder builder =
        TransactionBuilder.of("CAR")
            .header(5, "20100112")
            .header(7, "FBI000000")
            .header(8, "CA0340000")
            .header(9, "T");
    for (int i = 0; i < images; i++) {
      builder.type4(1, 1, Picture.of(Cga.NONE, 1, 1, new byte[] {0}));
    }
    return builder;
  }
}

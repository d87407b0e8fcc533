package org.ridgeline.codec.itl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;

class ItlReaderTest {
  @Test
  void readsEveryRecordOfACard() {
    Transaction card = accepted(Golden.card());
    assertThat(card.records().stream().map(ItlRecord::name)).containsExactly("1", "2", "4", "14");
    assertThat(card.tot()).contains("CAR");
    assertThat(card.ori()).contains("CA0340000");
    assertThat(card.tcn()).contains("T-1");
    assertThat(card.tcr()).isEmpty();
    TaggedRecord two = card.typeTwo().orElseThrow();
    assertThat(two.value(18)).contains("DOE,JANE");
    assertThat(two.values(19)).containsExactly("ROE,JANE", "DOE,J");
    assertThat(two.subfields(47))
        .containsExactly(List.of("20100111", "THEFT"), List.of("", "FRAUD"));
    assertThat(two.has(20)).isFalse();
    assertThat(two.offsetOf(18))
        .isEqualTo(new String(Golden.card(), StandardCharsets.ISO_8859_1).indexOf("2.018"));
  }

  @Test
  void readsSeparatorsInsideImageDataAsData() {
    List<FingerImage> images = accepted(Golden.card()).fingerImages();
    assertThat(images).extracting(FingerImage::record).containsExactly("4", "14");
    assertThat(images.get(0).data()).isEqualTo(Golden.bytes("$|~^"));
    assertThat(images.get(0).fgps()).containsExactly(2);
    assertThat(images.get(0).resolutionPpi()).isEqualTo(500);
    assertThat(images.get(0).hll()).isEqualTo(2);
    assertThat(images.get(1).data()).isEqualTo(Golden.bytes("$$||"));
    assertThat(images.get(1).resolutionPpi()).isEqualTo(1000);
    assertThat(images.get(1).cga()).isEqualTo(Cga.NONE);
  }

  @Test
  void readsShortTagsAndLeadingZeros() {
    String one = Golden.record("1.1:", "|1.02:0400|01.003:1^1~2^0|1.4:CAR$");
    String two = Golden.record("2.01:", "|2.02:0|2.2037:DHS1|2.0018:DOE$");
    Transaction read = accepted(Golden.bytes(one + two));
    assertThat(read.tot()).contains("CAR");
    assertThat(read.typeTwo().orElseThrow().value(18)).contains("DOE");
    assertThat(read.typeTwo().orElseThrow().value(2037)).contains("DHS1");
  }

  @Test
  void keepsUnknownRecordsAndFieldsAsTheyAre() {
    String one = Golden.record("1.001:", "|1.002:0502|1.003:1^1~77^00$");
    String odd = Golden.record("77.001:", "|77.002:00|77.345:x^y~z$");
    byte[] file = Golden.bytes(one + odd);
    Transaction read = accepted(file);
    assertThat(read.records().get(1).subfields(345))
        .containsExactly(List.of("x", "y"), List.of("z"));
    assertThat(ItlWriter.write(read)).isEqualTo(file);
  }

  @Test
  void decodesTextAsDeclared() {
    String one = Golden.record("1.001:", "|1.002:0500|1.003:1^1~2^00|1.015:3^UTF-8$");
    byte[] name = "2.018:MÜLLER,JÖRG".getBytes(StandardCharsets.UTF_8);
    String latin = new String(name, StandardCharsets.ISO_8859_1);
    String two = Golden.record("2.001:", "|2.002:00|" + latin + "$");
    assertThat(accepted(Golden.bytes(one + two)).typeTwo().orElseThrow().value(18))
        .contains("MÜLLER,JÖRG");
  }

  @Test
  void showsEveryByteOfTextThatIsNotAsDeclared() {
    String one = Golden.record("1.001:", "|1.002:0500|1.003:1^1~2^00|1.015:3^UTF-8$");
    String two = Golden.record("2.001:", "|2.002:00|2.018:M\u00DCLLER$");
    assertThat(accepted(Golden.bytes(one + two)).typeTwo().orElseThrow().value(18))
        .contains("MÜLLER");
  }

  @Test
  void refusesLenBeyondEndOfFile() {
    byte[] card = Golden.card();
    byte[] cut = Arrays.copyOf(card, card.length - 3);
    Finding finding = refused(cut).findings().getFirst();
    assertThat(finding.code()).isEqualTo(FindingCode.LEN_INVALID);
    assertThat(finding.record()).isEqualTo("14");
    assertThat(finding.field()).isEqualTo("14.001");
    assertThat(refused(cut).header().orElseThrow().value(9)).contains("T-1");
  }

  @Test
  void refusesLenThatMissesTheEndOfItsRecord() {
    String one = Golden.record("1.001:", "|1.002:0500|1.003:1^1~2^00$");
    Decoded.Refused refused = refused(Golden.bytes(one + "2.001:19|2.002:00|2.018:DOE$"));
    assertThat(refused.findings()).hasSize(1);
    assertThat(refused.findings().getFirst().code()).isEqualTo(FindingCode.LEN_MISMATCH);
    assertThat(refused.findings().getFirst().offset()).isEqualTo(one.length());
    assertThat(refused.findings().getFirst().expected()).startsWith("LEN=28");
    assertThat(refused.findings().getFirst().found()).isEqualTo("LEN=19");
  }

  @Test
  void refusesCntThatDisagreesWithTheRecords() {
    String one = Golden.record("1.001:", "|1.002:0500|1.003:1^2~2^00~2^01$");
    String two = Golden.record("2.001:", "|2.002:00$");
    assertThat(refused(Golden.bytes(one + two)).findings())
        .extracting(Finding::code)
        .containsExactly(FindingCode.CNT_MISMATCH);
    String count = Golden.record("1.001:", "|1.002:0500|1.003:1^3~2^00$");
    assertThat(refused(Golden.bytes(count + two)).findings().getFirst().found())
        .isEqualTo("a count of 3");
    String type = Golden.record("1.001:", "|1.002:0500|1.003:1^1~9^00$");
    assertThat(refused(Golden.bytes(type + two)).findings().getFirst().found())
        .isEqualTo("a Type-2 record");
  }

  @Test
  void refusesTrailingBytesAndNoCnt() {
    String one = Golden.record("1.001:", "|1.002:0500|1.003:1^1~2^00$");
    String two = Golden.record("2.001:", "|2.002:00$");
    assertThat(refused(Golden.bytes(one + two + "xx")).findings())
        .extracting(Finding::code)
        .containsExactly(FindingCode.TRAILING_BYTES);
    // Bytes behind the only record that CNT knows of are none of its records.
    for (String cnt : List.of("1^0", "?^00")) {
      String alone = Golden.record("1.001:", "|1.002:0500|1.003:" + cnt + "$");
      assertThat(refused(Golden.bytes(alone + two)).findings())
          .as(cnt)
          .extracting(Finding::code)
          .containsExactly(FindingCode.TRAILING_BYTES);
    }
    assertThat(refused(Golden.bytes(Golden.record("1.001:", "|1.002:0500$"))).findings())
        .extracting(Finding::code)
        .containsExactly(FindingCode.HEADER_MISSING);
  }

  @Test
  void refusesDoubtfulFieldsInTheHeaderOnly() {
    String rest = "|1.002:0500|1.003:1^1~2^00|1.002:0500|3.004:C|nonsense$";
    String two = Golden.record("2.001:", "|2.002:00$");
    FindingCode[] doubts = {
      FindingCode.FIELD_REPEATED, FindingCode.TAG_INVALID, FindingCode.TAG_INVALID
    };
    assertThat(refused(Golden.bytes(Golden.record("1.001:", rest) + two)).findings())
        .extracting(Finding::code)
        .containsExactly(doubts);
    String one = Golden.record("1.001:", "|1.002:0500|1.003:1^1~2^00$");
    String odd = Golden.record("2.001:", "|2.002:00|2.019:A|2.019:B~C|3.004:C|nonsense$");
    byte[] file = Golden.bytes(one + odd);
    assertThat(ItlReader.read(file).findings()).extracting(Finding::code).containsExactly(doubts);
    assertThat(accepted(file).typeTwo().orElseThrow().values(19)).containsExactly("A", "B", "C");
    assertThat(ItlWriter.write(accepted(file))).isEqualTo(file);
  }

  @Test
  void refusesAnEmptyFileAndWhatIsNoTransaction() {
    assertThat(refused(new byte[0]).findings().getFirst().code())
        .isEqualTo(FindingCode.FILE_TRUNCATED);
    assertThat(refused("%PDF-1.7".getBytes(StandardCharsets.US_ASCII)).findings().getFirst().code())
        .isEqualTo(FindingCode.TAG_INVALID);
  }

  @Test
  void warnsOfAnImageItCannotTell() {
    byte[] card = Golden.card();
    int four = new String(card, StandardCharsets.ISO_8859_1).indexOf("\0\0\0\u0016");
    card[four + 17] = 9;
    Decoded decoded = ItlReader.read(card);
    assertThat(decoded).isInstanceOf(Decoded.Accepted.class);
    assertThat(decoded.findings()).extracting(Finding::record).containsExactly("4");
    assertThat(accepted(card).fingerImages()).hasSize(1);
  }

  @Test
  void refusesEveryTruncationAndKeepsTheHeaderWhereItIsWhole() {
    byte[] card = Golden.card();
    int header = new String(card, StandardCharsets.ISO_8859_1).indexOf("2.001");
    for (int length = 0; length < card.length; length++) {
      Decoded.Refused refused = refused(Arrays.copyOf(card, length));
      assertThat(refused.findings()).isNotEmpty();
      if (length >= header) {
        assertThat(refused.header().orElseThrow().value(9)).contains("T-1");
      }
    }
  }

  @Test
  void keepsAtMostTheLimitOfFindings() {
    String fields = "|3.001:".repeat(Limits.FINDINGS_MAX + 5);
    String one = Golden.record("1.001:", "|1.002:0500|1.003:1^0" + fields + "$");
    List<Finding> findings = refused(Golden.bytes(one)).findings();
    assertThat(findings).hasSize(Limits.FINDINGS_MAX + 1);
    assertThat(findings.getLast().code()).isEqualTo(FindingCode.FINDINGS_CUT);
    assertThat(findings.getLast().found()).isEqualTo("5 more");
  }

  static Transaction accepted(byte[] bytes) {
    Decoded decoded = ItlReader.read(bytes);
    assertThat(decoded).as("%s", decoded.findings()).isInstanceOf(Decoded.Accepted.class);
    return ((Decoded.Accepted) decoded).transaction();
  }

  static Decoded.Refused refused(byte[] bytes) {
    Decoded decoded = ItlReader.read(bytes);
    assertThat(decoded).isInstanceOf(Decoded.Refused.class);
    return (Decoded.Refused) decoded;
  }
}

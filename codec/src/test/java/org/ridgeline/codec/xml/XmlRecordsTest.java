package org.ridgeline.codec.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.ridgeline.codec.itl.Decoded;
import org.ridgeline.codec.itl.ItlReader;
import org.ridgeline.codec.itl.ItlRecord;
import org.ridgeline.codec.itl.RecordBytes;
import org.ridgeline.codec.itl.Transaction;
import org.ridgeline.codec.itl.TransactionBuilder;

/// Records of the types that no sample has, there and back.
class XmlRecordsTest {
  private static final byte[] DATA = {1, 28, 29, 30, 31};

  @Test
  void takesTheFbiBlockOfTypeNine() {
    Transaction file =
        file(
            9,
            Map.of(
                3,
                "1",
                4,
                "U",
                14,
                "08",
                15,
                "02",
                17,
                "LS^15^0",
                21,
                "16661621^242^0000",
                23,
                "001^21951869281^00^C~002^21491869276^00^D"),
            false);
    String xml = comesBack(file);
    assertThat(xml)
        .contains("<ebts:MinutiaDetail>")
        .contains("<biom:PositionThetaAngleMeasure>281");
  }

  @Test
  void takesTheIncitsBlockOfTypeNine() {
    Map<Integer, String> fields = new TreeMap<>();
    fields.put(3, "1");
    fields.put(4, "U");
    fields.put(126, "27^513^0");
    fields.put(127, "APPF^7");
    fields.put(128, "800");
    fields.put(129, "768");
    fields.put(130, "1");
    fields.put(131, "500");
    fields.put(132, "500");
    fields.put(133, "0");
    fields.put(134, "8");
    fields.put(135, "80^000F^1");
    fields.put(136, "2");
    fields.put(137, "1^492^260^137^0^100~2^514^329^139^2^50");
    fields.put(139, "403^259^0");
    fields.put(140, "501^401^0^10^20");
    String xml = comesBack(file(9, fields, false));
    assertThat(xml)
        .contains("<biom:INCITSMinutia>")
        .contains("<biom:FingerViewNumeric>0<")
        .contains("<biom:MinutiaeFormatNISTStandardIndicator>false<");
  }

  @Test
  void takesExtendedFeatures() {
    Map<Integer, String> fields = new TreeMap<>();
    fields.put(3, "4");
    fields.put(4, "U");
    fields.put(300, "2708^2462^3661^0^1165,0-0,1579-1196,2462");
    fields.put(302, "8^DST^R^1166,1-1,1580-1197,2463~7");
    fields.put(307, "LS^RS");
    fields.put(320, "1715^746^223");
    fields.put(331, "1908^41^186^E~1669^46^191^B^10^5");
    fields.put(332, "OCTANT");
    fields.put(333, "31^41^1^6^0~33^43^3");
    fields.put(335, "11^12^21^22^A^10");
    fields.put(355, "1C");
    assertThat(comesBack(file(9, fields, false))).contains("<biom:EFSMinutia>");
  }

  @Test
  void takesSourcesAndContexts() {
    Map<Integer, String> source =
        Map.of(3, "S", 4, "ORI", 14, "13^scanned", 15, "png", 16, "1^A^3^1^2^3^4^5^6", 21, "1");
    assertThat(comesBack(file(20, source, true))).contains("<biom:SourceImage>");
    Map<Integer, String> context =
        Map.of(4, "ORI", 15, "DAT^see label", 16, "1^A", 20, "note", 21, "1", 994, "elsewhere");
    assertThat(comesBack(file(21, context, true))).contains("<biom:ContextImage>");
  }

  @Test
  void takesAssuranceAndForeignData() {
    Map<Integer, String> assurance =
        Map.of(3, "0000", 4, "ORI", 5, "type", 6, "20150520000000Z", 900, "Added^^8,21.016^A^B");
    assertThat(comesBack(file(98, assurance, false))).contains("<biom:AssuranceLogEntry>");
    Map<Integer, String> foreign = new TreeMap<>();
    foreign.put(4, "ORI");
    foreign.put(5, "20150101");
    foreign.put(100, "0101");
    foreign.put(101, "00000008");
    foreign.put(102, "100^FF00^65000");
    foreign.put(103, "001B");
    foreign.put(104, "0201");
    assertThat(comesBack(file(99, foreign, true))).contains("<biom:CBEFFImage>");
  }

  @Test
  void takesSignaturesInPixelsAndInVectors() {
    assertThat(comesBack(signature("0", DATA))).contains("<biom:SignatureCategoryCode>1<");
    byte[] vectors = {1, 2, 3, 4, 5, (byte) 0xFF, (byte) 0xFE, 0, 0, (byte) 0xFF};
    assertThat(comesBack(signature("2", vectors)))
        .contains("<biom:VectorPositionHorizontalCoordinateValue>258<")
        .contains("<biom:VectorPositionVerticalCoordinateValue>772<")
        .contains("<biom:VectorPenPressureValue>255<")
        .doesNotContain("BinaryBase64Object");
    assertThat(XmlWriter.write(signature("2", Arrays.copyOf(vectors, 9))).findings())
        .extracting(finding -> finding.field())
        .containsExactly("8.008");
  }

  @Test
  void refusesVectorsThatDoNotFitTheirBytes() {
    byte[] vectors = {0, 7, 0, 8, 9, 0, 7, 0, 8, 9};
    String xml = comesBack(signature("2", vectors));
    for (String wrong : List.of("Value>65536<", "Value>-1<", "Value><", "Value>1.5<")) {
      byte[] bytes = xml.replaceFirst("Value>7<", wrong).getBytes(StandardCharsets.UTF_8);
      assertThat(XmlReader.read(bytes).findings())
          .as(wrong)
          .extracting(finding -> finding.field())
          .contains("8.008");
    }
  }

  @Test
  void saysWhichItemsHaveNoPlace() {
    Transaction file = file(9, Map.of(3, "1", 4, "U", 302, "8^DST^R^1166,1-1;1580"), false);
    assertThat(XmlWriter.write(file).findings())
        .extracting(finding -> finding.field(), finding -> finding.found())
        .containsExactly(tuple("9.302", "others in 9.302, left out"));
  }

  @Test
  void leavesOutWhatWouldComeBackOtherwise() {
    Transaction file = file(9, Map.of(3, "1", 4, "U", 300, "9^9", 326, "1", 327, "Y"), false);
    XmlWriter.Encoded xml = XmlWriter.write(file);
    assertThat(xml.findings()).extracting(finding -> finding.field()).containsExactly("9.326");
    Decoded.Accepted back = (Decoded.Accepted) XmlReader.read(xml.bytes());
    assertThat(back.transaction().records().getLast().has(326)).isFalse();
    assertThat(back.transaction().records().getLast().value(327)).contains("Y");
  }

  /// The XML of a file that came back from it as it was.
  private static String comesBack(Transaction file) {
    XmlWriter.Encoded xml = XmlWriter.write(file);
    assertThat(xml.findings()).isEmpty();
    Decoded decoded = XmlReader.read(xml.bytes());
    assertThat(decoded.findings()).isEmpty();
    ItlRecord before = file.records().getLast();
    ItlRecord after = ((Decoded.Accepted) decoded).transaction().records().getLast();
    assertThat(after).isEqualTo(before);
    return new String(xml.bytes(), StandardCharsets.UTF_8);
  }

  private static Transaction file(int type, Map<Integer, String> fields, boolean data) {
    Map<Integer, String> separated = new TreeMap<>();
    fields.forEach((field, value) -> separated.put(field, separated(value)));
    Optional<byte[]> bytes = data ? Optional.of(DATA) : Optional.empty();
    return head().record(type, separated, bytes).build();
  }

  private static String separated(String value) {
    return value.replace('^', '\u001F').replace('~', '\u001E');
  }

  private static Transaction signature(String srt, byte[] data) {
    TreeMap<Integer, String> fields =
        new TreeMap<>(Map.of(2, "01", 3, "1", 4, srt, 5, "1", 6, "300", 7, "80"));
    byte[] eight = RecordBytes.signature(fields, data);
    TreeMap<Integer, String> one =
        new TreeMap<>(Map.of(2, "0500", 3, separated("1^1~8^01"), 4, "CAR", 5, "20100112"));
    byte[] header = RecordBytes.tagged(1, one, Optional.empty());
    byte[] file = Arrays.copyOf(header, header.length + eight.length);
    System.arraycopy(eight, 0, file, header.length, eight.length);
    return ((Decoded.Accepted) ItlReader.read(file)).transaction();
  }

  private static TransactionBuilder head() {
    return TransactionBuilder.of("CAR")
        .header(5, "20100112")
        .header(7, "FBI000000")
        .header(8, "CA0340000")
        .header(9, "0123456789");
  }
}

package org.ridgeline.codec.ebts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.codec.image.ImageEncoder;
import org.ridgeline.codec.image.ImageFormat;
import org.ridgeline.codec.itl.Cga;
import org.ridgeline.codec.itl.Decoded;
import org.ridgeline.codec.itl.ItlReader;
import org.ridgeline.codec.itl.Picture;
import org.ridgeline.codec.itl.RecordBytes;
import org.ridgeline.codec.itl.Transaction;
import org.ridgeline.codec.itl.TransactionBuilder;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.GrayImage;
import org.ridgeline.vocabulary.Severity;

/// Data against their description, in every type of record that carries an image.
class DataRelationsTest {
  private static final int WIDTH = 40;
  private static final int HEIGHT = 30;

  private static GrayImage print(int ppi) {
    return GrayImage.of(WIDTH, HEIGHT, ppi, new byte[WIDTH * HEIGHT]);
  }

  @ParameterizedTest
  @CsvSource({
    "13, 8, GRAY, 1200", "14, 8, GRAY, 1200", "15, 8, GRAY, 1200", "16, 8, GRAY, 1200",
    "17, 8, GRAY, 1200", "19, 8, GRAY, 1200", "14, 16, GRAY, 2400", "13, 12, GRAY, 1800",
    "13, 12, GRAY, 2400", "17, 24, RGB, 3600", "10, 8, GRAY, 1200", "10, 8, RGB, 3600",
    "10, 8, SRGB, 3600", "10, 8, SYCC, 3600"
  })
  void measuresRawPixels(int type, int bits, String csp, int bytes) {
    assertThat(findings(tagged(type, bits, csp, "NONE", new byte[bytes]))).isEmpty();
    for (int length : new int[] {bytes - 5, bytes + 1, 1}) {
      assertThat(findings(tagged(type, bits, csp, "NONE", new byte[length])))
          .singleElement()
          .satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(FindingCode.IMAGE_SIZE_MISMATCH);
            assertThat(finding.field()).isEqualTo(type + ".006");
            assertThat(finding.expected()).contains("40x30").contains(" bytes");
            assertThat(finding.found()).isEqualTo(length + " bytes");
          });
    }
  }

  @Test
  void measuresTheRawPixelsOfATypeFour() {
    assertThat(findings(typeFour(Cga.NONE, new byte[1200]))).isEmpty();
    assertThat(findings(typeFour(Cga.NONE, new byte[1195])))
        .singleElement()
        .returns(FindingCode.IMAGE_SIZE_MISMATCH, Finding::code)
        .returns(Severity.ERROR, Finding::severity)
        .returns("40x30 at 8 bits = 1200 bytes", Finding::expected)
        .returns("1195 bytes", Finding::found);
  }

  @ParameterizedTest
  @ValueSource(ints = {149, 151, 1200})
  void warnsOfASignatureOfAnotherSize(int bytes) {
    assertThat(findings(signature(new byte[150]))).isEmpty();
    assertThat(findings(signature(new byte[bytes])))
        .singleElement()
        .returns(FindingCode.IMAGE_SIZE_MISMATCH, Finding::code)
        .returns(Severity.WARNING, Finding::severity);
  }

  @ParameterizedTest
  @EnumSource(value = Cga.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void findsDataThatAreNotWhatTheirCompressionSays(Cga cga) {
    for (int type : List.of(10, 13, 14, 15, 17, 19)) {
      assertThat(findings(tagged(type, 8, "GRAY", cga.label(), new byte[900])))
          .singleElement()
          .returns(FindingCode.FIELD_RELATION, Finding::code)
          .returns(type + ".011", Finding::field)
          .returns("00 00 00 00", Finding::found);
    }
    assertThat(findings(typeFour(cga, new byte[900])))
        .singleElement()
        .returns("4.008", Finding::field);
  }

  @Test
  void findsCompressedDataThatAreCalledRaw() {
    byte[] png = ImageEncoder.encode(ImageFormat.PNG, print(500));
    byte[] wsq = ImageEncoder.encode(ImageFormat.WSQ, print(500));

    assertThat(findings(typeFour(Cga.NONE, png))).extracting(Finding::field).contains("4.008");
    assertThat(findings(tagged(14, 8, "GRAY", "NONE", wsq)))
        .extracting(Finding::field)
        .contains("14.011");
    assertThat(findings(tagged(14, 8, "GRAY", "PNG", wsq)))
        .extracting(Finding::field)
        .contains("14.011");
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 13, 14, 15, 16, 17, 18, 19, 99})
  void callsDataThatArePresentAndEmptyMissing(int type) {
    assertThat(findings(tagged(type, 8, "GRAY", "PNG", new byte[0])))
        .singleElement()
        .returns(FindingCode.FIELD_MISSING, Finding::code)
        .returns(Severity.ERROR, Finding::severity)
        .returns(type + ".999", Finding::field);
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 14, 15, 19})
  void namesTheRecordsResolutionAndTheImages(int type) {
    byte[] fine = ImageEncoder.encode(ImageFormat.PNG, print(1000));

    assertThat(findings(tagged(type, 8, "GRAY", "PNG", fine)))
        .singleElement()
        .returns(FindingCode.RESOLUTION_DISAGREES, Finding::code)
        .returns(Severity.WARNING, Finding::severity)
        .returns(type + ".009", Finding::field)
        .returns("500 ppi, as the record says", Finding::expected)
        .returns("1000 ppi (pHYs)", Finding::found);
  }

  @Test
  void namesTheResolutionOfATypeFourAndItsImages() {
    assertThat(findings(typeFour(Cga.WSQ20, ImageEncoder.encode(ImageFormat.WSQ, print(1000)))))
        .singleElement()
        .returns(FindingCode.RESOLUTION_DISAGREES, Finding::code)
        .returns("1000 ppi (NIST_COM)", Finding::found);
    assertThat(findings(typeFour(Cga.WSQ20, ImageEncoder.encode(ImageFormat.WSQ, print(500)))))
        .isEmpty();
  }

  @Test
  void warnsOfWsqAboveFiveHundred() {
    byte[] wsq = ImageEncoder.encode(ImageFormat.WSQ, print(1000));
    TreeMap<Integer, String> fields = fields(14, 8, "GRAY", "WSQ20");
    fields.put(9, "1000");
    fields.put(10, "1000");

    assertThat(findings(builder().record(14, fields, Optional.of(wsq))))
        .singleElement()
        .returns(FindingCode.FIELD_RELATION, Finding::code)
        .returns(Severity.WARNING, Finding::severity)
        .returns("WSQ20 at 1000 ppi", Finding::found);
  }

  private static TransactionBuilder tagged(
      int type, int bits, String csp, String cga, byte[] data) {
    return builder().record(type, fields(type, bits, csp, cga), Optional.of(data));
  }

  private static TreeMap<Integer, String> fields(int type, int bits, String csp, String cga) {
    TreeMap<Integer, String> fields =
        new TreeMap<>(
            Map.of(
                6,
                "40",
                7,
                "30",
                8,
                "1",
                9,
                "500",
                10,
                "500",
                11,
                cga,
                12,
                type == 10 ? csp : String.valueOf(bits)));
    if (type == 17) {
      fields.put(13, csp);
    }
    return fields;
  }

  private static TransactionBuilder typeFour(Cga cga, byte[] data) {
    return builder().type4(1, 1, Picture.of(cga, WIDTH, HEIGHT, data));
  }

  /// A scan at its own resolution has none where 1.011 gives none.
  @ParameterizedTest
  @CsvSource({"0, 00.00, true", "1, 19.69, true", "1, 39.37, true", "1, 00.00, false"})
  void demandsTheResolutionOfANativeScan(String isr, String nsr, boolean right) {
    TreeMap<Integer, String> fields =
        new TreeMap<>(Map.of(2, "1", 3, "0", 4, "2", 5, isr, 6, "40", 7, "30", 8, "0"));
    Transaction card = file(4, nsr, RecordBytes.binary(fields, new byte[1200]));

    assertThat(findings(card)).hasSize(right ? 0 : 1).allMatch(f -> f.field().equals("4.005"));
  }

  /// A Type-8, which no builder makes.
  private static Transaction signature(byte[] data) {
    TreeMap<Integer, String> fields =
        new TreeMap<>(Map.of(2, "1", 3, "0", 4, "0", 5, "0", 6, "40", 7, "30"));
    return file(8, "00.00", RecordBytes.signature(fields, data));
  }

  /// A Type-1 and one binary record.
  private static Transaction file(int type, String nsr, byte[] record) {
    TreeMap<Integer, String> header =
        new TreeMap<>(
            Map.of(
                2,
                "0500",
                3,
                "1\u001F1\u001E" + type + "\u001F01",
                4,
                "CAR",
                5,
                "20100112",
                7,
                "FBI000000",
                8,
                "CA0340000",
                9,
                "0123456789",
                11,
                nsr,
                12,
                nsr));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(RecordBytes.tagged(1, header, Optional.empty()));
    file.writeBytes(record);
    return ((Decoded.Accepted) ItlReader.read(file.toByteArray())).transaction();
  }

  private static TransactionBuilder builder() {
    return TransactionBuilder.of("CAR")
        .header(5, "20100112")
        .header(7, "FBI000000")
        .header(8, "CA0340000")
        .header(9, "0123456789");
  }

  /// What the record's data gave rise to: nothing else is filled in here.
  private static List<Finding> findings(TransactionBuilder builder) {
    return findings(builder.build());
  }

  private static List<Finding> findings(Transaction transaction) {
    List<FindingCode> codes =
        List.of(
            FindingCode.IMAGE_SIZE_MISMATCH,
            FindingCode.RESOLUTION_DISAGREES,
            FindingCode.FIELD_RELATION);
    return Profile.named("itl").check(transaction).stream()
        .filter(finding ->
            codes.contains(finding.code())
                || finding.code() == FindingCode.FIELD_MISSING && finding.field().endsWith(".999"))
        .filter(finding -> !finding.record().equals("1"))
        .toList();
  }
}

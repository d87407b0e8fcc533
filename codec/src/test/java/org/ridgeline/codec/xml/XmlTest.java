package org.ridgeline.codec.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ridgeline.codec.itl.Cga;
import org.ridgeline.codec.itl.Decoded;
import org.ridgeline.codec.itl.FingerImage;
import org.ridgeline.codec.itl.ItlRecord;
import org.ridgeline.codec.itl.Picture;
import org.ridgeline.codec.itl.TaggedRecord;
import org.ridgeline.codec.itl.Transaction;
import org.ridgeline.codec.itl.TransactionBuilder;
import org.ridgeline.vocabulary.FindingCode;

class XmlTest {
  private static final String HEAD =
      "<itl:NISTBiometricInformationExchangePackage"
          + " xmlns:itl='http://biometrics.nist.gov/standard/2011'"
          + " xmlns:b='http://niem.gov/niem/biometrics/1.0'"
          + " xmlns:nc='http://niem.gov/niem/niem-core/2.0'"
          + " xmlns:e='http://cjis.fbi.gov/fbi_ebts/10.0'>";
  private static final String TAIL = "</itl:NISTBiometricInformationExchangePackage>";

  @Test
  void comesBackAsItWent() {
    Transaction car = car().build();
    XmlWriter.Encoded xml = XmlWriter.write(car);
    assertThat(xml.findings()).isEmpty();
    Decoded decoded = XmlReader.read(xml.bytes());
    assertThat(decoded.findings()).isEmpty();
    Transaction back = ((Decoded.Accepted) decoded).transaction();
    assertThat(back.records()).hasSameSizeAs(car.records());
    for (int i = 0; i < car.records().size(); i++) {
      ItlRecord before = car.records().get(i);
      ItlRecord after = back.records().get(i);
      assertThat(after.type()).isEqualTo(before.type());
      for (int field : before.fields()) {
        if (field > 1) {
          assertThat(after.subfields(field))
              .as(ItlRecord.tag(before.type(), field))
              .isEqualTo(before.subfields(field));
        }
      }
      assertThat(after.data().isPresent()).isEqualTo(before.data().isPresent());
    }
    assertThat(back.fingerImages()).extracting(FingerImage::fgp).containsExactly(1, 13);
    assertThat(back.fingerImages().get(0).data()).containsExactly(1, 28, 29, 30);
    assertThat(XmlWriter.write(back).bytes()).isEqualTo(xml.bytes());
  }

  @Test
  void printsNothingAboutBrokenFiles() {
    PrintStream before = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, UTF_8));
    try {
      assertThat(XmlReader.read(new byte[] {'<', 'a', (byte) 0xFF, '>'}).findings()).hasSize(1);
    } finally {
      System.setErr(before);
    }
    assertThat(said.toString(UTF_8)).isEmpty();
  }

  @Test
  void readsTheEncodingsOfXml() {
    String xml = new String(XmlWriter.write(car().field2(6, "JÜRGEN").build()).bytes(), UTF_8);
    Decoded expected = XmlReader.read(xml.getBytes(UTF_8));
    assertThat(expected).isInstanceOf(Decoded.Accepted.class);
    for (String charset : List.of("UTF-8", "UTF-16", "ISO-8859-1", "windows-1252")) {
      byte[] bytes = xml.replaceFirst("UTF-8", charset).getBytes(Charset.forName(charset));
      assertThat(XmlReader.read(bytes)).as(charset).isEqualTo(expected);
    }
    String bare = xml.substring(xml.indexOf("?>") + 2);
    assertThat(XmlReader.read(("\uFEFF" + bare).getBytes(UTF_8))).isEqualTo(expected);
  }

  @Test
  void writesWhatTheSchemaNames() {
    String xml = new String(XmlWriter.write(car().build()).bytes(), UTF_8);
    assertThat(xml)
        .contains("<nc:Date>1980-01-01</nc:Date>")
        .contains("<nc:PersonGivenName>JANE</nc:PersonGivenName>")
        .contains("<nc:PersonMiddleName>MARY ANN</nc:PersonMiddleName>")
        .contains("<nc:PersonSurName>O'NEIL</nc:PersonSurName>")
        .contains("<biom:RecordRetentionIndicator>true</biom:RecordRetentionIndicator>")
        .contains("<biom:TransactionMajorVersionValue>05</biom:TransactionMajorVersionValue>")
        .contains("A &amp; B &lt;1&gt;");
  }

  @Test
  void readsASampleInAnotherHand() {
    String xml =
        HEAD
            + "<itl:PackageInformationRecord><b:RecordCategoryCode>01</b:RecordCategoryCode>"
            + "<b:Transaction><b:TransactionDate><nc:Date>2007-01-01</nc:Date></b:TransactionDate>"
            + "<b:TransactionControlIdentification><nc:IdentificationID>T1</nc:IdentificationID>"
            + "</b:TransactionControlIdentification>"
            + "<b:TransactionMajorVersionValue>05</b:TransactionMajorVersionValue>"
            + "<b:TransactionMinorVersionValue>00</b:TransactionMinorVersionValue>"
            + "<e:TransactionCategoryCode>CAR</e:TransactionCategoryCode>"
            + "<e:Unheard>of</e:Unheard></b:Transaction></itl:PackageInformationRecord>"
            + "<itl:PackageHighResolutionGrayscaleImageRecord>"
            + "<b:ImageReferenceIdentification><nc:IdentificationID>01</nc:IdentificationID>"
            + "</b:ImageReferenceIdentification><b:FingerprintImage>"
            + "<nc:BinaryBase64Object>AQ ID\n</nc:BinaryBase64Object>"
            + "<b:ImageCompressionAlgorithmCode>1</b:ImageCompressionAlgorithmCode>"
            + "<b:ImageHorizontalLineLengthPixelQuantity>80"
            + "</b:ImageHorizontalLineLengthPixelQuantity>"
            + "<b:ImageVerticalLineLengthPixelQuantity>65"
            + "</b:ImageVerticalLineLengthPixelQuantity>"
            + "<b:FingerprintImagePosition><b:FingerPositionCode>2</b:FingerPositionCode>"
            + "</b:FingerprintImagePosition></b:FingerprintImage>"
            + "</itl:PackageHighResolutionGrayscaleImageRecord>"
            + TAIL;
    Decoded decoded = XmlReader.read(xml.getBytes(UTF_8));
    assertThat(decoded.findings())
        .extracting(f -> f.found())
        .containsExactly("<ebts:Unheard>, left out");
    Transaction read = ((Decoded.Accepted) decoded).transaction();
    assertThat(read.header().value(5)).contains("20070101");
    assertThat(read.ver()).contains("0500");
    FingerImage image = read.fingerImages().getFirst();
    assertThat(image.data()).containsExactly(1, 2, 3);
    assertThat(image.cga()).isEqualTo(Cga.WSQ20);
    assertThat(image.hll()).isEqualTo(80);
  }

  @Test
  void refusesWhatIsNoSuchPackageAndAsksForNothingOutside() {
    for (String xml :
        List.of(
            "",
            "<a/>",
            "<a><b></a>",
            "not xml",
            "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
            HEAD + "<itl:PackageInformationRecord>",
            HEAD + "<a>".repeat(XmlReader.DEPTH_MAX) + "</a>".repeat(XmlReader.DEPTH_MAX) + TAIL)) {
      Decoded decoded = XmlReader.read(xml.getBytes(UTF_8));
      assertThat(decoded).as(xml).isInstanceOf(Decoded.Refused.class);
      assertThat(decoded.findings().getFirst().code()).isEqualTo(FindingCode.TAG_INVALID);
    }
  }

  @Test
  void refusesEveryTruncation() {
    byte[] xml = XmlWriter.write(car().build()).bytes();
    for (int length = 0; length < xml.length - 2; length += 7) {
      assertThat(XmlReader.read(Arrays.copyOf(xml, length))).isInstanceOf(Decoded.Refused.class);
    }
  }

  @Test
  void saysWhatHasNoPlace() {
    Transaction car = car().field2(901, "STATE'S OWN").build();
    assertThat(XmlWriter.write(car).findings())
        .extracting(finding -> finding.field())
        .containsExactly("2.901");
    TaggedRecord two = car.typeTwo().orElseThrow();
    assertThat(two.has(901)).isTrue();
  }

  private static TransactionBuilder car() {
    return TransactionBuilder.of("CAR")
        .header(5, "20100112")
        .header(7, "FBI000000")
        .header(8, "CA0340000")
        .header(9, "0123456789")
        .header(13, "NORAM\u001FEBTS 10.0")
        .header(14, "20100112101112Z")
        .field2(5, "Y")
        .field2(6, "A & B <1>")
        .field2(7, "WV1000000", "NY030025P")
        .field2(17, "PP-12345", "AR-99")
        .field2(18, "O'NEIL,JANE MARY ANN")
        .field2(19, "DOE,J", "ROE,JANE")
        .field2(20, "CA")
        .field2(22, "19800101", "00000000")
        .field2(24, "F")
        .field2(27, "505")
        .field2(41, "12 OAK DRIVE, TOWN")
        .field2(45, "20100111")
        .field2(47, List.of(List.of("20100111", "THEFT"), List.of("", "FRAUD")))
        .field2(73, "CA0340100", "CA0340200")
        .field2(84, List.of(List.of("03", "XX"), List.of("04", "UP")))
        .field2(2037, "DHS123")
        .type4(1, 1, Picture.of(Cga.WSQ20, 500, 600, new byte[] {1, 28, 29, 30}))
        .type14(
            13,
            0,
            new Picture(Cga.PNG, 1600, 1000, 1000, new byte[] {7}),
            Map.of(
                21, "7\u001F1\u001F9\u001F2\u001F8\u001E8\u001F10\u001F20\u001F2\u001F8",
                25, "7\u001F3\u001F1\u001F2\u001F3\u001F4\u001F5\u001F6"));
  }
}

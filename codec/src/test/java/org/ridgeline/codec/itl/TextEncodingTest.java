package org.ridgeline.codec.itl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.Severity;

/// Names in the alphabets of those who bear them.
class TextEncodingTest {
  @ParameterizedTest
  @CsvSource({
    "0^ASCII, US-ASCII, 'DOE,JANE'",
    "1^8-bit ASCII, ISO-8859-1, 'MUÑOZ,JOSÉ'",
    "1^ISO-8859-1, ISO-8859-1, 'MUÑOZ,JOSÉ'",
    "3^UTF-8, UTF-8, 'Łęcka,Żaneta'",
    "003, UTF-8, 'Łęcka,Żaneta'",
    "128^windows-1250, windows-1250, 'Łęcka,Żaneta'",
    "129^windows-1251, windows-1251, 'Іваненко,Яна'",
    "200^CP1252, windows-1252, 'MUÑOZ,JOSÉ'",
    "1^windows-1252, windows-1252, 'O’NEIL,ZOË'",
    "201^1253, windows-1253, 'Νικολάου,Άννα'",
    "202^Windows-1254, windows-1254, 'Yıldız,İpek'",
    "203^windows-1255, windows-1255, 'כהן,יעל'",
    "204^WINDOWS-1256, windows-1256, 'سالم,ليلى'",
    "128^UTF-8, UTF-8, 'Łęcka,Żaneta'"
  })
  void readsNamesInTheEncodingThatIsDeclared(String dcs, String charset, String name) {
    Decoded.Accepted read = accepted(file(dcs, name.getBytes(Charset.forName(charset))));

    assertThat(read.transaction().typeTwo().orElseThrow().value(18))
        .contains(name.split(",")[0] + "," + name.split(",")[1]);
    assertThat(read.findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', windows-1255, EB, ISO-8859-1, 'US-ASCII|ASCII, as 1.015 declares no other'",
    "'', UTF-8, D7, UTF-8, 'ASCII, as 1.015 declares no other'",
    "0^ASCII, windows-1255, EB, ISO-8859-1, 'US-ASCII, as 1.015 declares'",
    "3^UTF-8, windows-1255, EB, ISO-8859-1, 'UTF-8, as 1.015 declares'"
  })
  void namesWhatIsDeclaredWhatIsUsedAndWhere(
      String dcs, String charset, String first, String used, String declared) {
    byte[] bytes = file(dcs, "כהן,יעל".getBytes(Charset.forName(charset)));

    Finding finding = accepted(bytes).findings().getFirst();

    assertThat(accepted(bytes).findings()).hasSize(1);
    assertThat(finding.code()).isEqualTo(FindingCode.TEXT_ENCODING);
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.field()).isEqualTo("2.018");
    assertThat(finding.expected()).contains(declared.substring(declared.indexOf('|') + 1));
    assertThat(finding.found()).startsWith(first + " at byte ").endsWith("read as " + used);
    assertThat(String.format("%02X", bytes[(int) finding.offset()])).isEqualTo(first);
  }

  @Test
  void warnsOnceAFieldHoweverManyItsValues() {
    String many = "é,a~é,b~é,c|2.019:ü,a~ü,b";
    byte[] bytes = file("3^UTF-8", Golden.bytes(many));

    assertThat(accepted(bytes).findings())
        .extracting(Finding::field)
        .containsExactly("2.018", "2.019");
  }

  @Test
  void saysThatAnEncodingIsNotKnown() {
    for (String dcs : List.of("200^KOI8-R", "5^x", "zz", "999")) {
      List<Finding> findings = accepted(file(dcs, Golden.bytes("DOE,JANE"))).findings();

      assertThat(findings)
          .as(dcs)
          .singleElement()
          .returns(FindingCode.TEXT_ENCODING, Finding::code)
          .returns("1.015", Finding::field)
          .satisfies(f -> assertThat(f.found()).endsWith("read as ASCII"));
    }
  }

  private static byte[] file(String dcs, byte[] name) {
    String declared = dcs.isEmpty() ? "" : "|1.015:" + dcs;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(
        Golden.bytes(
            Golden.record("1.001:", "|1.002:0500|1.003:1^1~2^00|1.004:CAR" + declared + "$")));
    String filler = "x".repeat(name.length);
    String two = Golden.record("2.001:", "|2.002:00|2.018:" + filler + "$");
    int at = two.indexOf(filler);
    out.writeBytes(Golden.bytes(two.substring(0, at)));
    out.writeBytes(name);
    out.writeBytes(Golden.bytes(two.substring(at + filler.length())));
    return out.toByteArray();
  }

  private static Decoded.Accepted accepted(byte[] bytes) {
    return switch (ItlReader.read(bytes)) {
      case Decoded.Accepted accepted -> accepted;
      case Decoded.Refused refused -> throw new AssertionError(refused.findings());
    };
  }
}

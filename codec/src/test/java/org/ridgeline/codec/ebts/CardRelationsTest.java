package org.ridgeline.codec.ebts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.codec.itl.Cga;
import org.ridgeline.codec.itl.Decoded;
import org.ridgeline.codec.itl.ItlReader;
import org.ridgeline.codec.itl.ItlWriter;
import org.ridgeline.codec.itl.Picture;
import org.ridgeline.codec.itl.RecordBytes;
import org.ridgeline.codec.itl.Transaction;
import org.ridgeline.codec.itl.TransactionBuilder;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.Severity;

/// What a ten-print card demands, and the base standard does not.
class CardRelationsTest {
  private static final String US = "\u001f";
  private static final Picture PICTURE = Picture.of(Cga.NONE, 20, 10, new byte[200]);

  @Test
  void acceptsACardOfRolledAndPlainPrints() {
    Transaction card =
        card(b -> {
          for (int fgp = 1; fgp <= 10; fgp++) {
            b.type4(fgp, 1, PICTURE);
          }
          for (int fgp = 11; fgp <= 14; fgp++) {
            b.type4(fgp, 0, PICTURE);
          }
          return b;
        });

    assertThat(findings("ebts", card)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "4, 11, 1",
    "4, 12, 3",
    "4, 13, 1",
    "4, 14, 3",
    "14, 13, 1",
    "14, 14, 3",
    "14, 15, 1",
    "14, 11, 3"
  })
  void warnsOfASlapThatIsCalledRolled(int type, int fgp, int imp) {
    assertWarning(
        card(b -> print(b, type, fgp, imp)), type + ".003", FindingCode.FIELD_RELATION, "7.7.4");
  }

  @ParameterizedTest
  @CsvSource({"4, 2, 1", "4, 13, 0", "14, 2, 1", "14, 2, 0", "14, 15, 0"})
  void warnsOfAPrintThatIsThereTwice(int type, int fgp, int imp) {
    String field = type == 4 ? "4.004" : "14.013";

    assertWarning(
        card(b -> print(print(b, type, fgp, imp), type, fgp, imp)),
        field,
        FindingCode.RECORD_OCCURRENCE,
        "7.7.4");
  }

  @Test
  void takesAFingerOnceRolledAndOncePlain() {
    assertThat(findings("ebts", card(b -> print(print(b, 14, 2, 1), 14, 2, 0)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"13, 7", "14, 2", "15, 2", "13, 1", "40, 4", "47, 5"})
  void warnsOfASegmentThatTheSlapDoesNotShow(int fgp, int finger) {
    String segment = String.join(US, String.valueOf(finger), "1", "9", "1", "9");

    assertWarning(
        card(b -> b.type14(fgp, 0, PICTURE, Map.of(21, segment))),
        "14.021",
        FindingCode.FIELD_RELATION,
        "8.14.21");
  }

  @ParameterizedTest
  @CsvSource({"13, 2", "14, 10", "15, 6", "40, 2", "46, 7", "50, 8"})
  void takesASegmentThatTheSlapShows(int fgp, int finger) {
    String segment = String.join(US, String.valueOf(finger), "1", "9", "1", "9");

    assertThat(findings("ebts", card(b -> b.type14(fgp, 0, PICTURE, Map.of(21, segment)))))
        .isEmpty();
  }

  @Test
  void warnsOfOneIdcForTwoImages() {
    byte[] bytes = ItlWriter.write(card(b -> print(print(b, 14, 2, 1), 14, 3, 1)));
    String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    byte[] twice =
        text.replace("14" + US + "02", "14" + US + "01")
            .replace("14.002:02", "14.002:01")
            .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

    assertWarning(
        ((Decoded.Accepted) ItlReader.read(twice)).transaction(),
        "14.002",
        FindingCode.FIELD_RELATION,
        "7.3.1");
  }

  @ParameterizedTest
  @CsvSource({"200, true", "195, false", "201, false"})
  void countsTheRawPixelsOfAnFbiTypeSeven(int bytes, boolean right) {
    TreeMap<Integer, String> header =
        new TreeMap<>(
            Map.of(
                2,
                "0500",
                3,
                "1" + US + "1\u001e7" + US + "01",
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
                "00.00",
                12,
                "00.00"));
    TreeMap<Integer, String> fields =
        new TreeMap<>(Map.of(2, "1", 3, "0", 4, "0", 5, "0", 6, "20", 7, "10", 8, "0"));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(RecordBytes.tagged(1, header, Optional.empty()));
    file.writeBytes(RecordBytes.binary(fields, new byte[bytes]));
    Transaction card = ((Decoded.Accepted) ItlReader.read(file.toByteArray())).transaction();

    assertThat(Profile.named("ebts").check(card))
        .filteredOn(finding -> finding.code() == FindingCode.IMAGE_SIZE_MISMATCH)
        .hasSize(right ? 0 : 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DOE JANE", "DOE"})
  void warnsOfANameWithoutItsComma(String name) {
    assertWarning(
        card(b -> b.field2(18, name)), "2.018", FindingCode.FIELD_INVALID, "EBTS 9.1 C, NAM");
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 14, 15})
  void refusesPrintsWithoutAScale(int type) {
    Map<Integer, String> fields =
        Map.of(6, "20", 7, "10", 8, "0", 9, "500", 10, "500", 11, "NONE", 12, "8");
    Transaction card = card(b -> b.record(type, fields, Optional.of(new byte[200])));

    assertThat(Profile.named("ebts").check(card))
        .anySatisfy(finding -> {
          assertThat(finding.field()).isEqualTo(type + ".008");
          assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        });
    assertThat(Profile.named("itl").check(card))
        .noneMatch(finding -> finding.field().equals(type + ".008"));
  }

  @Test
  void theBaseStandardHoldsNoCardToAnything() {
    Transaction card =
        card(b -> print(print(b, 4, 13, 1), 4, 13, 1).field2(18, "DOE").field2(22, "20300101"));

    assertThat(Profile.named("itl").check(card)).isEmpty();
    assertThat(Profile.named("ebts").check(card))
        .extracting(Finding::field)
        .contains("2.018", "2.022", "4.003", "4.004");
  }

  private static TransactionBuilder print(TransactionBuilder b, int type, int fgp, int imp) {
    return type == 4 ? b.type4(fgp, imp, PICTURE) : b.type14(fgp, imp, PICTURE, Map.of());
  }

  private static void assertWarning(
      Transaction card, String field, FindingCode code, String clause) {
    assertThat(findings("ebts", card))
        .singleElement()
        .returns(Severity.WARNING, Finding::severity)
        .returns(code, Finding::code)
        .returns(field, Finding::field)
        .satisfies(finding -> assertThat(finding.clause()).contains(clause));
    assertThat(findings("ebts91", card)).hasSize(1);
    assertThat(findings("itl", card)).isEmpty();
  }

  /// What the card's own relations gave rise to, and not how complete it is.
  private static List<Finding> findings(String profile, Transaction card) {
    return Profile.named(profile).check(card).stream()
        .filter(f -> f.severity() == Severity.WARNING)
        .toList();
  }

  private static Transaction card(UnaryOperator<TransactionBuilder> prints) {
    TransactionBuilder builder =
        TransactionBuilder.of("CAR")
            .header(5, "20100112")
            .header(7, "FBI000000")
            .header(8, "CA0340000")
            .header(9, "0123456789");
    return prints.apply(builder).build();
  }
}

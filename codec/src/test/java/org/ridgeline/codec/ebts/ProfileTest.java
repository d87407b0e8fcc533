package org.ridgeline.codec.ebts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.ridgeline.codec.itl.Cga;
import org.ridgeline.codec.itl.Picture;
import org.ridgeline.codec.itl.TransactionBuilder;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.Severity;

class ProfileTest {
  private static final Profile EBTS = Profile.named("ebts");

  /// As WSQ begins: nothing here decodes.
  private static final byte[] WSQ = {(byte) 0xFF, (byte) 0xA0};

  @Test
  void acceptsACriminalSubmission() {
    assertThat(check(UnaryOperator.identity())).isEmpty();
  }

  @Test
  void acceptsWhatIsUnknownOrUnusual() {
    assertThat(
            check(car ->
                car.field2(18, "O'NEIL-SMITH,MARY ANN")
                    .field2(19, "DOE,JANE", "ROE,J")
                    .field2(22, "00000000", "19800229")
                    .field2(27, "000")
                    .field2(29, "000")
                    .field2(47, List.of(List.of("", "CHARGE NOT STATED")))
                    .field2(2037, "DHS123457")))
        .isEmpty();
  }

  @Test
  void knowsTheTypesOfNineOne() {
    Profile old = Profile.named("ebts91");
    assertThat(old.tots())
        .hasSize(71)
        .contains("NFAP", "CARC", "CNAC", "DEKC", "FNCC", "FUFC", "MAPC", "NFFC", "NFDP", "TPFS");
    assertThat(old.mandatoryFields("CARC"))
        .isEqualTo(old.mandatoryFields("CAR"))
        .isEqualTo(Profile.named("ebts").mandatoryFields("CAR"));
    assertThat(old.check(car("CAR").build())).isEmpty();
    assertThat(old.check(car("CARC").build())).isEmpty();
    assertThat(old.check(car("XMNT").build()))
        .extracting(Finding::code)
        .containsExactly(FindingCode.TOT_UNKNOWN);
    assertThat(Profile.named("ebts").check(car("CARC").build()))
        .extracting(Finding::code)
        .containsExactly(FindingCode.TOT_UNKNOWN);
  }

  @Test
  void namesTheFieldThatIsMissing() {
    List<Finding> findings = check(car -> car.field2(24, "").field2(25, "W"));
    assertThat(findings).hasSize(1);
    Finding finding = findings.getFirst();
    assertThat(finding.code()).isEqualTo(FindingCode.FIELD_MISSING);
    assertThat(finding.field()).isEqualTo("2.024");
    assertThat(finding.record()).isEqualTo("2");
    assertThat(finding.expected()).isEqualTo("SEX (2.024), mandatory in a CAR");
    assertThat(finding.offset()).isPositive();
  }

  @Test
  void findsValuesThatMayNotBe() {
    expect(car -> car.field2(18, "DOE,J4NE"), FindingCode.FIELD_INVALID, "2.018");
    expect(car -> car.field2(18, "D,"), FindingCode.FIELD_RANGE, "2.018");
    expect(car -> car.field2(22, "19800230"), FindingCode.FIELD_INVALID, "2.022");
    expect(car -> car.field2(22, "1980"), FindingCode.FIELD_INVALID, "2.022");
    expect(car -> car.field2(24, "Q"), FindingCode.FIELD_INVALID, "2.024");
    expect(car -> car.field2(27, "512"), FindingCode.FIELD_INVALID, "2.027");
    expect(car -> car.field2(73, "CA034"), FindingCode.FIELD_RANGE, "2.073");
    expect(car -> car.field2(18, "A,B", "C,D"), FindingCode.FIELD_OCCURRENCE, "2.018");
    expect(car -> car.field2(45, "20100301"), FindingCode.FIELD_RELATION, "2.045");
    expect(car -> car.header(5, "20101301"), FindingCode.HEADER_INVALID, "1.005");
    expect(car -> car.header(8, "CA034"), FindingCode.HEADER_INVALID, "1.008");
  }

  @Test
  void findsRecordsBeyondTheirNumber() {
    List<Finding> findings =
        check(car -> {
          TransactionBuilder more = car;
          for (int i = 1; i < 15; i++) {
            more = more.type4(i + 1, i < 10 ? 1 : 0, Picture.of(Cga.WSQ20, 500, 500, WSQ));
          }
          return more;
        });
    assertThat(findings).extracting(Finding::code).containsExactly(FindingCode.RECORD_OCCURRENCE);
    assertThat(findings.getFirst().expected()).isEqualTo("0..14 records Type-4 in a CAR");
  }

  @Test
  void warnsOfFieldsThatHaveNoPlace() {
    List<Finding> findings = check(car -> car.field2(2024, "RISC"));
    assertThat(findings).extracting(Finding::severity).containsExactly(Severity.WARNING);
    assertThat(findings.getFirst().field()).isEqualTo("2.2024");
  }

  @Test
  void knowsEveryTypeOfTransaction() {
    assertThat(EBTS.tots()).hasSize(96).contains("CAR", "CNA", "RPIS", "SRE", "ERRT", "XMNT");
    assertThat(EBTS.mandatoryFields("CAR"))
        .containsExactly(5, 18, 20, 22, 24, 25, 27, 29, 31, 32, 45, 47, 73);
    assertThat(EBTS.mnemonic(2, 18)).contains("NAM");
    assertThat(EBTS.mnemonic(14, 5)).contains("FCD");
    assertThat(EBTS.mnemonic(14, 1)).contains("LEN");
    List<Finding> findings =
        EBTS.check(car("BOGUS").build()).stream()
            .filter(f -> f.severity() == Severity.ERROR)
            .toList();
    assertThat(findings).extracting(Finding::code).containsExactly(FindingCode.TOT_UNKNOWN);
  }

  @Test
  void layersADialect() {
    Profile state =
        EBTS.layered(
            "state",
            """
            source State of Fiction 1.0
            2.018 NAM O 1 | NAM AS 3-8 | NAM
            2.901 XYZ O 1 | XYZ N 3 | XYZ
            """);
    TransactionBuilder car = car("CAR").field2(18, "DOE,JANE MARY").field2(901, "12");
    assertThat(state.check(car.build()))
        .extracting(Finding::field)
        .containsExactly("2.018", "2.901", "2.901");
    assertThat(state.check(car.build()).getFirst().clause()).isEqualTo("State of Fiction 1.0 NAM");
  }

  @Test
  void refusesUnknownNamesAndUnreadableRows() {
    assertThatThrownBy(() -> Profile.named("x")).hasMessageContaining("[ebts, ebts91, itl]");
    assertThatThrownBy(() -> EBTS.layered("d", "2.018 NAM"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("d:1");
    assertThatThrownBy(() -> EBTS.layered("d", "2.018 NAM Q 1 | NAM AS | x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void expect(
      UnaryOperator<TransactionBuilder> change, FindingCode code, String field) {
    List<Finding> errors =
        check(change).stream().filter(f -> f.severity() == Severity.ERROR).toList();
    assertThat(errors).isNotEmpty();
    assertThat(errors).extracting(Finding::code).containsOnly(code);
    assertThat(errors).extracting(Finding::field).containsOnly(field);
    assertThat(errors).allMatch(f -> !f.clause().isEmpty() && f.offset() >= 0);
  }

  private static List<Finding> check(UnaryOperator<TransactionBuilder> change) {
    return EBTS.check(change.apply(car("CAR")).build());
  }

  private static TransactionBuilder car(String tot) {
    return TransactionBuilder.of(tot)
        .header(5, "20100112")
        .header(7, "FBI000000")
        .header(8, "CA0340000")
        .header(9, "0123456789")
        .field2(5, "Y")
        .field2(18, "DOE,JANE")
        .field2(20, "CA")
        .field2(22, "19800101")
        .field2(24, "F")
        .field2(25, "W")
        .field2(27, "505")
        .field2(29, "130")
        .field2(31, "BRO")
        .field2(32, "BLK")
        .field2(45, "20100111")
        .field2(47, List.of(List.of("20100111", "PETTY THEFT")))
        .field2(73, "CA0340100")
        .type4(1, 1, Picture.of(Cga.WSQ20, 500, 500, WSQ));
  }
}

package org.ridgeline.exchange.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ridgeline.codec.itl.TransactionBuilder;
import org.ridgeline.exchange.Bookings;
import org.ridgeline.exchange.Requests;
import org.ridgeline.exchange.agency.Channel;
import org.ridgeline.exchange.agency.Service;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.Severity;

/// What each service takes, and what it refuses.
class ServiceRulesTest {
  private static final String NEIGHBOUR = "CA0350000";

  private static List<Finding> findings(TransactionBuilder file, Set<Service> services) {
    return SubmissionRules.check(
        file.build(),
        new Sender(
            Bookings.agency(), Channel.FETCH, _ -> true, services, () -> List.of(NEIGHBOUR)));
  }

  private static Set<FindingCode> errors(TransactionBuilder file, Set<Service> services) {
    return findings(file, services).stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .map(Finding::code)
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @EnumSource
  void takesWhatItsSenderMayAsk(Service service) {
    for (String tot : service.tots()) {
      assertThat(errors(Requests.of(tot), EnumSet.of(service))).as(tot).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusesWhatItsSenderMayNotAsk(Service service) {
    Set<Service> others = EnumSet.complementOf(EnumSet.of(service));
    for (String tot : service.tots()) {
      assertThat(errors(Requests.of(tot), others)).as(tot).containsExactly(FindingCode.A0004);
    }
  }

  @Test
  void noTypeOfTransactionAsksForTwoThings() {
    List<String> all = Stream.of(Service.values()).flatMap(s -> s.tots().stream()).toList();
    assertThat(all).doesNotHaveDuplicates().hasSameSizeAs(Service.allTots());
  }

  private record Row(String says, TransactionBuilder file, FindingCode code, String field) {}

  private static Stream<Row> wrong() {
    return Stream.of(
        new Row("one finger", Requests.rapid(1), FindingCode.L0008, ""),
        new Row("no finger", Requests.verification(0), FindingCode.L0008, ""),
        new Row(
            "nobody named",
            Requests.verification(1).field2(14, ""),
            FindingCode.FIELD_MISSING,
            "2.014"),
        new Row(
            "two people named",
            Requests.verification(1).field2(14, "R00000001", "R00000002"),
            FindingCode.FIELD_OCCURRENCE,
            "2.014"),
        new Row(
            "a thousand people's images",
            Requests.images().field2(14, many()),
            FindingCode.FIELD_OCCURRENCE,
            "2.014"),
        new Row(
            "nobody asks", Requests.images().field2(6, " "), FindingCode.FIELD_MISSING, "2.006"),
        new Row(
            "a finger that is none",
            Requests.images().field2(57, "16"),
            FindingCode.FIELD_INVALID,
            "2.057"),
        new Row(
            "sets of images",
            Requests.images().field2(2028, List.of(List.of("A", "B"))),
            FindingCode.FIELD_NOT_ALLOWED,
            "2.2028"),
        new Row(
            "another repository",
            Requests.rapid(2).field2(98, "1", "9"),
            FindingCode.FIELD_INVALID,
            "2.098"),
        new Row(
            "a finger twice",
            Requests.submitted(2).type4(2, 0, Bookings.picture()),
            FindingCode.RECORD_OCCURRENCE,
            ""),
        new Row(
            "a finger by itself and on a slap",
            Requests.submitted(1).type4(13, 2, Bookings.picture()),
            FindingCode.RECORD_OCCURRENCE,
            ""),
        new Row("no finger to add", Requests.submitted(0), FindingCode.L0008, ""));
  }

  private static String[] many() {
    return Stream.iterate(1, n -> n + 1)
        .limit(1_000)
        .map("R%08d"::formatted)
        .toArray(String[]::new);
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void refusesAndNamesTheField(Row row) {
    assertThat(findings(row.file(), EnumSet.allOf(Service.class)))
        .as(row.says())
        .anyMatch(finding ->
            finding.severity() == Severity.ERROR
                && finding.code() == row.code()
                && finding.field().equals(row.field()));
  }

  @Test
  void onlyWhoHasApplicantsCheckedAsksAboutOne() {
    for (Service service :
        EnumSet.of(Service.VERIFICATION, Service.IMAGE_REQUEST, Service.IMAGE_SUBMISSION)) {
      TransactionBuilder file = Requests.of(service.tots().getFirst()).field2(14, "C00000001");
      assertThat(errors(file, EnumSet.of(service))).containsExactly(FindingCode.A0004);
      assertThat(errors(file, EnumSet.of(service, Service.APPLICANT))).isEmpty();
    }
  }

  @Test
  void aCopyForAStrangerIsToldAndTheRestGoesOn() {
    List<Finding> findings =
        findings(
            Bookings.printed("T1").field2(7, NEIGHBOUR, "CA0990000"), EnumSet.of(Service.BOOKING));
    assertThat(findings)
        .filteredOn(finding -> finding.code() == FindingCode.COPY_NOT_SENT)
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.severity()).isEqualTo(Severity.WARNING);
          assertThat(finding.found()).contains("CA0990000");
        });
  }
}

package org.ridgeline.exchange.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ridgeline.codec.itl.TaggedRecord;
import org.ridgeline.codec.itl.Transaction;
import org.ridgeline.exchange.agency.Service;
import org.ridgeline.exchange.submission.NamedNumber;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.Severity;

/// What is asked about one person on record must name that person, and nobody else: EBTS lets an
/// IRQ name a thousand, and here nobody draws the prints of a thousand people with one message.
final class NamedPersonRules {
  private static final int ATN = 6;
  private static final int FBI = NamedNumber.FIELD;
  private static final int FNR = 57;
  private static final int BID = 2_028;
  private static final int NUMBER_CHARS_MAX = 40;

  /// Fingers 1 to 10, plain thumbs 11 and 12, slaps 13 to 15.
  private static final Set<String> FNRS =
      IntStream.rangeClosed(1, 15)
          .boxed()
          .flatMap(n -> Stream.of(String.valueOf(n), String.format("%02d", n)))
          .collect(Collectors.toUnmodifiableSet());

  private NamedPersonRules() {}

  static List<Finding> check(Transaction transaction, Service service, Set<Service> mayAsk) {
    Optional<TaggedRecord> two = transaction.typeTwo();
    return switch (service) {
      case BOOKING, APPLICANT, RAPID -> List.of();
      case VERIFICATION, IMAGE_SUBMISSION ->
          two.map(record -> number(record, mayAsk)).orElse(List.of());
      case IMAGE_REQUEST -> two.map(record -> request(record, mayAsk)).orElse(List.of());
    };
  }

  private static List<Finding> number(TaggedRecord two, Set<Service> mayAsk) {
    List<String> numbers = NamedNumber.of(two);
    String expected = "FBI, one number of one person";
    if (numbers.size() != 1) {
      return List.of(
          error(two, FBI, FindingCode.FIELD_OCCURRENCE, expected, numbers.size() + " of it"));
    }
    String number = numbers.getFirst();
    if (number.length() > NUMBER_CHARS_MAX) {
      String found = "a number of " + number.length() + " characters";
      return List.of(error(two, FBI, FindingCode.FIELD_OCCURRENCE, expected, found));
    }
    boolean isApplicant = RepositoryName.ofNumber(number) == RepositoryName.CIVIL;
    return isApplicant && !mayAsk.contains(Service.APPLICANT)
        ? List.of(
            error(
                two,
                FBI,
                FindingCode.A0004,
                "FBI that is no applicant's: only who has applicants checked asks about them",
                number))
        : List.of();
  }

  private static List<Finding> request(TaggedRecord two, Set<Service> mayAsk) {
    List<Finding> findings = new ArrayList<>(number(two, mayAsk));
    if (two.value(ATN).filter(atn -> !atn.isBlank()).isEmpty()) {
      findings.add(
          error(
              two,
              ATN,
              FindingCode.FIELD_MISSING,
              "ATN, the person who asks for the images",
              "nobody"));
    }
    two.values(FNR).stream()
        .filter(fnr -> !FNRS.contains(fnr))
        .findFirst()
        .ifPresent(fnr ->
            findings.add(
                error(
                    two,
                    FNR,
                    FindingCode.FIELD_INVALID,
                    "FNR 1 to 15, positions of fingers and slaps",
                    fnr)));
    if (two.has(BID)) {
      findings.add(
          error(
              two,
              BID,
              FindingCode.FIELD_NOT_ALLOWED,
              "FBI alone: sets of images are not numbered here",
              "BID"));
    }
    return findings;
  }

  private static Finding error(
      TaggedRecord two, int field, FindingCode code, String expected, String found) {
    return new Finding(
        Severity.ERROR,
        code,
        "2",
        String.format("2.%03d", field),
        two.has(field) ? two.offsetOf(field) : two.offset(),
        expected,
        found,
        "EBTS 10.0, FVR, FIS, IRQ");
  }
}

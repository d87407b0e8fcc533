package org.ridgeline.exchange.intake;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ridgeline.codec.itl.FingerImage;
import org.ridgeline.codec.itl.TaggedRecord;
import org.ridgeline.codec.itl.Transaction;
import org.ridgeline.exchange.agency.Service;
import org.ridgeline.exchange.identify.FingerSources;
import org.ridgeline.exchange.submission.NamedNumber;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Severity;

/// What is asked about one person on record must name that person, and nobody else: EBTS lets an
/// IRQ name a thousand, and here nobody draws the prints of a thousand people with one message.
final class NamedPersonRules {
  private static final int ATN = 6;
  private static final int FBI = NamedNumber.FIELD;
  private static final int FNR = 57;
  private static final int BID = 2_028;
  private static final int NDR = 98;
  private static final String CRIMINAL = "1";
  private static final int SHOWN_MAX = 10;
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
      case BOOKING, APPLICANT -> List.of();
      case RAPID -> two.map(NamedPersonRules::repositories).orElse(List.of());
      case VERIFICATION -> two.map(record -> number(record, mayAsk)).orElse(List.of());
      case IMAGE_SUBMISSION -> {
        List<Finding> findings =
            new ArrayList<>(two.map(record -> number(record, mayAsk)).orElse(List.of()));
        twice(transaction).ifPresent(findings::add);
        yield findings;
      }
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

  /// A rapid search is of the criminal repository: what is asked of another would be answered by
  /// it.
  private static List<Finding> repositories(TaggedRecord two) {
    List<String> asked = two.values(NDR).stream().filter(ndr -> !ndr.isBlank()).toList();
    return asked.isEmpty() || asked.stream().allMatch(CRIMINAL::equals)
        ? List.of()
        : List.of(
            error(
                two,
                NDR,
                FindingCode.FIELD_INVALID,
                "NDR 1, the criminal repository: a rapid search is of no other",
                String.join(" ", asked.stream().limit(SHOWN_MAX).toList())));
  }

  /// Of each finger one image is compared: a second one could be anybody's.
  private static Optional<Finding> twice(Transaction transaction) {
    Set<FingerPosition> seen = EnumSet.noneOf(FingerPosition.class);
    for (FingerImage image : transaction.fingerImages()) {
      for (FingerPosition finger : FingerSources.shown(image)) {
        if (!seen.add(finger)) {
          return Optional.of(
              new Finding(
                  Severity.ERROR,
                  FindingCode.RECORD_OCCURRENCE,
                  image.record(),
                  "",
                  image.offset(),
                  "one image of each finger, by itself or on a slap",
                  "another image of the " + finger.label(),
                  "EBTS 10.0, FIS"));
        }
      }
    }
    return Optional.empty();
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

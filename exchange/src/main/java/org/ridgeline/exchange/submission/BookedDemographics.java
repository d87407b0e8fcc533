package org.ridgeline.exchange.submission;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ridgeline.codec.itl.TaggedRecord;
import org.ridgeline.exchange.agency.Agency;

/// What a booking reports of the person for the study of disparities. It is handed on to be sealed
/// as soon as it is read; nothing here keeps it.
/// - **Shape** `birth` as it stands, YYYYMMDD where it is a date; `races`: codes
/// - **Source** EBTS 2.022 DOB (the first), 2.024 SEX, 2.025 RAC
public record BookedDemographics(
    String control,
    Instant receivedAt,
    Agency agency,
    Optional<String> sex,
    Optional<String> birth,
    List<String> races) {
  private static final int DOB = 22;
  private static final int SEX = 24;
  private static final int RAC = 25;

  public BookedDemographics {
    races = List.copyOf(races);
  }

  /// What a submission's Type-2 reports; all of it unknown where there is none.
  public static BookedDemographics of(
      Submission submission, Agency agency, Optional<TaggedRecord> two) {
    return new BookedDemographics(
        submission.control(),
        submission.receivedAt(),
        agency,
        two.flatMap(record -> record.values(SEX).stream().findFirst()),
        two.flatMap(record -> record.values(DOB).stream().findFirst()),
        two.map(record -> record.values(RAC)).orElse(List.of()));
  }

  /// Says nothing of the person: it may end in a log.
  @Override
  public String toString() {
    return "BookedDemographics[" + control + "]";
  }
}

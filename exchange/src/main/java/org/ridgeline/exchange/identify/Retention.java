package org.ridgeline.exchange.identify;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.exchange.submission.SearchDecision;
import org.ridgeline.exchange.submission.SearchRow;
import org.ridgeline.exchange.submission.SearchStore;
import org.ridgeline.exchange.submission.SubmissionStore;
import org.ridgeline.repository.EncounterRecord;
import org.ridgeline.repository.Enrolment;
import org.ridgeline.repository.Repository;
import org.ridgeline.repository.RepositoryProfile;

/// Enrols in a repository what the sender asks to be retained there (2.005 RET).
final class Retention {
  private static final int RET = 5;
  private static final String SOURCE = "submission:";

  private final Repository repository;
  private final RepositoryName name;
  private final SubmissionStore submissions;
  private final SearchStore searches;

  Retention(
      Repository repository,
      RepositoryName name,
      SubmissionStore submissions,
      SearchStore searches) {
    this.repository = repository;
    this.name = name;
    this.submissions = submissions;
    this.searches = searches;
  }

  /// The row as it stands once the booking is enrolled, where it is to be.
  SearchRow retain(Booking booking, SearchRow decided) {
    return isRetained(booking, decided) ? enrol(booking, decided) : decided;
  }

  /// A possible identification is enrolled only once examiners have said whose prints these are.
  private static boolean isRetained(Booking booking, SearchRow row) {
    return booking.two(RET).filter("Y"::equals).isPresent()
        && row.decision().filter(d -> d != SearchDecision.REVIEW).isPresent();
  }

  /// Adds the images to the one person named: no names, numbers or history, which an agency may
  /// claim with them. Empty where that person is sealed or gone by now.
  Optional<SearchRow> addImages(Booking booking, SearchRow row, UUID personId) {
    EncounterRecord all = record(booking);
    EncounterRecord images =
        new EncounterRecord(
            all.source(),
            all.occurredOn(),
            List.of(),
            Map.of(),
            List.of(),
            all.prints(),
            all.file());
    return repository.enrolFor(personId, images).map(_ -> searches.of(row.control(), name));
  }

  /// Whether it was enrolled.
  boolean isEnrolled(String control) {
    return repository.isEnrolled(SOURCE + control);
  }

  /// Enrols it as an encounter of whom a hit found, or of somebody new.
  SearchRow enrol(Booking booking, SearchRow row) {
    EncounterRecord record = record(booking);
    Optional<UUID> known = row.isHit() ? row.personId() : Optional.empty();
    return switch (enrol(record, known, row.upTo())) {
      case Enrolment.NewPerson(UUID personId, UUID encounterId) ->
          searches.enrolled(row, personId, encounterId);
      case Enrolment.KnownPerson(UUID personId, UUID encounterId) -> {
        if (known.isEmpty()) {
          searches.found(row, personId, encounterId);
        }
        yield searches.of(row.control(), name);
      }
      case Enrolment.IdentifierTaken taken -> throw new IllegalStateException(taken.toString());
    };
  }

  private EncounterRecord record(Booking booking) {
    return EncounterRecords.of(
        booking.transaction(),
        name,
        SOURCE + booking.control(),
        submissions.fingers(booking.control()),
        booking.bytes());
  }

  /// Prints enrol, not claims: the FBI number a sender claims is never taken over, its state's SID
  /// only where nobody else has it.
  private Enrolment enrol(EncounterRecord record, Optional<UUID> known, long upTo) {
    Map<String, String> sid = new TreeMap<>(record.identifiers());
    sid.keySet().retainAll(List.of(RepositoryProfile.SID));
    Enrolment enrolled = repository.enrol(withIdentifiers(record, sid), known, upTo);
    return enrolled instanceof Enrolment.IdentifierTaken
        ? repository.enrol(withIdentifiers(record, Map.of()), known, upTo)
        : enrolled;
  }

  private static EncounterRecord withIdentifiers(
      EncounterRecord record, Map<String, String> identifiers) {
    return new EncounterRecord(
        record.source(),
        record.occurredOn(),
        record.names(),
        identifiers,
        record.history(),
        record.prints(),
        record.file());
  }
}

package org.ridgeline.exchange.identify;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ridgeline.exchange.answer.Answer;
import org.ridgeline.exchange.answer.AnswerWriter;
import org.ridgeline.exchange.answer.Outcome;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.exchange.submission.SearchDecision;
import org.ridgeline.exchange.submission.SearchRow;
import org.ridgeline.repository.EncounterRecord;
import org.ridgeline.repository.Enrolment;
import org.ridgeline.repository.PersonRecord;
import org.ridgeline.repository.Purpose;
import org.ridgeline.repository.Repository;
import org.ridgeline.repository.RepositoryProfile;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.Severity;

/// The criminal part of a booking: search, enrol what is to be retained, answer with an SRE.
///
/// Three steps, each committed before the next: the decision is written down before enrolment, or a
/// search repeated after a crash would find the person it had just enrolled.
final class CriminalSearch implements Search {
  private static final int RET = 5;
  private static final int RAP = 70;

  private final Stores stores;
  private final Repository repository;
  private final Clock clock;

  CriminalSearch(Stores stores, Repository repository, Clock clock) {
    this.stores = stores;
    this.repository = repository;
    this.clock = clock;
  }

  @Override
  public void run(SearchRow row) {
    Booking booking = Booking.load(stores, row.control());
    SearchRow decided = Decisions.decided(stores, repository, row, Purpose.CRIMINAL_BOOKING);
    SearchRow enrolled = isRetained(booking, decided) ? enrol(booking, decided) : decided;
    answer(booking, enrolled);
  }

  /// A possible identification is enrolled only once examiners have said whose prints these are.
  private static boolean isRetained(Booking booking, SearchRow row) {
    return booking.two(RET).filter("Y"::equals).isPresent()
        && row.decision().filter(d -> d != SearchDecision.REVIEW).isPresent();
  }

  private SearchRow enrol(Booking booking, SearchRow row) {
    EncounterRecord record =
        EncounterRecords.of(
            booking.transaction(),
            RepositoryName.CRIMINAL,
            "submission:" + booking.control(),
            stores.submissions().fingers(booking.control()),
            booking.bytes());
    Optional<UUID> known =
        row.decision().get() == SearchDecision.HIT ? row.personId() : Optional.empty();
    return switch (enrol(record, known, row.upTo())) {
      case Enrolment.NewPerson(UUID personId, UUID encounterId) ->
          stores.searches().enrolled(row, personId, encounterId);
      case Enrolment.KnownPerson(UUID personId, UUID encounterId) -> {
        if (known.isEmpty()) {
          stores.searches().found(row, personId, encounterId);
        }
        yield stores.searches().of(row.control(), RepositoryName.CRIMINAL);
      }
      case Enrolment.IdentifierTaken taken -> throw new IllegalStateException(taken.toString());
    };
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

  private void answer(Booking booking, SearchRow row) {
    Instant now = clock.instant();
    Optional<PersonRecord> person =
        row.personId().flatMap(id -> repository.person(id, Purpose.CRIMINAL_BOOKING));
    AnswerWriter.CriminalResult result =
        switch (row.decision().orElseThrow()) {
          case HIT -> hit(booking, person.orElseThrow());
          case REVIEW -> result(Outcome.PENDING, Map.of());
          case NO_HIT -> result(Outcome.NO_HIT, person.map(CriminalSearch::ids).orElse(Map.of()));
          case NOT_ACTIVE, ERROR ->
              throw new IllegalStateException(
                  "decision=" + row.decision() + " of a criminal search");
        };
    Closing.close(stores, booking, row, AnswerWriter.sre(booking.question(now), result));
  }

  private static AnswerWriter.CriminalResult hit(Booking booking, PersonRecord person) {
    boolean wanted = booking.two(RAP).filter("Y"::equals).isPresent();
    return new AnswerWriter.CriminalResult(
        Outcome.HIT,
        Optional.of(person.personId()),
        ids(person),
        person.names().stream().findFirst(),
        wanted && !person.history().isEmpty() ? Optional.of(rapSheet(person)) : Optional.empty());
  }

  private static AnswerWriter.CriminalResult result(Outcome outcome, Map<String, String> ids) {
    return new AnswerWriter.CriminalResult(
        outcome, Optional.empty(), ids, Optional.empty(), Optional.empty());
  }

  private static Map<String, String> ids(PersonRecord person) {
    Map<String, String> ids = new TreeMap<>();
    person.identifiers().forEach((kind, values) -> ids.put(kind, values.getFirst()));
    return ids;
  }

  private static String rapSheet(PersonRecord person) {
    return person.history().stream()
        .map(line ->
            line.kind()
                + " "
                + line.occurredOn().map(Object::toString).orElse("DATE UNKNOWN")
                + " "
                + line.description())
        .collect(Collectors.joining(" ; "));
  }

  @Override
  public void giveUp(SearchRow row, String error) {
    Booking booking = Booking.load(stores, row.control());
    Instant now = clock.instant();
    Answer errt =
        AnswerWriter.errt(
            booking.question(now),
            List.of(
                Finding.of(
                    Severity.ERROR,
                    FindingCode.SEARCH_FAILED,
                    "a search of the criminal repository",
                    "it failed " + row.attempts() + " times; please submit again")));
    Closing.close(stores, booking, row.failed(), errt.ofSource("criminal", Outcome.ERROR));
  }
}

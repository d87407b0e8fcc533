package org.ridgeline.exchange.identify;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ridgeline.exchange.answer.Answer;
import org.ridgeline.exchange.answer.AnswerSource;
import org.ridgeline.exchange.answer.AnswerWriter;
import org.ridgeline.exchange.answer.AnswerWriter.RecordResult;
import org.ridgeline.exchange.answer.Outcome;
import org.ridgeline.exchange.submission.SearchRow;
import org.ridgeline.repository.PersonRecord;
import org.ridgeline.repository.Purpose;
import org.ridgeline.repository.Repository;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.Severity;

/// What a repository of records answers: the criminal one, or that of applicants.
final class RecordAnswers {
  private static final int RAP = 70;

  private final Repository repository;
  private final Purpose purpose;
  private final Clock clock;

  RecordAnswers(Repository repository, Purpose purpose, Clock clock) {
    this.repository = repository;
    this.purpose = purpose;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  Purpose purpose() {
    return purpose;
  }

  Repository repository() {
    return repository;
  }

  /// The submission results to what a row says was found.
  Answer sre(Booking booking, SearchRow row) {
    AnswerSource source = AnswerSource.of(row.repository());
    return AnswerWriter.sre(booking.question(now()), source, of(booking, row));
  }

  /// What a row says was found, with as much of the person as the answer may hold.
  RecordResult of(Booking booking, SearchRow row) {
    Optional<PersonRecord> person = row.personId().flatMap(id -> repository.person(id, purpose));
    return switch (row.decision().orElseThrow()) {
      // Who was removed or sealed after the search is nobody any more.
      case HIT -> person.map(known -> hit(booking, known)).orElse(RecordResult.of(Outcome.NO_HIT));
      case REVIEW -> RecordResult.of(Outcome.PENDING);
      case NO_HIT -> person.map(this::enrolled).orElse(RecordResult.of(Outcome.NO_HIT));
      case NOT_ACTIVE, ERROR ->
          throw new IllegalStateException("decision=" + row.decision() + " of a search");
    };
  }

  /// The answer after as many failures as there may be.
  Answer failed(Booking booking, SearchRow row) {
    Answer error =
        AnswerWriter.error(
            booking.question(now()),
            List.of(
                Finding.of(
                    Severity.ERROR,
                    FindingCode.SEARCH_FAILED,
                    "work of the " + row.repository().key() + " repository",
                    "it failed " + row.attempts() + " times; please submit again")));
    return error.ofSource(AnswerSource.of(row.repository()), Outcome.ERROR);
  }

  /// Somebody on record.
  RecordResult hit(Booking booking, PersonRecord person) {
    boolean wanted = booking.two(RAP).filter("Y"::equals).isPresent();
    return new RecordResult(
        Outcome.HIT,
        Optional.of(person.personId()),
        ids(person),
        number(person),
        person.names().stream().findFirst(),
        wanted && !person.history().isEmpty() ? Optional.of(rapSheet(person)) : Optional.empty());
  }

  /// Somebody who is new, and has the numbers that were given now.
  private RecordResult enrolled(PersonRecord person) {
    return new RecordResult(
        Outcome.NO_HIT,
        Optional.empty(),
        ids(person),
        number(person),
        Optional.empty(),
        Optional.empty());
  }

  private static Map<String, String> ids(PersonRecord person) {
    Map<String, String> ids = new TreeMap<>();
    person.identifiers().forEach((kind, values) -> ids.put(kind, values.getFirst()));
    return ids;
  }

  /// The number that this repository gives its persons.
  private Optional<String> number(PersonRecord person) {
    return Optional.ofNullable(ids(person).get(repository.profile().assigned().name()));
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
}

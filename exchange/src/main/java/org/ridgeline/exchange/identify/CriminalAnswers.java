package org.ridgeline.exchange.identify;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ridgeline.exchange.answer.Answer;
import org.ridgeline.exchange.answer.AnswerSource;
import org.ridgeline.exchange.answer.AnswerWriter;
import org.ridgeline.exchange.answer.Outcome;
import org.ridgeline.exchange.submission.SearchRow;
import org.ridgeline.repository.PersonRecord;
import org.ridgeline.repository.Purpose;
import org.ridgeline.repository.Repository;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.Severity;

/// What the criminal repository says to a booking.
final class CriminalAnswers {
  private static final int RAP = 70;

  private final Repository repository;
  private final Clock clock;

  CriminalAnswers(Repository repository, Clock clock) {
    this.repository = repository;
    this.clock = clock;
  }

  /// The answer to what a row says was found.
  Answer to(Booking booking, SearchRow row) {
    Optional<PersonRecord> person =
        row.personId().flatMap(id -> repository.person(id, Purpose.CRIMINAL_BOOKING));
    AnswerWriter.CriminalResult result =
        switch (row.decision().orElseThrow()) {
          // Who was removed or sealed after the search is nobody any more.
          case HIT ->
              person
                  .map(known -> hit(booking, known))
                  .orElseGet(() -> result(Outcome.NO_HIT, Map.of()));
          case REVIEW -> result(Outcome.PENDING, Map.of());
          case NO_HIT -> result(Outcome.NO_HIT, person.map(CriminalAnswers::ids).orElse(Map.of()));
          case NOT_ACTIVE, ERROR ->
              throw new IllegalStateException(
                  "decision=" + row.decision() + " of a criminal search");
        };
    return AnswerWriter.sre(booking.question(clock.instant()), result);
  }

  /// The answer after as many failures as there may be.
  Answer failed(Booking booking, SearchRow row) {
    Answer errt =
        AnswerWriter.errt(
            booking.question(clock.instant()),
            List.of(
                Finding.of(
                    Severity.ERROR,
                    FindingCode.SEARCH_FAILED,
                    "a search of the criminal repository",
                    "it failed " + row.attempts() + " times; please submit again")));
    return errt.ofSource(AnswerSource.CRIMINAL, Outcome.ERROR);
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
}

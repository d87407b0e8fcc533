package org.ridgeline.exchange.identify;

import java.util.List;
import java.util.Optional;
import org.ridgeline.exchange.answer.Answer;
import org.ridgeline.exchange.answer.AnswerSource;
import org.ridgeline.exchange.answer.Outcome;
import org.ridgeline.exchange.answer.ServiceAnswers;
import org.ridgeline.exchange.submission.NamedNumber;
import org.ridgeline.exchange.submission.SearchRow;
import org.ridgeline.repository.PersonRecord;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.Severity;

/// The one person on record whom a request names by number.
record NamedPerson(RecordAnswers answers) {
  /// The number that names them.
  static String number(Booking booking) {
    return booking
        .transaction()
        .typeTwo()
        .flatMap(two -> NamedNumber.of(two).stream().findFirst())
        .orElse("");
  }

  /// Who that is; empty where nobody is, or who is may not be read.
  Optional<PersonRecord> of(Booking booking) {
    String kind = answers.repository().profile().assigned().name();
    return answers
        .repository()
        .personOf(kind, number(booking), answers.purpose())
        .flatMap(id -> answers.repository().person(id, answers.purpose()));
  }

  /// The answer where nobody is. Who was sealed or erased is as unknown as who never was.
  Answer unknown(Booking booking, SearchRow row) {
    return not(
        booking,
        row,
        FindingCode.NOBODY_OF_NUMBER,
        "2.014 FBI of somebody on record",
        number(booking) + ", by which nobody is known");
  }

  /// The answer where they are, and what was asked for cannot be done.
  Answer not(Booking booking, SearchRow row, FindingCode code, String expected, String found) {
    return ServiceAnswers.not(
        booking.question(answers.now()),
        AnswerSource.of(row.repository()),
        Outcome.NO_HIT,
        List.of(Finding.of(Severity.ERROR, code, expected, found)));
  }
}

package org.ridgeline.exchange.identify;

import java.util.Optional;
import org.ridgeline.exchange.answer.Answer;
import org.ridgeline.exchange.answer.AnswerSource;
import org.ridgeline.exchange.answer.AnswerWriter.RecordResult;
import org.ridgeline.exchange.answer.Outcome;
import org.ridgeline.exchange.answer.ServiceAnswers;
import org.ridgeline.exchange.submission.SearchDecision;
import org.ridgeline.exchange.submission.SearchRow;
import org.ridgeline.exchange.submission.SearchStore;
import org.ridgeline.exchange.submission.SubmissionStore;
import org.ridgeline.repository.PersonRecord;
import org.ridgeline.repository.Verification;

/// Whether prints are those of the person named; nobody else is looked at, and nothing is kept.
final class PersonVerification implements Search {
  private final Bookings bookings;
  private final SubmissionStore submissions;
  private final SearchStore searches;
  private final NamedPerson named;
  private final Closing closing;

  PersonVerification(
      Bookings bookings,
      SubmissionStore submissions,
      SearchStore searches,
      NamedPerson named,
      Closing closing) {
    this.bookings = bookings;
    this.submissions = submissions;
    this.searches = searches;
    this.named = named;
    this.closing = closing;
  }

  @Override
  public void run(SearchRow row) {
    Booking booking = bookings.load(row.control());
    Optional<PersonRecord> person = named.of(booking);
    if (person.isEmpty()) {
      searches.forget(row);
      closing.close(booking, row.of(SearchDecision.NO_HIT), named.unknown(booking, row));
      return;
    }
    SearchRow compared = compared(row, person.get());
    closing.close(booking, compared, answer(booking, compared, person.get()));
  }

  private SearchRow compared(SearchRow row, PersonRecord person) {
    if (row.decision().isPresent()) {
      return row;
    }
    var purpose = named.answers().purpose();
    Verification found =
        named
            .answers()
            .repository()
            .verify(submissions.probe(row.control()), person.personId(), purpose);
    searches.compared(row, person.personId(), found);
    return searches.of(row.control(), row.repository());
  }

  private Answer answer(Booking booking, SearchRow row, PersonRecord person) {
    RecordResult result =
        switch (row.decision().orElseThrow()) {
          case HIT -> named.answers().hit(booking, person);
          case REVIEW -> RecordResult.of(Outcome.PENDING);
          case NO_HIT -> RecordResult.of(Outcome.NO_HIT);
          case NOT_ACTIVE, ERROR -> throw new IllegalStateException("" + row.decision());
        };
    return ServiceAnswers.verified(
        booking.question(named.answers().now()), AnswerSource.of(row.repository()), result);
  }

  @Override
  public void giveUp(SearchRow row) {
    Booking booking = bookings.load(row.control());
    closing.close(booking, row.failed(), named.answers().failed(booking, row));
  }
}

package org.ridgeline.exchange.identify;

import java.util.Optional;
import org.ridgeline.exchange.submission.SearchRow;

/// A search of a repository of records: search, enrol what is to be retained, answer with an SRE.
/// The criminal part of a booking, and both parts of an applicant's.
///
/// Three steps, each committed before the next: the decision is written down before enrolment, or a
/// search repeated after a crash would find the person it had just enrolled.
final class RecordSearch implements Search {
  private final Bookings bookings;
  private final Decisions decisions;
  private final Optional<Retention> retention;
  private final RecordAnswers answers;
  private final Closing closing;

  RecordSearch(
      Bookings bookings,
      Decisions decisions,
      Optional<Retention> retention,
      RecordAnswers answers,
      Closing closing) {
    this.bookings = bookings;
    this.decisions = decisions;
    this.retention = retention;
    this.answers = answers;
    this.closing = closing;
  }

  @Override
  public void run(SearchRow row) {
    Booking booking = bookings.load(row.control());
    SearchRow decided = decisions.decided(row);
    SearchRow retained = retention.map(r -> r.retain(booking, decided)).orElse(decided);
    closing.close(booking, retained, answers.sre(booking, retained));
  }

  @Override
  public void giveUp(SearchRow row) {
    Booking booking = bookings.load(row.control());
    closing.close(booking, row.failed(), answers.failed(booking, row));
  }
}

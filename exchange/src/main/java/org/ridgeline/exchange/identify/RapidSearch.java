package org.ridgeline.exchange.identify;

import org.ridgeline.exchange.answer.ServiceAnswers;
import org.ridgeline.exchange.submission.SearchRow;
import org.ridgeline.vocabulary.FindingCode;

/// A search at the roadside: a colour, and nothing of the prints stays in the repository.
final class RapidSearch implements Search {
  private final Bookings bookings;
  private final Decisions decisions;
  private final RecordAnswers answers;
  private final Closing closing;

  RapidSearch(Bookings bookings, Decisions decisions, RecordAnswers answers, Closing closing) {
    this.bookings = bookings;
    this.decisions = decisions;
    this.answers = answers;
    this.closing = closing;
  }

  @Override
  public void run(SearchRow row) {
    Booking booking = bookings.load(row.control());
    SearchRow decided = decisions.decided(row);
    closing.close(
        booking,
        decided,
        ServiceAnswers.rapid(
            booking.question(answers.now()),
            answers.of(booking, decided),
            bookings.hasFinding(row.control(), FindingCode.FINGER_SEQUENCE)));
  }

  @Override
  public void giveUp(SearchRow row) {
    Booking booking = bookings.load(row.control());
    closing.close(booking, row.failed(), answers.failed(booking, row));
  }
}

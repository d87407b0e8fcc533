package org.ridgeline.exchange.identify;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.ridgeline.exchange.answer.AnswerWriter;
import org.ridgeline.exchange.answer.Outcome;
import org.ridgeline.exchange.submission.SearchDecision;
import org.ridgeline.exchange.submission.SearchRow;

/// The immigration part of a booking of an active agency: search only, nothing of the probe stays
/// there. A match becomes a lead for the reviewing office; the sender hears "pending".
final class ImmigrationSearch implements Search {
  private final Bookings bookings;
  private final Decisions decisions;
  private final LeadMaker leads;
  private final Closing closing;
  private final Clock clock;

  ImmigrationSearch(
      Bookings bookings, Decisions decisions, LeadMaker leads, Closing closing, Clock clock) {
    this.bookings = bookings;
    this.decisions = decisions;
    this.leads = leads;
    this.closing = closing;
    this.clock = clock;
  }

  @Override
  public void run(SearchRow row) {
    Booking booking = bookings.load(row.control());
    SearchRow decided = decisions.decided(row);
    Instant now = clock.instant();
    SearchDecision decision = decided.decision().orElseThrow();
    switch (decision) {
      case HIT, REVIEW -> lead(booking, decided, now);
      case NO_HIT ->
          closing.close(
              booking, decided, AnswerWriter.second(booking.question(now), Outcome.NO_HIT));
      case NOT_ACTIVE, ERROR -> throw new IllegalStateException("decision=" + decision);
    }
  }

  private void lead(Booking booking, SearchRow row, Instant now) {
    List<String> known = leads.namesKnown(row);
    var answer = AnswerWriter.second(booking.question(now), Outcome.PENDING);
    closing.close(booking, row, answer, () -> leads.keep(booking, row, known, now));
  }

  @Override
  public void giveUp(SearchRow row) {
    Booking booking = bookings.load(row.control());
    var answer = AnswerWriter.second(booking.question(clock.instant()), Outcome.ERROR);
    closing.close(booking, row.failed(), answer);
  }
}

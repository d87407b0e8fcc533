package org.ridgeline.exchange.identify;

import java.time.Instant;
import java.util.Optional;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.answer.Answer;
import org.ridgeline.exchange.answer.AnswerCopies;
import org.ridgeline.exchange.answer.AnswerSource;
import org.ridgeline.exchange.answer.AnswerStore;
import org.ridgeline.exchange.answer.Outcome;
import org.ridgeline.exchange.submission.SearchRow;
import org.ridgeline.exchange.submission.SearchStore;
import org.ridgeline.exchange.submission.SubmissionState;
import org.ridgeline.exchange.submission.SubmissionStore;

/// The one transaction that ends a repository's part: row closed, answer and whatever goes with it
/// kept, and the submission closed by whichever part ends last.
final class Closing {
  private final SubmissionStore submissions;
  private final SearchStore searches;
  private final AnswerStore answers;
  private final AnswerCopies copies;
  private final Trail trail;

  Closing(
      SubmissionStore submissions,
      SearchStore searches,
      AnswerStore answers,
      AnswerCopies copies,
      Trail trail) {
    this.submissions = submissions;
    this.searches = searches;
    this.answers = answers;
    this.copies = copies;
    this.trail = trail;
  }

  void close(Booking booking, SearchRow row, Answer answer) {
    close(booking, row, answer, () -> {});
  }

  void close(Booking booking, SearchRow row, Answer answer, Runnable alsoKeep) {
    Instant now = answer.createdAt();
    trail.together(() -> {
      int open = searches.open(row.control());
      if (!searches.close(row.control(), row.repository(), row.decision().orElseThrow(), now)) {
        return;
      }
      Optional<Agency> receiver = receiver(booking, answer);
      if (answers.add(answer, receiver, booking.channel()) && receiver.isPresent()) {
        copies.make(answer, booking.agency(), booking.service(), booking.copies());
      }
      alsoKeep.run();
      if (open == 1) {
        submissions.move(row.control(), SubmissionState.SEARCHING, SubmissionState.ANSWERED, now);
      }
    });
  }

  /// A second answer goes only to agencies that can receive it; that the second repository was not
  /// searched is no second answer and anyone may know it.
  private static Optional<Agency> receiver(Booking booking, Answer answer) {
    boolean second =
        answer.source() == AnswerSource.IMMIGRATION && answer.outcome() != Outcome.NOT_ACTIVE;
    return second && !booking.agency().secondAnswer()
        ? Optional.empty()
        : Optional.of(booking.agency());
  }
}

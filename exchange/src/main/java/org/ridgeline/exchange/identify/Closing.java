package org.ridgeline.exchange.identify;

import java.time.Instant;
import java.util.Optional;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.answer.Answer;
import org.ridgeline.exchange.answer.Outcome;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.exchange.submission.SearchRow;
import org.ridgeline.exchange.submission.SubmissionState;

/// The one transaction that ends a repository's part: row closed, answer and whatever goes with it
/// kept, and the submission closed by whichever part ends last.
final class Closing {
  private Closing() {}

  static void close(Stores stores, Booking booking, SearchRow row, Answer answer) {
    close(stores, booking, row, answer, () -> {});
  }

  static void close(
      Stores stores, Booking booking, SearchRow row, Answer answer, Runnable alsoKeep) {
    Instant now = answer.createdAt();
    stores
        .transaction()
        .executeWithoutResult(_ -> {
          int open = stores.searches().open(row.control());
          if (!stores
              .searches()
              .close(row.control(), row.repository(), row.decision().orElseThrow(), now)) {
            return;
          }
          stores.answers().add(answer, receiver(booking, answer), booking.channel());
          alsoKeep.run();
          if (open == 1) {
            stores
                .submissions()
                .move(row.control(), SubmissionState.SEARCHING, SubmissionState.ANSWERED, now);
          }
        });
  }

  /// A second answer goes only to agencies that can receive it; that the second repository was not
  /// searched is no second answer and anyone may know it.
  private static Optional<Agency> receiver(Booking booking, Answer answer) {
    boolean second =
        answer.source().equals(RepositoryName.IMMIGRATION.key())
            && answer.outcome() != Outcome.NOT_ACTIVE;
    return second && !booking.agency().secondAnswer()
        ? Optional.empty()
        : Optional.of(booking.agency());
  }
}

package org.ridgeline.casework.determination;

import java.util.Set;
import javax.sql.DataSource;
import org.ridgeline.casework.casefile.Case;
import org.ridgeline.casework.casefile.Shelf;
import org.ridgeline.exchange.identify.SecondAnswers;
import org.ridgeline.outbox.Consumer;
import org.ridgeline.outbox.Follower;
import org.ridgeline.outbox.Places;
import org.ridgeline.outbox.Recorded;
import org.ridgeline.vocabulary.event.Event;

/// Has the exchange forget the submissions of a case that was purged: follows casework's own facts,
/// so that no crash between the two rooms loses a purge. Ordered again, it is done once.
public final class PurgeRelay implements Consumer, AutoCloseable {
  private final Shelf shelf;
  private final DeterminationStore store;
  private final SecondAnswers answers;
  private final Follower follower;

  public PurgeRelay(
      DataSource dataSource, Shelf shelf, DeterminationStore store, SecondAnswers answers) {
    this.shelf = shelf;
    this.store = store;
    this.answers = answers;
    follower = new Follower(shelf.daybook().outbox(), new Places(dataSource), this);
  }

  @Override
  public String name() {
    return "exchange purge";
  }

  @Override
  public Set<Event.Kind> kinds() {
    return Set.of(Event.Kind.CASE_PURGED);
  }

  /// A booking whose answer is still on its way is left to [AnswerRelay], which orders its purge
  /// once that is out.
  @Override
  public void apply(Recorded fact) {
    if (fact.event() instanceof Event.CasePurged(var caseId)) {
      shelf.cases().byId(caseId).stream()
          .flatMap(one -> one.bookings().stream())
          .map(Case.Booking::control)
          .filter(control -> !store.isWaiting(control))
          .forEach(control -> answers.purge(control, "case purged"));
    }
  }

  /// Begins to follow.
  public void start() {
    follower.start();
  }

  /// Applies what waits now.
  public int follow() {
    return follower.follow();
  }

  @Override
  public void close() {
    follower.close();
  }
}

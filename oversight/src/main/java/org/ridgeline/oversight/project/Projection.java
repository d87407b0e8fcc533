package org.ridgeline.oversight.project;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.ridgeline.outbox.EventSource;
import org.ridgeline.outbox.Recorded;
import org.ridgeline.outbox.WorkLoop;
import org.ridgeline.oversight.Limits;

/// Follows one stream of facts into the counts. Place, tracks and counts move in one transaction:
/// whatever happens in between, each fact counts once.
public final class Projection implements AutoCloseable {
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

  private final String stream;
  private final EventSource source;
  private final ProjectionStore store;
  private final Pseudonyms pseudonyms;
  private final WorkLoop loop;

  /// - **Shape** `stream` the name its place is kept under; it never changes
  public Projection(
      String stream, EventSource source, ProjectionStore store, Pseudonyms pseudonyms) {
    this.stream = stream;
    this.source = source;
    this.store = store;
    this.pseudonyms = pseudonyms;
    loop = new WorkLoop("oversight " + stream, LOOK_AGAIN, this::follow);
  }

  /// Begins to follow.
  public void start() {
    loop.start();
  }

  /// Takes in what waits now; gives how many facts that were.
  public int follow() {
    int taken = 0;
    while (!loop.isClosed()) {
      long place = store.place(stream);
      List<Recorded> facts = source.after(place, Limits.FACTS_AT_ONCE_MAX);
      if (!facts.isEmpty()) {
        take(place, Batch.of(facts));
      }
      taken += facts.size();
      if (facts.size() < Limits.FACTS_AT_ONCE_MAX) {
        break;
      }
    }
    return taken;
  }

  /// Takes a batch in that begins behind a place; false where another process was there first.
  public boolean take(long place, Batch batch) {
    // Lines are made while the database counts: each takes about half of the time.
    CompletableFuture<List<String>> lines =
        CompletableFuture.supplyAsync(() -> batch.facts().stream().map(pseudonyms::line).toList());
    return store.together(() -> {
      boolean taken = store.take(stream, place, batch);
      if (taken) {
        store.seal(stream, lines.join());
      }
      return taken;
    });
  }

  @Override
  public void close() {
    loop.close(Duration.ofSeconds(5));
  }
}

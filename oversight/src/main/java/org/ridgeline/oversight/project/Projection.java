package org.ridgeline.oversight.project;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
    boolean isDrained = false;
    while (!isDrained && !loop.isClosed()) {
      Stride stride = Stride.sealed(stream, store.place(stream), store, pseudonyms);
      isDrained = fill(stride);
      taken += stride.isEmpty() || !stride.keep() ? 0 : stride.taken();
    }
    return taken;
  }

  /// Whether nothing more waits. Facts are decoded while the next are read.
  private boolean fill(Stride stride) {
    long place = stride.last();
    boolean isDrained = false;
    Optional<CompletableFuture<Batch>> decoding = Optional.empty();
    while (!isDrained && !stride.isFull() && !loop.isClosed()) {
      List<Recorded> facts = source.after(place, Limits.FACTS_AT_ONCE_MAX);
      decoding.map(CompletableFuture::join).ifPresent(stride::take);
      isDrained = facts.size() < Limits.FACTS_AT_ONCE_MAX;
      decoding = Optional.of(facts).filter(some -> !some.isEmpty()).map(Projection::decoding);
      place = facts.isEmpty() ? place : facts.getLast().sequence();
    }
    decoding.map(CompletableFuture::join).ifPresent(stride::take);
    return isDrained;
  }

  private static CompletableFuture<Batch> decoding(List<Recorded> facts) {
    return CompletableFuture.supplyAsync(() -> Batch.of(facts));
  }

  @Override
  public void close() {
    loop.close(Duration.ofSeconds(5));
  }
}

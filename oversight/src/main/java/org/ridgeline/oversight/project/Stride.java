package org.ridgeline.oversight.project;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.ridgeline.oversight.Limits;
import org.ridgeline.oversight.track.Fold;

/// Facts of one stream that are taken in together: folded batch by batch, written with one
/// transaction. The same places come by again and again, so that of many facts each count is
/// written once.
///
/// Nothing is locked meanwhile. What is read of tracks holds as long as the stream's place does,
/// since nobody else changes tracks of its subjects; if the place has moved, all of it is let go.
final class Stride {
  private final String stream;
  private final long from;
  private final ProjectionStore store;
  private final Fold fold = new Fold();
  private final List<Batch.Unread> unread = new ArrayList<>();
  private Optional<Instant> lastAt = Optional.empty();
  private long last;
  private int facts;
  private final Optional<Pseudonyms> pseudonyms;
  private Optional<CompletableFuture<Seal>> seal = Optional.empty();

  private Stride(String stream, long from, ProjectionStore store, Optional<Pseudonyms> pseudonyms) {
    this.stream = stream;
    this.from = from;
    this.store = store;
    this.pseudonyms = pseudonyms;
    last = from;
  }

  /// One that begins behind a place.
  static Stride open(String stream, long from, ProjectionStore store) {
    return new Stride(stream, from, store, Optional.empty());
  }

  /// One whose facts are sealed.
  static Stride sealed(String stream, long from, ProjectionStore store, Pseudonyms pseudonyms) {
    return new Stride(stream, from, store, Optional.of(pseudonyms));
  }

  /// Where it stands: the sequence of the last fact taken in.
  long last() {
    return last;
  }

  /// How many facts it has taken in, read or not.
  int taken() {
    return facts + unread.size();
  }

  boolean isEmpty() {
    return last == from;
  }

  /// Whether what it has taken in is to be written before it takes more.
  boolean isFull() {
    return taken() >= Limits.FACTS_OF_A_STRIDE_MAX || unread.size() >= Limits.FACTS_AT_ONCE_MAX;
  }

  /// Takes in the facts behind its place.
  void take(Batch batch) {
    sealing(batch);
    fold.take(batch.facts(), store.tracks(fold.unknown(batch.facts())));
    unread.addAll(batch.unread());
    facts += batch.facts().size();
    last = batch.last();
    lastAt = later(lastAt, batch.lastAt());
  }

  /// Lines are made while the next facts are read and folded: each takes about half of the time.
  private void sealing(Batch batch) {
    seal =
        pseudonyms.map(lines ->
            seal.orElseGet(() -> CompletableFuture.completedFuture(store.seal(stream)))
                .thenApplyAsync(sofar -> {
                  batch.facts().forEach(fact -> sofar.add(lines.line(fact)));
                  return sofar;
                }));
  }

  private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
    return one.isEmpty() || other.isPresent() && other.get().isAfter(one.get()) ? other : one;
  }

  /// Writes place, tracks, counts and seal; false where another process was there first.
  boolean keep() {
    Optional<Seal> sealed = seal.map(CompletableFuture::join);
    var taken = new ProjectionStore.Taken(stream, from, last, facts, lastAt, sealed);
    return store.keep(taken, fold, unread);
  }
}

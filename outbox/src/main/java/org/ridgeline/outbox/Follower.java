package org.ridgeline.outbox;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Follows a room's facts: each reaches the consumer at least once, is applied once, in order.
///
/// One that cannot be applied is tried again, ever more slowly, and holds up those behind it for
/// [Limits#TRIES_MAX] tries; then it is set aside and tried by itself, for ever.
public final class Follower implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Follower.class.getName());
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private final EventSource source;
  private final Places places;
  private final Consumer consumer;
  private final WorkLoop loop;

  /// - **Shape** `places` of the room that follows, on whose data source `consumer` works
  public Follower(EventSource source, Places places, Consumer consumer) {
    this.source = source;
    this.places = places;
    this.consumer = consumer;
    loop = new WorkLoop(consumer.name(), LOOK_AGAIN, this::follow);
  }

  /// Begins to follow.
  public void start() {
    loop.start();
  }

  /// Says that there may be facts.
  public void wake() {
    loop.wake();
  }

  /// Applies what waits now; gives how many facts were applied.
  public int follow() {
    int applied = retryAside();
    while (!loop.isClosed()) {
      Optional<Long> place = places.ready(consumer.name());
      if (place.isEmpty()) {
        return applied;
      }
      List<Recorded> facts = source.after(place.get(), Limits.READ_MAX);
      Batch batch = apply(facts);
      applied += batch.applied();
      if (!batch.whole() || facts.size() < Limits.READ_MAX) {
        return applied;
      }
    }
    return applied;
  }

  /// - **Shape** `whole`: every fact was passed
  private record Batch(int applied, boolean whole) {}

  private Batch apply(List<Recorded> facts) {
    int applied = 0;
    for (Recorded fact : facts) {
      if (loop.isClosed()) {
        return new Batch(applied, false);
      }
      if (!concerns(fact)) {
        continue;
      }
      try {
        if (places.pass(consumer.name(), fact.sequence(), () -> consumer.apply(fact))) {
          applied++;
        }
      } catch (RuntimeException e) {
        trouble(fact, e);
        places.failed(consumer.name(), fact.sequence(), said(e));
        return new Batch(applied, false);
      }
    }
    if (!facts.isEmpty()) {
      places.pass(consumer.name(), facts.getLast().sequence(), () -> {});
    }
    return new Batch(applied, true);
  }

  private boolean concerns(Recorded fact) {
    return consumer.kinds().stream().anyMatch(fact::is);
  }

  private int retryAside() {
    int applied = 0;
    for (long sequence : places.asideDue(consumer.name())) {
      Recorded fact = source.after(sequence - 1, 1).getFirst();
      try {
        if (places.passAside(consumer.name(), sequence, () -> consumer.apply(fact))) {
          applied++;
        }
      } catch (RuntimeException e) {
        trouble(fact, e);
        places.failedAside(consumer.name(), sequence, said(e));
      }
    }
    return applied;
  }

  private void trouble(Recorded fact, RuntimeException e) {
    if (!loop.isClosed()) {
      LOG.log(Level.WARNING, consumer.name() + " " + fact.kind() + " " + fact.sequence(), e);
    }
  }

  private static String said(RuntimeException e) {
    String message = e.getMessage() == null ? e.toString() : e.getMessage();
    return message.length() > Limits.ERROR_CHARS_MAX
        ? message.substring(0, Limits.ERROR_CHARS_MAX)
        : message;
  }

  @Override
  public void close() {
    loop.close(Duration.ofSeconds(5));
  }
}

package org.ridgeline.outbox;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/// How many pieces of a loop's work one owner has under way: whoever has their share waits, so that
/// nobody's work fills all places.
public final class Shares {
  private final WorkLoop loop;
  private final int most;
  private final Map<String, AtomicInteger> underWay = new ConcurrentHashMap<>();

  /// - **Shape** `most` pieces of one owner at a time; owners are few and stay
  public Shares(WorkLoop loop, int most) {
    this.loop = loop;
    this.most = most;
  }

  /// Begins a piece of work as [WorkLoop#begin] does, unless its owner has their share already.
  public void begin(String owner, Object key, Semaphore places, Runnable step) {
    AtomicInteger own = underWay.computeIfAbsent(owner, _ -> new AtomicInteger());
    if (own.get() >= most) {
      return;
    }
    // Counted before it can end.
    own.incrementAndGet();
    boolean isBegun =
        loop.begin(
            key,
            places,
            () -> {
              try {
                step.run();
              } finally {
                own.decrementAndGet();
              }
            });
    if (!isBegun) {
      own.decrementAndGet();
    }
  }
}

package org.ridgeline.exchange.identify;

import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

/// Memory that images under work may take together: what is asked for beyond it waits its turn, so
/// that no set of cards exhausts the process.
final class MemoryBudget {
  /// A unit, so that a semaphore's int can count large budgets.
  private static final int UNIT_BYTES = 64 * 1024;

  private final int units;
  private final Semaphore free;

  MemoryBudget(long bytes) {
    units = Math.clamp(bytes / UNIT_BYTES, 1, Integer.MAX_VALUE);
    free = new Semaphore(units, true);
  }

  /// A third of what the process may ever take: the rest is galleries' indexes, requests, answers.
  static MemoryBudget ofThisProcess() {
    return new MemoryBudget(Runtime.getRuntime().maxMemory() / 3);
  }

  /// Runs a piece of work that takes about so many bytes; one that takes more than there is runs
  /// alone.
  <T> T with(long bytes, Callable<T> work) throws Exception {
    int taken = Math.clamp(Math.ceilDiv(bytes, UNIT_BYTES), 1, units);
    free.acquire(taken);
    try {
      return work.call();
    } finally {
      free.release(taken);
    }
  }
}

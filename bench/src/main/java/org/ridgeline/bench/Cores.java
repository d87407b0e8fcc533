package org.ridgeline.bench;

import java.util.concurrent.ForkJoinPool;
import org.ridgeline.search.parallel.Workers;

/// The threads of a run that has the machine to itself.
public final class Cores {
  private Cores() {}

  /// All of them, on the pool that the measurements' own streams use.
  public static Workers workers() {
    return Workers.of(ForkJoinPool.commonPool(), Runtime.getRuntime().availableProcessors());
  }
}

package org.ridgeline.app;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.ridgeline.search.parallel.Workers;

/// The threads that searches share: as many as there are cores, the searching thread among them.
/// They are daemons, kept for the life of the process.
public final class SearchThreads {
  private static final String NAME = "search-";

  private SearchThreads() {}

  /// Threads of their own, so that whatever else runs in the process does not wait for searches.
  public static Workers start() {
    int cores = Runtime.getRuntime().availableProcessors();
    if (cores == 1) {
      return Workers.ALONE;
    }
    ExecutorService pool =
        Executors.newFixedThreadPool(
            cores - 1, Thread.ofPlatform().daemon().name(NAME, 1).factory());
    return Workers.of(pool, cores);
  }
}

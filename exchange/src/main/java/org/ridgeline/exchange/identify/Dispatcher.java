package org.ridgeline.exchange.identify;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.WorkLoop;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.exchange.submission.SearchRow;

/// Does the work that the database says is not done, on all cores, a bounded amount at a time.
///
/// The rows are the queue: a crash forgets nothing, a restart begins where the rows stand. Each
/// repository has its own places, so that one that is slow or down does not hold up the other.
public final class Dispatcher implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Dispatcher.class.getName());
  private static final int CORES = Runtime.getRuntime().availableProcessors();

  /// A finished image and one being read per core.
  private static final int EXTRACTIONS_MAX = CORES + 1;

  private static final int SEARCHES_MAX = CORES;
  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

  private final Stores stores;
  private final Extraction extraction;
  private final Search criminal;
  private final Search immigration;
  private final Runnable answered;
  private final ExecutorService extractors;
  private final WorkLoop loop = new WorkLoop("dispatcher", LOOK_AGAIN, this::dispatch);
  private final Semaphore extractions = new Semaphore(EXTRACTIONS_MAX);
  private final Semaphore criminalSearches = new Semaphore(SEARCHES_MAX);
  private final Semaphore immigrationSearches = new Semaphore(SEARCHES_MAX);

  /// - **Shape** `answered` is run after every step that may have made an answer
  public Dispatcher(Stores stores, Repositories repositories, Clock clock, Runnable answered) {
    this.stores = stores;
    this.answered = answered;
    extractors =
        Executors.newFixedThreadPool(CORES, Thread.ofPlatform().name("extract-", 0).factory());
    extraction = new Extraction(stores, new ProbeMaker(extractors), clock);
    criminal = new CriminalSearch(stores, repositories.criminal(), clock);
    immigration = new ImmigrationSearch(stores, repositories.immigration(), clock);
  }

  /// Begins to work.
  public void start() {
    loop.start();
  }

  /// Says that there may be work.
  public void wake() {
    loop.wake();
  }

  private void dispatch() {
    search(RepositoryName.CRIMINAL, criminalSearches, criminal);
    search(RepositoryName.IMMIGRATION, immigrationSearches, immigration);
    for (String control : stores.submissions().extractionWork(loop.underWay() + EXTRACTIONS_MAX)) {
      begin(control, extractions, () -> extract(control));
    }
  }

  /// Each repository's rows are asked for apart: a long queue of one must not hide the other's.
  private void search(RepositoryName repository, Semaphore places, Search search) {
    for (SearchRow row : stores.searches().work(repository, loop.underWay() + SEARCHES_MAX)) {
      begin(row.control() + " " + row.repository(), places, () -> search(row, search));
    }
  }

  private void begin(String key, Semaphore places, Runnable step) {
    loop.begin(
        key,
        places,
        () -> {
          try {
            step.run();
          } finally {
            answered.run();
          }
        });
  }

  private void extract(String control) {
    try {
      extraction.run(control);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      trouble(control + " extraction", e);
      afterTrouble(
          control,
          () -> {
            int failures = stores.submissions().failed(control, said(e), Limits.retryAfter(1));
            if (failures >= Limits.EXTRACTION_ATTEMPTS_MAX) {
              extraction.giveUp(control, said(e));
            }
          });
    }
  }

  private void search(SearchRow row, Search search) {
    try {
      search.run(row);
    } catch (RuntimeException e) {
      trouble(row.control() + " " + row.repository() + " search", e);
      afterTrouble(
          row.control(),
          () -> {
            var wait = Limits.retryAfter(row.attempts() + 1);
            if (stores.searches().failed(row, said(e), wait) >= Limits.SEARCH_ATTEMPTS_MAX) {
              search.giveUp(row, said(e));
            }
          });
    }
  }

  /// When noting the failure fails too, the database is away: the row stays due and is tried again.
  private void afterTrouble(String control, Runnable note) {
    try {
      note.run();
    } catch (RuntimeException e) {
      trouble(control + " noting a failure", e);
      WorkLoop.pause();
    }
  }

  private void trouble(String what, RuntimeException e) {
    if (!loop.isClosed()) {
      LOG.log(Level.WARNING, what + ": " + said(e), e);
    }
  }

  private static String said(RuntimeException e) {
    String message = e.getMessage() == null ? e.toString() : e.getMessage();
    return message.length() > 300 ? message.substring(0, 300) : message;
  }

  /// Stops taking work; what runs is given a moment to end, and is done again after the next start
  /// where it does not.
  @Override
  public void close() {
    extractors.shutdown();
    loop.close(STOP_PATIENCE);
    extractors.shutdownNow();
  }
}

package org.ridgeline.exchange.identify;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.exchange.submission.SearchRow;
import org.ridgeline.exchange.submission.SearchStore;
import org.ridgeline.exchange.submission.SubmissionStore;
import org.ridgeline.exchange.submission.Waiting;
import org.ridgeline.outbox.Fatal;
import org.ridgeline.outbox.Shares;
import org.ridgeline.outbox.WorkLoop;

/// Does the work that the database says is not done, on all cores, a bounded amount at a time.
///
/// The rows are the queue: a crash forgets nothing, a restart begins where the rows stand. Each
/// repository has its own places, so that one that is slow or down does not hold up the other.
public final class Dispatcher implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Dispatcher.class.getName());
  private static final int CORES = Runtime.getRuntime().availableProcessors();

  /// Cards in work at a time, and of one sender: another's always finds a place.
  private static final int EXTRACTIONS_MAX = 2 * CORES;

  private static final int EXTRACTIONS_OF_ONE_MAX = CORES;

  private static final int SEARCHES_MAX = CORES;
  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

  private final SubmissionStore submissions;
  private final SearchStore searches;
  private final Steps steps;
  private final FairPool extractors;
  private final Runnable answered;
  private final WorkLoop loop = new WorkLoop("dispatcher", LOOK_AGAIN, this::dispatch);
  private final Shares shares = new Shares(loop, EXTRACTIONS_OF_ONE_MAX);
  private final Semaphore extractions = new Semaphore(EXTRACTIONS_MAX);
  private final Semaphore criminalSearches = new Semaphore(SEARCHES_MAX);
  private final Semaphore immigrationSearches = new Semaphore(SEARCHES_MAX);
  private final Semaphore civilSearches = new Semaphore(SEARCHES_MAX);

  private Dispatcher(
      SubmissionStore submissions,
      SearchStore searches,
      Steps steps,
      FairPool extractors,
      Runnable answered) {
    this.submissions = submissions;
    this.searches = searches;
    this.steps = steps;
    this.extractors = extractors;
    this.answered = answered;
  }

  /// Over the exchange's data source.
  /// - **Shape** `comparison` of a card's prints with each other
  public static Dispatcher of(
      DataSource dataSource, Repositories repositories, PrintComparison comparison, Work work) {
    FairPool extractors = new FairPool("extract-", CORES);
    return new Dispatcher(
        new SubmissionStore(dataSource),
        new SearchStore(dataSource),
        Steps.of(dataSource, repositories, new ProbeMaker(extractors, comparison), work),
        extractors,
        work.answered());
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
    expire();
    search(RepositoryName.CRIMINAL, criminalSearches, steps.criminal());
    search(RepositoryName.IMMIGRATION, immigrationSearches, steps.immigration());
    search(RepositoryName.CIVIL, civilSearches, steps.civil());
    List<Waiting> waiting =
        new ArrayList<>(submissions.extractionWork(loop.underWay() + EXTRACTIONS_MAX));
    // Stable: a sender's own cards stay in the order in which they came.
    Map<String, Double> standing = new HashMap<>();
    waiting.forEach(w -> standing.computeIfAbsent(w.sender(), extractors::standing));
    waiting.sort(Comparator.comparingDouble(w -> standing.getOrDefault(w.sender(), 0.0)));
    for (Waiting one : waiting) {
      shares.begin(
          one.sender(), one.control(), extractions, answering(() -> extract(one.control())));
    }
  }

  /// A held card that cannot go on holds up nothing else.
  private void expire() {
    try {
      steps.held().expire();
    } catch (RuntimeException e) {
      Fatal.check(e);
      trouble("held cards", e);
    }
  }

  /// Each repository's rows are asked for apart: a long queue of one must not hide the other's.
  private void search(RepositoryName repository, Semaphore places, Search search) {
    for (SearchRow row : searches.work(repository, loop.underWay() + SEARCHES_MAX)) {
      String key = row.control() + " " + repository.key();
      loop.begin(key, places, answering(() -> search(row, search)));
    }
  }

  /// A step after which there may be an answer to deliver.
  private Runnable answering(Runnable step) {
    return () -> {
      try {
        step.run();
      } finally {
        answered.run();
      }
    };
  }

  private void extract(String control) {
    try {
      steps.extraction().run(control);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | StackOverflowError e) {
      Fatal.check(e);
      trouble(control + " extraction", e);
      afterTrouble(
          control,
          () -> {
            int failures = submissions.failed(control, said(e), WorkLoop.retryAfter(1));
            if (failures >= Limits.EXTRACTION_ATTEMPTS_MAX) {
              steps.extraction().giveUp(control, said(e));
            }
          });
    }
  }

  private void search(SearchRow row, Search search) {
    try {
      search.run(row);
    } catch (RuntimeException | StackOverflowError e) {
      Fatal.check(e);
      trouble(row.control() + " " + row.repository().key() + " search", e);
      afterTrouble(
          row.control(),
          () -> {
            var wait = WorkLoop.retryAfter(row.attempts() + 1);
            if (searches.failed(row, said(e), wait) >= Limits.SEARCH_ATTEMPTS_MAX) {
              search.giveUp(row);
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

  private void trouble(String what, Throwable e) {
    if (!loop.isClosed()) {
      LOG.log(Level.WARNING, what + ": " + said(e), e);
    }
  }

  private static String said(Throwable e) {
    String message = e.getMessage() == null ? e.toString() : e.getMessage();
    return message.length() > 300 ? message.substring(0, 300) : message;
  }

  /// Stops taking work; what runs is given a moment to end, and is done again after the next start
  /// where it does not.
  @Override
  public void close() {
    extractors.close();
    loop.close(STOP_PATIENCE);
    extractors.closeNow();
  }
}

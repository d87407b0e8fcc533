package org.ridgeline.casework.redress;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.ridgeline.ledger.Ledger;
import org.ridgeline.ledger.LedgerEntry;
import org.ridgeline.ledger.LedgerReader;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Redress, wired together over casework's schema, and the watch over its clocks.
public final class Redress implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Redress.class.getName());
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(20);

  private final PublicDesk counter;
  private final RedressDesk desk;
  private final Corrections corrections;
  private final RedressCounts counts;
  private final RedressRules rules;
  private final RedressStore store;
  private final Ledger ledger;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final CountDownLatch stop = new CountDownLatch(1);

  /// - **Shape** `dataSource` of casework, its schema up to date; `record` of the ledger's owner:
  ///   it tells who was told, who worked on a case, and what a person's own access log says
  public Redress(DataSource dataSource, LedgerReader record, RedressRules rules, Clock clock) {
    corrections = new Corrections(dataSource, record, clock);
    counter = new PublicDesk(dataSource, rules, clock);
    desk = new RedressDesk(dataSource, corrections, record, rules, clock);
    counts = new RedressCounts(dataSource);
    store = new RedressStore(dataSource);
    ledger = new Ledger(dataSource);
    transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    this.rules = rules;
    this.clock = clock;
  }

  /// What anybody can do.
  public PublicDesk counter() {
    return counter;
  }

  /// What officers do.
  public RedressDesk desk() {
    return desk;
  }

  /// Notices to those who were told.
  public Corrections corrections() {
    return corrections;
  }

  /// A decision that puts something right in a case.
  /// - **Shape** `statement` what everybody who was told is told; nothing of who asked
  public record Ruling(String number, Instant decidedAt, List<Remedy> remedies, String statement) {
    public Ruling {
      remedies = List.copyOf(remedies);
    }
  }

  /// What redress officers decided to put right in a case, oldest first: for those who work on it.
  public List<Ruling> rulings(UUID caseId) {
    return store.ofCase(caseId).stream()
        .flatMap(item ->
            item.decided().stream()
                .filter(decided -> !decided.remedies().isEmpty())
                .map(decided ->
                    new Ruling(
                        item.number(), decided.at(), decided.remedies(), decided.statement())))
        .toList();
  }

  /// What is counted in public.
  public RedressCounts counts() {
    return counts;
  }

  /// The time limits.
  public RedressRules rules() {
    return rules;
  }

  /// Begins to watch the clocks.
  public void start() {
    Thread.ofVirtual().name("redress").start(this::run);
  }

  private void run() {
    try {
      do {
        try {
          look();
        } catch (RuntimeException e) {
          LOG.log(Level.WARNING, "watching the clocks of redress", e);
        }
      } while (!stop.await(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Notes deadlines that have passed, once each, and raises alarms for notices nobody
  /// acknowledged. Gives how many of both are new.
  public int look() {
    Instant now = clock.instant();
    Integer late =
        transaction.execute(_ -> {
          List<RedressStore.Breach> breaches = store.escalate(now);
          for (RedressStore.Breach breach : breaches) {
            store.add(
                breach.itemId(),
                new RedressEvent(now, Corrections.SYSTEM, "escalate", breach.clock()));
            ledger.append(
                new LedgerEntry(
                    Corrections.SYSTEM,
                    Corrections.SYSTEM_ROLE,
                    "clocks of redress",
                    "redress.escalate",
                    "redress:" + breach.itemId(),
                    Map.of("clock", breach.clock())));
          }
          return breaches.size();
        });
    return late + corrections.alarm(now);
  }

  @Override
  public void close() {
    stop.countDown();
  }
}

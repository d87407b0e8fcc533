package org.ridgeline.casework.custody;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.ridgeline.ledger.Ledger;
import org.ridgeline.ledger.LedgerEntry;
import org.ridgeline.outbox.WorkLoop;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Raises the alarms of custody clocks when they are due, each once: what was raised is a row, and
/// so is when to look again. A watch that was away makes up for it when it is back.
public final class CustodyWatch implements AutoCloseable {
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(20);

  private final CustodyStore store;
  private final OutcomeStore outcomes;
  private final CustodyRules rules;
  private final TransactionTemplate transaction;
  private final Ledger ledger;
  private final Clock clock;
  private final WorkLoop loop = new WorkLoop("custody watch", LOOK_AGAIN, this::look);

  public CustodyWatch(DataSource dataSource, Ledger ledger, Clock clock) {
    store = new CustodyStore(dataSource);
    outcomes = new OutcomeStore(dataSource);
    rules = new CustodyRules(dataSource, ledger);
    transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    this.ledger = ledger;
    this.clock = clock;
  }

  /// Begins to watch.
  public void start() {
    loop.start();
  }

  /// Looks at every custody that is due; gives how many alarms were raised.
  public int look() {
    int raised = 0;
    List<UUID> due;
    do {
      due = store.due(clock.instant(), Limits.WATCH_BATCH);
      for (UUID caseId : due) {
        raised += transaction.execute(_ -> look(caseId));
      }
    } while (due.size() == Limits.WATCH_BATCH);
    return raised;
  }

  private int look(UUID caseId) {
    Custody custody = store.lock(caseId).orElseThrow();
    Instant now = clock.instant();
    boolean hasOutcome = outcomes.of(caseId).isPresent();
    AlarmPlan plan = AlarmPlan.of(custody, rules.limit(custody), rules.leads(), hasOutcome);
    int raised = 0;
    for (Alarm alarm : plan.due(now)) {
      if (store.raise(caseId, alarm, now)) {
        raised++;
        ledger.append(
            new LedgerEntry(
                "casework",
                "SYSTEM",
                "custody clock",
                "custody.alarm",
                "case:" + caseId,
                Map.of("kind", alarm.kind().name(), "due", alarm.dueAt().toString())));
      }
    }
    store.lookAgain(caseId, plan.next(now));
    return raised;
  }

  @Override
  public void close() {
    loop.close();
  }
}

package org.ridgeline.casework.custody;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ridgeline.casework.desk.Daybook;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.ledger.LedgerEntry;
import org.ridgeline.ledger.Subject;
import org.ridgeline.outbox.WorkLoop;

/// Raises the alarms of custody clocks when they are due, each once: what was raised is a row, and
/// so is when to look again. A watch that was away makes up for it when it is back.
public final class CustodyWatch implements AutoCloseable {
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(20);

  private final CustodyStore store;
  private final OutcomeStore outcomes;
  private final CustodyRules rules;
  private final Daybook daybook;
  private final WorkLoop loop = new WorkLoop("custody watch", LOOK_AGAIN, this::look);

  public CustodyWatch(
      CustodyStore store, OutcomeStore outcomes, CustodyRules rules, Daybook daybook) {
    this.store = store;
    this.outcomes = outcomes;
    this.rules = rules;
    this.daybook = daybook;
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
      due = store.due(daybook.now(), Limits.WATCH_BATCH);
      for (UUID caseId : due) {
        raised += daybook.transaction().execute(_ -> look(caseId));
      }
    } while (due.size() == Limits.WATCH_BATCH);
    return raised;
  }

  private int look(UUID caseId) {
    Custody custody = store.lock(caseId).orElseThrow();
    Instant now = daybook.now();
    boolean hasOutcome = outcomes.of(caseId).isPresent();
    AlarmPlan plan = AlarmPlan.of(custody, rules.limit(custody), rules.leads(), hasOutcome);
    int raised = 0;
    for (Alarm alarm : plan.due(now)) {
      if (store.raise(caseId, alarm, now)) {
        raised++;
        daybook
            .ledger()
            .append(
                new LedgerEntry(
                    "casework",
                    "SYSTEM",
                    "custody clock",
                    Known.CUSTODY_ALARM,
                    Subject.Kind.CASE.of(caseId),
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

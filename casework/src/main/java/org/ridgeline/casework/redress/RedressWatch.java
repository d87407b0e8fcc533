package org.ridgeline.casework.redress;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.ridgeline.casework.desk.Daybook;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.ledger.LedgerEntry;
import org.ridgeline.ledger.Subject;
import org.ridgeline.outbox.WorkLoop;

/// Watches the clocks of redress.
public final class RedressWatch implements AutoCloseable {
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(20);

  private final RedressStore store;
  private final Corrections corrections;
  private final Daybook daybook;
  private final WorkLoop loop = new WorkLoop("redress", LOOK_AGAIN, this::look);

  public RedressWatch(RedressStore store, Corrections corrections, Daybook daybook) {
    this.store = store;
    this.corrections = corrections;
    this.daybook = daybook;
  }

  /// Begins to watch.
  public void start() {
    loop.start();
  }

  /// Notes deadlines that have passed, once each, and raises alarms for notices nobody
  /// acknowledged. Gives how many of both are new.
  public int look() {
    Instant now = daybook.now();
    Integer late =
        daybook
            .transaction()
            .execute(_ -> {
              List<RedressStore.Breach> breaches = store.escalate(now);
              for (RedressStore.Breach breach : breaches) {
                store.add(
                    breach.itemId(),
                    new RedressEvent(now, Corrections.SYSTEM, "escalate", breach.clock().key()));
                daybook
                    .ledger()
                    .append(
                        new LedgerEntry(
                            Corrections.SYSTEM,
                            Corrections.SYSTEM_ROLE,
                            "clocks of redress",
                            Known.REDRESS_ESCALATE,
                            Subject.Kind.REDRESS.of(breach.itemId()),
                            Map.of("clock", breach.clock().key())));
              }
              return breaches.size();
            });
    return late + corrections.alarm(now);
  }

  @Override
  public void close() {
    loop.close();
  }
}

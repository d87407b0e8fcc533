package org.ridgeline.casework.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.ridgeline.ledger.Action;
import org.ridgeline.ledger.Ledger;
import org.ridgeline.ledger.LedgerEntry;
import org.ridgeline.ledger.Subject;
import org.ridgeline.outbox.Outbox;
import org.ridgeline.vocabulary.event.Event;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What every desk writes by: the transaction in which a step, its entry of the ledger and its
/// facts are one, the ledger, the outbox, and the clock.
public record Daybook(Ledger ledger, Outbox outbox, TransactionTemplate transaction, Clock clock) {
  /// Who the program is in ledger and timeline when it does something by itself.
  public static final String MACHINE = "casework";

  /// The role of the program.
  public static final String MACHINE_ROLE = "SYSTEM";

  /// Over casework's data source.
  public static Daybook of(DataSource dataSource, Clock clock) {
    return new Daybook(
        new Ledger(dataSource),
        new Outbox(dataSource),
        new TransactionTemplate(new DataSourceTransactionManager(dataSource)),
        clock);
  }

  /// Now.
  public Instant now() {
    return clock.instant();
  }

  /// Tells other rooms of a fact, with the caller's transaction.
  public void tell(Event event) {
    outbox.append(event, now());
  }

  /// Records what somebody did, in the caller's transaction where there is one.
  public void record(Actor actor, Action action, Subject subject, Map<String, String> detail) {
    ledger.append(
        new LedgerEntry(
            actor.name(), actor.duty().role().name(), actor.purpose(), action, subject, detail));
  }

  /// Records what the program did, and what for.
  public void record(String purpose, Action action, Subject subject, Map<String, String> detail) {
    ledger.append(new LedgerEntry(MACHINE, MACHINE_ROLE, purpose, action, subject, detail));
  }
}

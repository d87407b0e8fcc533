package org.ridgeline.exchange;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.ridgeline.ledger.Action;
import org.ridgeline.ledger.Disclosure;
import org.ridgeline.ledger.Ledger;
import org.ridgeline.ledger.LedgerEntry;
import org.ridgeline.ledger.Subject;
import org.ridgeline.outbox.Outbox;
import org.ridgeline.vocabulary.event.Event;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What the exchange writes into the ledger and into its outbox, and the transaction that holds a
/// step, its entry and its facts together.
public final class Trail {
  private static final String SYSTEM = "exchange";
  private static final String SYSTEM_ROLE = "SYSTEM";
  private static final String BOOKING = "booking";

  private final Ledger ledger;
  private final Outbox outbox;
  private final TransactionTemplate transaction;

  /// - **Shape** `dataSource` of the exchange: its transactions are joined
  public Trail(DataSource dataSource) {
    ledger = new Ledger(dataSource);
    outbox = new Outbox(dataSource);
    transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
  }

  /// How the ledger calls a submission.
  public static Subject submission(String control) {
    return Subject.Kind.SUBMISSION.of(control);
  }

  /// Runs a step in a transaction: the one that is open, else one of its own.
  public <T> T together(Supplier<T> step) {
    return transaction.execute(_ -> step.get());
  }

  /// Runs a step in a transaction: the one that is open, else one of its own.
  public void together(Runnable step) {
    transaction.executeWithoutResult(_ -> step.run());
  }

  /// Tells other rooms of a fact.
  public void fact(Event event, Instant at) {
    outbox.append(event, at);
  }

  /// Tells other rooms of a fact that happens now.
  public void fact(Event event) {
    outbox.append(event);
  }

  /// Records a step of the exchange itself.
  public void step(Action action, Subject subject, Map<String, String> detail) {
    ledger.append(new LedgerEntry(SYSTEM, SYSTEM_ROLE, BOOKING, action, subject, detail));
  }

  /// Records a step that an agency or an office took over its door.
  public void caller(
      String caller, String role, Action action, Subject subject, Map<String, String> detail) {
    ledger.append(new LedgerEntry(caller, role, BOOKING, action, subject, detail));
  }

  /// Who did or saw something at the console, and why.
  public record Person(String name, String role, String purpose) {}

  /// Records what a person at the console saw or did.
  public void person(Person who, Action action, Subject subject, Map<String, String> detail) {
    ledger.append(new LedgerEntry(who.name(), who.role(), who.purpose(), action, subject, detail));
  }

  /// Records a step of whoever runs the system, by command or link.
  public void administrator(
      String name, Action action, Subject subject, Map<String, String> detail) {
    ledger.append(
        new LedgerEntry(name, "ADMINISTRATOR", "administration", action, subject, detail));
  }

  /// The same of somebody who came from somewhere, which is on record, too.
  public void administrator(
      Administrator by, Action action, Subject subject, Map<String, String> detail) {
    Map<String, String> more = new TreeMap<>(detail);
    more.put("from", by.from());
    administrator(by.name(), action, subject, more);
  }

  /// Records that a submission's answer or lead reached somebody outside.
  public void told(String control, Disclosure disclosure) {
    Subject subject = submission(control);
    ledger.disclosed(
        LedgerEntry.of(SYSTEM, SYSTEM_ROLE, BOOKING, Disclosure.ACTION, subject), disclosure);
  }
}

package org.ridgeline.casework.casefile;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.ridgeline.casework.Actor;
import org.ridgeline.casework.RefusedStep;
import org.ridgeline.casework.RefusedStep.Code;
import org.ridgeline.casework.evidence.EvidenceStore;
import org.ridgeline.casework.evidence.Freshness;
import org.ridgeline.ledger.Ledger;
import org.ridgeline.ledger.LedgerEntry;
import org.ridgeline.outbox.Outbox;
import org.ridgeline.vocabulary.event.Event;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What all services of cases take from: stores, the ledger, the outbox, the clock, and the
/// transaction in which a step, its ledger entry and its facts are one.
public record Shelf(
    CaseStore cases,
    EvidenceStore evidence,
    Ledger ledger,
    Outbox outbox,
    TransactionTemplate transaction,
    Freshness freshness,
    Clock clock) {
  /// Who the program is in ledger and timeline when it does something by itself.
  public static final String MACHINE = "casework";

  /// The role of the program.
  public static final String MACHINE_ROLE = "SYSTEM";

  /// Over casework's data source.
  public static Shelf of(DataSource dataSource, Freshness freshness, Clock clock) {
    return new Shelf(
        new CaseStore(dataSource),
        new EvidenceStore(dataSource),
        new Ledger(dataSource),
        new Outbox(dataSource),
        new TransactionTemplate(new DataSourceTransactionManager(dataSource)),
        freshness,
        clock);
  }

  /// Now.
  public Instant now() {
    return clock.instant();
  }

  /// A case that must be there.
  public Case known(UUID caseId) {
    return cases
        .byId(caseId)
        .orElseThrow(() ->
            new RefusedStep(
                Code.NOT_FOUND, "There is no such case.", "Look for it in the list of cases."));
  }

  /// Records what somebody did with a case.
  public void record(Actor actor, Case one, String action, Map<String, String> detail) {
    ledger.append(
        new LedgerEntry(
            actor.name(),
            actor.duty().role().name(),
            actor.purpose(),
            action,
            subject(one),
            about(one, detail)));
  }

  /// Records what the program did with a case.
  public void record(Case one, String purpose, String action, Map<String, String> detail) {
    ledger.append(
        new LedgerEntry(MACHINE, MACHINE_ROLE, purpose, action, subject(one), about(one, detail)));
  }

  /// Tells other rooms of a fact.
  public void tell(Event event) {
    outbox.append(event, now());
  }

  /// Notes in a case's timeline what the program did that moved no state.
  public void note(Case one, String why, String step, String note) {
    cases.add(
        one.caseId(),
        new CaseEvent(
            now(),
            MACHINE,
            MACHINE_ROLE,
            why,
            step,
            new CaseEvent.Change(one.state(), one.state(), note)));
  }

  /// How the ledger calls a case.
  public static String subject(Case one) {
    return "case:" + one.caseId();
  }

  private static Map<String, String> about(Case one, Map<String, String> detail) {
    Map<String, String> all = new TreeMap<>(detail);
    all.put("person", "person:" + one.personId());
    all.put("number", one.number());
    return all;
  }
}

package org.ridgeline.casework.casefile;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.desk.Daybook;
import org.ridgeline.casework.desk.Refusal;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.casework.evidence.EvidenceStore;
import org.ridgeline.casework.evidence.Freshness;
import org.ridgeline.ledger.Action;
import org.ridgeline.ledger.Subject;
import org.ridgeline.vocabulary.event.Event;
import org.springframework.transaction.support.TransactionTemplate;

/// What all services of cases take from: stores, the daybook, and how old evidence may be.
public record Shelf(
    CaseStore cases,
    QueueStore queue,
    EvidenceStore evidence,
    Daybook daybook,
    Freshness freshness) {
  /// The transaction in which a step and its entry of the ledger are one.
  public TransactionTemplate transaction() {
    return daybook.transaction();
  }

  /// Now.
  public Instant now() {
    return daybook.now();
  }

  /// A case that must be there, as it is once nobody else can change it: held until the transaction
  /// ends.
  public Case held(UUID caseId) {
    cases.lockRow(caseId);
    return known(caseId);
  }

  /// A case that must be there.
  public Case known(UUID caseId) {
    return cases.byId(caseId).orElseThrow(() -> new RefusedStep(Refusal.NO_SUCH_CASE));
  }

  /// Records what somebody did with a case.
  public void record(Actor actor, Case one, Action action, Map<String, String> detail) {
    daybook.record(actor, action, subject(one), about(one, detail));
  }

  /// Records what the program did with a case.
  public void record(Case one, String purpose, Action action, Map<String, String> detail) {
    daybook.record(purpose, action, subject(one), about(one, detail));
  }

  /// Tells other rooms of a fact.
  public void tell(Event event) {
    daybook.tell(event);
  }

  /// Notes in a case's timeline what the program did that moved no state.
  public void note(Case one, String why, String step, String note) {
    cases.add(
        one.caseId(),
        new CaseEvent(
            now(),
            Daybook.MACHINE,
            Daybook.MACHINE_ROLE,
            why,
            step,
            new CaseEvent.Change(one.state(), one.state(), note)));
  }

  /// How the ledger calls a case.
  public static Subject subject(Case one) {
    return Subject.Kind.CASE.of(one.caseId());
  }

  private static Map<String, String> about(Case one, Map<String, String> detail) {
    Map<String, String> all = new TreeMap<>(detail);
    all.put("person", Subject.Kind.PERSON.text(one.personId()));
    all.put("number", one.number());
    return all;
  }
}

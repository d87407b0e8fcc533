package org.ridgeline.casework.custody;

import org.ridgeline.casework.casefile.CaseDesk;
import org.ridgeline.casework.desk.Actor;
import org.springframework.transaction.support.TransactionTemplate;

/// Closes a case with its outcome: both are done, or neither.
public record CaseClosing(OutcomeDesk outcomes, CaseDesk cases, TransactionTemplate transaction) {
  /// Records the outcome and closes the case by it.
  public void close(Actor actor, CaseDesk.Wish wish, Outcome outcome) {
    transaction.executeWithoutResult(_ -> {
      outcomes.record(actor, wish.caseId(), outcome);
      cases.close(actor, wish, outcome.kind().name());
    });
  }
}

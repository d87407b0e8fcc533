package org.ridgeline.casework.custody;

import org.ridgeline.casework.casefile.Case;
import org.ridgeline.casework.casefile.CaseListener;
import org.ridgeline.casework.casefile.CaseState;
import org.ridgeline.casework.casefile.Step;
import org.ridgeline.casework.desk.Refusal;
import org.ridgeline.casework.desk.RefusedStep;

/// Follows cases: opens the custody with the case, and sees to it that none closes without an
/// outcome, whoever closes it.
public record CustodyFollower(CustodyDesk desk, OutcomeDesk outcomes, Submitters submitters)
    implements CaseListener {
  @Override
  public void opened(Case one) {
    submitters
        .of(one.booking().control())
        .ifPresent(submitter ->
            desk.open(
                new Custody.Booking(
                    one.caseId(),
                    one.booking().control(),
                    one.booking().tcn(),
                    submitter.ori(),
                    one.place().state(),
                    submitter.receivedAt())));
  }

  @Override
  public void stepped(Case after, Step step) {
    if (step == Step.CLOSE_WITH_OUTCOME) {
      if (outcomes.of(after.caseId()).isEmpty()) {
        throw new RefusedStep(Refusal.CLOSES_WITH_SOURCED_OUTCOME);
      }
    } else if (after.state() == CaseState.CLOSED) {
      outcomes.follows(after.caseId(), kind(after), step.words());
    }
  }

  /// What a case that closes by its determination, or before one, came to.
  private static OutcomeKind kind(Case after) {
    return switch (after.outcome().orElse("")) {
      case "us-citizen" -> OutcomeKind.CITIZEN_PURGED;
      case "lawful-status" -> OutcomeKind.LAWFUL_STATUS_CONFIRMED;
      default -> OutcomeKind.NO_ACTION;
    };
  }
}

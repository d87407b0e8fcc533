package org.ridgeline.casework.casefile;

import java.util.Set;
import java.util.UUID;
import org.ridgeline.casework.verification.Pair;
import org.ridgeline.casework.verification.VerificationDesk;

/// Joins cases and examiners: a case's prints go before them, what they settle moves the case, and
/// a case that leaves by another way takes its prints back. Examiners learn nothing of the case,
/// and the case nothing of them but what was settled.
public final class BlindComparison implements Comparison, CaseListener {
  private static final Set<Step> SETTLES =
      Set.of(Step.SETTLE_IDENTIFIED, Step.SETTLE_EXCLUDED, Step.SETTLE_INCONCLUSIVE);

  private final VerificationDesk examiners;

  public BlindComparison(VerificationDesk examiners) {
    this.examiners = examiners;
  }

  @Override
  public void request(UUID caseId, Case.Booking booking) {
    examiners.request(caseId, new Pair(booking.control(), booking.encounterId()));
  }

  @Override
  public void withdraw(UUID caseId, Case.Booking booking) {
    examiners.withdraw(caseId, booking.control());
  }

  /// A case that left by another way than what examiners settled takes its prints back.
  @Override
  public void stepped(Case after, Step step) {
    if (after.state() != CaseState.VERIFYING && !SETTLES.contains(step)) {
      examiners.withdraw(after.caseId(), after.booking().control());
    }
  }
}

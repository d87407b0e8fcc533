package org.ridgeline.casework.casefile;

import java.util.Set;
import java.util.UUID;
import org.ridgeline.casework.verification.Pair;
import org.ridgeline.casework.verification.Settlement;
import org.ridgeline.casework.verification.VerificationDesk;

/// Joins cases and examiners: a case's prints go before them, what they settle moves the case, and
/// a case that leaves by another way takes its prints back. Examiners learn nothing of the case,
/// and the case nothing of them but what was settled.
public final class BlindComparison implements Comparison {
  private static final Set<Step> SETTLES =
      Set.of(Step.SETTLE_IDENTIFIED, Step.SETTLE_EXCLUDED, Step.SETTLE_INCONCLUSIVE);

  private final VerificationDesk examiners;

  public BlindComparison(VerificationDesk examiners) {
    this.examiners = examiners;
  }

  @Override
  public void request(Case one) {
    Case.Booking booking = one.booking();
    examiners.request(one.caseId(), new Pair(booking.control(), booking.encounterId()));
  }

  /// Has both hear of each other.
  public static void join(VerificationDesk examiners, CaseDesk desk, Shelf shelf) {
    desk.listen((after, step) -> {
      if (after.state() != CaseState.VERIFYING && !SETTLES.contains(step)) {
        examiners.withdraw(after.caseId());
      }
    });
    examiners.listen((caseId, settlement) -> settled(desk, shelf, caseId, settlement));
  }

  private static void settled(CaseDesk desk, Shelf shelf, UUID caseId, Settlement settlement) {
    if (shelf.known(caseId).state() == CaseState.VERIFYING) {
      desk.machine(caseId, step(settlement), "settled by blind verification");
    }
  }

  private static Step step(Settlement settlement) {
    return switch (settlement) {
      case IDENTIFIED -> Step.SETTLE_IDENTIFIED;
      case EXCLUDED -> Step.SETTLE_EXCLUDED;
      case INCONCLUSIVE -> Step.SETTLE_INCONCLUSIVE;
    };
  }
}

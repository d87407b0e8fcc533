package org.ridgeline.casework.casefile;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ridgeline.casework.verification.Settlement;
import org.ridgeline.casework.verification.SettlementListener;
import org.ridgeline.ledger.Action;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.ledger.Subject;

/// Later bookings of one custody event. Each one's prints are compared blind like the first's: that
/// the engine found the same record twice makes nobody the same person. One that examiners identify
/// is told what the case determines; any other is told that nobody was found.
///
/// Where the booking the case stands on turns out to be somebody else, those that are left begin a
/// case of their own.
public final class JoinedBookings implements CaseListener, SettlementListener {
  private static final String WHY = "settled by blind verification";

  private final Shelf shelf;
  private final CaseDesk desk;
  private final Comparison comparison;

  public JoinedBookings(Shelf shelf, CaseDesk desk, Comparison comparison) {
    this.shelf = shelf;
    this.desk = desk;
    this.comparison = comparison;
  }

  /// Puts a booking that was just joined before the examiners, in the caller's transaction.
  void joined(UUID caseId, Case.Booking booking) {
    comparison.request(caseId, booking);
  }

  /// Takes what examiners settled of one booking of a case, in their transaction. Settled twice, or
  /// after the booking has left the case, it changes nothing.
  @Override
  public void settled(UUID caseId, String control, Settlement settlement) {
    Case one = shelf.held(caseId);
    one.booking(control)
        .ifPresent(booking -> {
          if (booking.joined()) {
            keep(one, booking, settlement);
          } else if (one.state() == CaseState.VERIFYING) {
            desk.machine(caseId, step(settlement), WHY);
          }
        });
  }

  private static Step step(Settlement settlement) {
    return switch (settlement) {
      case IDENTIFIED -> Step.SETTLE_IDENTIFIED;
      case EXCLUDED -> Step.SETTLE_EXCLUDED;
      case INCONCLUSIVE -> Step.SETTLE_INCONCLUSIVE;
    };
  }

  private static Action action(Settlement settlement) {
    return switch (settlement) {
      case IDENTIFIED -> Known.CASE_BOOKING_IDENTIFIED;
      case EXCLUDED -> Known.CASE_BOOKING_EXCLUDED;
      case INCONCLUSIVE -> Known.CASE_BOOKING_INCONCLUSIVE;
    };
  }

  private void keep(Case one, Case.Booking booking, Settlement settlement) {
    if (booking.settlement().isPresent()) {
      return;
    }
    shelf.cases().settle(booking.leadId(), settlement);
    shelf.cases().changed(one.caseId());
    shelf.note(one, WHY, "JOINED_" + settlement.name(), "booking " + booking.control());
    shelf.record(
        one,
        WHY,
        action(settlement),
        Map.of("submission", Subject.Kind.SUBMISSION.text(booking.control())));
    desk.settled(shelf.known(one.caseId()), booking.control());
  }

  /// Lets what is left of a case go on without the booking it stood on.
  @Override
  public void stepped(Case after, Step step) {
    if (step == Step.SETTLE_EXCLUDED || step == Step.CLOSE_INCONCLUSIVE) {
      List<Case.Booking> left =
          after.bookings().stream()
              .filter(Case.Booking::joined)
              .filter(b -> b.settlement().isEmpty() || b.isAnswered())
              .sorted(Comparator.comparing(b -> !b.isAnswered()))
              .toList();
      if (!left.isEmpty()) {
        part(after, left);
      }
    } else if (step == Step.CLOSE_STOPPED) {
      withdraw(after);
    }
  }

  /// What a case that is taken out knows of is not compared any more.
  @Override
  public void purged(Case one) {
    withdraw(one);
  }

  private void withdraw(Case one) {
    one.bookings().stream()
        .filter(b -> b.joined() && b.settlement().isEmpty())
        .forEach(b -> comparison.withdraw(one.caseId(), b));
  }

  private void part(Case before, List<Case.Booking> left) {
    String why = "left of " + before.number() + ", which stood on another booking";
    left.forEach(booking -> comparison.withdraw(before.caseId(), booking));
    Case.Booking first = left.getFirst();
    UUID caseId = UUID.randomUUID();
    shelf.cases().add(caseId, before.personId(), before.place(), shelf.now());
    shelf.cases().part(before.caseId(), caseId, left);
    Case own = shelf.known(caseId);
    shelf.note(own, why, "OPEN", "");
    shelf.note(before, why, "PART", own.number());
    shelf.record(
        own,
        why,
        Known.CASE_OPEN,
        Map.of("submission", Subject.Kind.SUBMISSION.text(first.control())));
    desk.opened(own);
    desk.machine(caseId, Step.REQUEST_VERIFICATION, why);
    if (first.isAnswered()) {
      comparison.withdraw(caseId, first);
      desk.machine(caseId, Step.SETTLE_IDENTIFIED, WHY);
    }
    left.stream()
        .skip(1)
        .filter(booking -> booking.settlement().isEmpty())
        .forEach(booking -> comparison.request(caseId, booking));
  }
}

package org.ridgeline.casework.casefile;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.exchange.lead.Lead;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.ledger.Subject;
import org.ridgeline.vocabulary.event.Event;

/// Opens cases from leads: one per person and custody event, however often a lead comes.
public final class CaseIntake {
  /// Bookings of one person no further apart than this are one custody event while its case is
  /// open.
  public static final Duration SAME_EVENT_WITHIN = Duration.ofDays(14);

  private static final String WHY = "a lead of the exchange";

  private final Shelf shelf;
  private final CaseDesk desk;
  private final JoinedBookings joined;

  public CaseIntake(Shelf shelf, CaseDesk desk, JoinedBookings joined) {
    this.shelf = shelf;
    this.desk = desk;
    this.joined = joined;
  }

  /// What became of a lead.
  /// - **Shape** `opened`: this lead made the case, and its prints go before the examiners
  public record Taken(UUID caseId, boolean opened) {}

  /// Takes a lead: opens a case, or joins the open one of the same custody event. A lead that has
  /// been taken before changes nothing, so that it may come as often as it likes.
  public Taken take(Lead lead) {
    return shelf
        .transaction()
        .execute(_ -> {
          shelf.cases().lock(lead.personId());
          Optional<Case> taken = shelf.cases().ofControl(lead.control());
          if (taken.isPresent()) {
            return new Taken(taken.get().caseId(), false);
          }
          return shelf
              .cases()
              .open(lead.personId(), lead.createdAt().minus(SAME_EVENT_WITHIN))
              .map(caseId -> join(lead, caseId))
              .orElseGet(() -> open(lead));
        });
  }

  private Taken open(Lead lead) {
    UUID caseId = UUID.randomUUID();
    shelf
        .cases()
        .add(
            caseId,
            lead.personId(),
            new Case.Place(lead.fips(), lead.state(), lead.office()),
            shelf.now());
    shelf.cases().add(caseId, booking(lead, false));
    shelf.note(shelf.known(caseId), WHY, "OPEN", "");
    shelf.record(
        shelf.known(caseId),
        WHY,
        Known.CASE_OPEN,
        Map.of("submission", Subject.Kind.SUBMISSION.text(lead.control())));
    desk.opened(shelf.known(caseId));
    desk.machine(caseId, Step.REQUEST_VERIFICATION, WHY);
    return new Taken(caseId, true);
  }

  private Taken join(Lead lead, UUID caseId) {
    Case.Booking booking = booking(lead, true);
    shelf.cases().add(caseId, booking);
    shelf.cases().changed(caseId);
    shelf.note(shelf.known(caseId), WHY, "JOIN", "booking " + lead.control());
    shelf.record(
        shelf.known(caseId),
        WHY,
        Known.CASE_JOIN,
        Map.of("submission", Subject.Kind.SUBMISSION.text(lead.control())));
    joined.joined(caseId, booking);
    shelf.tell(new Event.BookingJoined(caseId, booking.control()));
    return new Taken(caseId, false);
  }

  private static Case.Booking booking(Lead lead, boolean joined) {
    return new Case.Booking(
        lead.leadId(),
        lead.control(),
        lead.tcn(),
        lead.encounterId(),
        lead.decision(),
        new Case.Booking.Names(lead.namesClaimed(), lead.namesKnown()),
        lead.createdAt(),
        new Case.Booking.Joining(joined, Optional.empty()));
  }
}

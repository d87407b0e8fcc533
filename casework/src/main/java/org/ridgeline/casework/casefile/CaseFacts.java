package org.ridgeline.casework.casefile;

import java.util.Map;
import org.ridgeline.casework.verification.Settlement;
import org.ridgeline.vocabulary.event.Event;

/// Tells other rooms what happens to cases, in the transaction in which it happens.
public final class CaseFacts implements CaseListener {
  private static final Map<Step, Settlement> SETTLES =
      Map.of(
          Step.SETTLE_IDENTIFIED, Settlement.IDENTIFIED,
          Step.SETTLE_EXCLUDED, Settlement.EXCLUDED,
          Step.SETTLE_INCONCLUSIVE, Settlement.INCONCLUSIVE);

  private final Shelf shelf;

  public CaseFacts(Shelf shelf) {
    this.shelf = shelf;
  }

  /// A case that begins with what was left of another has several bookings from the first.
  @Override
  public void opened(Case one) {
    Case.Place place = one.place();
    shelf.tell(
        new Event.CaseOpened(one.caseId(), one.booking().control(), place.fips(), place.state()));
    one.bookings().stream()
        .skip(1)
        .forEach(more -> shelf.tell(new Event.BookingJoined(one.caseId(), more.control())));
  }

  @Override
  public void settled(Case after, Case.Booking booking) {
    booking.settlement().ifPresent(found -> settled(after, booking, found));
  }

  private void settled(Case one, Case.Booking booking, Settlement found) {
    shelf.tell(new Event.BookingSettled(one.caseId(), booking.control(), found.name()));
  }

  @Override
  public void purged(Case one) {
    shelf.tell(new Event.CasePurged(one.caseId()));
  }

  @Override
  public void stepped(Case after, Step step) {
    if (SETTLES.containsKey(step)) {
      settled(after, after.booking(), SETTLES.get(step));
    }
    if (step == Step.REOPEN) {
      shelf.tell(new Event.CaseReopened(after.caseId()));
    }
    if (after.isClosed()) {
      shelf.tell(new Event.CaseClosed(after.caseId(), after.state().name()));
    }
  }
}

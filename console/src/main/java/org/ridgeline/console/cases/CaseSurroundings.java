package org.ridgeline.console.cases;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ridgeline.casework.casefile.Case;
import org.ridgeline.casework.casefile.CasePurge;
import org.ridgeline.casework.custody.CustodyDesk;
import org.ridgeline.casework.custody.CustodyFile;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.redress.Redress;
import org.ridgeline.casework.verification.Pair;
import org.ridgeline.casework.verification.SeenScores;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.exchange.purge.PurgeStore;
import org.ridgeline.ledger.Receipt;
import org.springframework.stereotype.Component;

/// What stands beside a case: its custody, what redress ruled, and the receipts of what was taken
/// out of it and of its submissions.
@Component
record CaseSurroundings(
    CustodyDesk custody, Redress redress, CasePurge purge, PurgeStore purges, SeenScores scores) {
  /// The bookings whose scores the actor may see now, by control number.
  Set<String> explained(Actor actor, Case one) {
    return one.bookings().stream()
        .filter(_ -> actor.is(Role.SUPERVISOR) && one.purgedAt().isEmpty())
        .filter(booking -> scores.isSettled(new Pair(booking.control(), booking.encounterId())))
        .map(Case.Booking::control)
        .collect(Collectors.toSet());
  }

  Optional<CustodyFile> file(Case one) {
    return Optional.ofNullable(custody.byCase(List.of(one.caseId())).get(one.caseId()));
  }

  /// Texts as they were signed.
  List<String> receipts(Case one) {
    Stream<Receipt> ofBookings =
        one.bookings().stream()
            .flatMap(booking -> purges.receipts(Trail.submission(booking.control())).stream());
    return Stream.concat(purge.receipts(one.caseId()).stream(), ofBookings)
        .map(Receipt::text)
        .toList();
  }

  /// What the purge of a case still waits for.
  List<String> waiting(Case one) {
    Stream<String> held =
        purge.isHeld(one)
            ? Stream.of("This case is under a hold: nothing of it is taken out.")
            : Stream.empty();
    Stream<String> bookings =
        one.bookings().stream()
            .flatMap(booking ->
                purges.waitsFor(booking.control()).stream()
                    .map(what -> booking.control() + " waits for " + what + "."));
    return Stream.concat(held, bookings).toList();
  }
}

package org.ridgeline.casework.custody;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.desk.Field;
import org.ridgeline.casework.desk.Refusal;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.ledger.Action;
import org.ridgeline.ledger.LedgerEntry;
import org.ridgeline.ledger.Subject;

/// Who may see and report what of a custody. An agency learns of no custody but its own: for all
/// others there is none.
final class CustodyAccess {
  private CustodyAccess() {}

  /// The agencies a custody is known to: the one that booked, and those that were handed the
  /// person.
  static Set<String> agencies(Custody custody) {
    return Stream.concat(
            Stream.of(custody.booking().ori()),
            custody.stays().stream().flatMap(s -> s.facility().stream()).map(Facility::ori))
        .collect(Collectors.toSet());
  }

  /// Lets pass who may read: reviewers, and the agencies concerned.
  static void mayRead(Actor actor, Custody custody) {
    if (actor.is(Role.BOOKING_AGENCY)) {
      if (!agencies(custody).contains(actor.duty().scope())) {
        throw unknown();
      }
      return;
    }
    if (!actor.is(Role.OFFICER, Role.APPROVER, Role.SUPERVISOR)) {
      throw new RefusedStep(Refusal.CUSTODY_READERS);
    }
  }

  /// Lets pass who may report: officers, and the agency that holds the person or booked it.
  static void mayReport(Actor actor, Custody custody) {
    mayRead(actor, custody);
    if (actor.is(Role.BOOKING_AGENCY)) {
      boolean holds = actor.duty().scope().equals(custody.ori());
      boolean booked = actor.duty().scope().equals(custody.booking().ori());
      if (!holds && !booked) {
        throw new RefusedStep(Refusal.PERSON_ELSEWHERE);
      }
    } else {
      officer(actor);
    }
  }

  /// Lets officers pass.
  static void officer(Actor actor) {
    if (!actor.is(Role.OFFICER)) {
      throw new RefusedStep(Refusal.CUSTODY_OFFICERS);
    }
  }

  static RefusedStep unknown() {
    return new RefusedStep(Refusal.NO_SUCH_CUSTODY);
  }

  /// A text that people must give, without what surrounds it.
  static String text(Field field, String given) {
    String text = given.strip();
    if (text.isEmpty() || text.length() > Limits.TEXT_CHARS_MAX) {
      throw new RefusedStep(Refusal.CUSTODY_TEXT, field, Limits.TEXT_CHARS_MAX);
    }
    return text;
  }

  /// What the ledger keeps of a step on a case.
  static LedgerEntry entry(Actor actor, Action action, UUID caseId, Map<String, String> detail) {
    return new LedgerEntry(
        actor.name(),
        actor.duty().role().name(),
        actor.purpose(),
        action,
        Subject.Kind.CASE.of(caseId),
        detail);
  }
}

package org.ridgeline.casework.custody;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.ridgeline.casework.custody.CustodyEvent.Correction;
import org.ridgeline.casework.custody.CustodyEvent.Reporter;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.desk.Daybook;
import org.ridgeline.casework.desk.Field;
import org.ridgeline.casework.desk.Refusal;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.ledger.Action;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.ledger.LedgerEntry;
import org.ridgeline.ledger.Subject;
import org.ridgeline.ledger.Writer;

/// Where custody is reported and read: by the agency concerned, or an officer. Every report and
/// every read is in the ledger, in the same transaction; nothing reported is ever changed.
public final class CustodyDesk {
  private final CustodyStore store;
  private final OutcomeStore outcomes;
  private final FacilityStore facilities;
  private final CustodyRules rules;
  private final Daybook daybook;

  public CustodyDesk(
      CustodyStore store,
      OutcomeStore outcomes,
      FacilityStore facilities,
      CustodyRules rules,
      Daybook daybook) {
    this.store = store;
    this.outcomes = outcomes;
    this.facilities = facilities;
    this.rules = rules;
    this.daybook = daybook;
  }

  /// Begins to follow a custody, when a case is opened: in the caller's transaction, where there is
  /// one. A case that has one already keeps it.
  public void open(Custody.Booking booking) {
    daybook
        .transaction()
        .executeWithoutResult(_ -> {
          Instant now = daybook.now();
          if (!store.add(booking, now)) {
            return;
          }
          List<Facility> own = facilities.of(booking.ori());
          store.add(
              new CustodyEvent(
                  UUID.randomUUID(),
                  booking.caseId(),
                  Milestone.BOOKED,
                  booking.bookedAt(),
                  // Of an agency with several nobody knows which before it says so.
                  own.size() == 1
                      ? Optional.of(own.getFirst().facilityId())
                      : Optional.<UUID>empty(),
                  Correction.NONE,
                  new Reporter("casework", Writer.SYSTEM, "booking " + booking.control(), now)));
          daybook
              .ledger()
              .append(
                  new LedgerEntry(
                      "casework",
                      "SYSTEM",
                      "follow the custody of a case",
                      Known.CUSTODY_OPEN,
                      Subject.Kind.CASE.of(booking.caseId()),
                      Map.of("submission", Subject.Kind.SUBMISSION.text(booking.control()))));
        });
  }

  /// What somebody reports of a milestone.
  /// - **Shape** `facility` where the person is, for a booking; `source` how the reporter knows
  public record Report(Milestone milestone, Instant at, Optional<UUID> facility, String source) {}

  /// Adds a report, and gives its id. A later report of the same milestone takes the earlier one's
  /// place in the clock; both stay on record.
  public UUID report(Actor actor, UUID caseId, Report report) {
    return inCustody(
        actor,
        caseId,
        custody -> {
          Instant now = daybook.now();
          Instant at = fromBooking(custody, report.at());
          checkTime(custody, report.milestone(), at, now);
          open(custody, report.milestone());
          report.facility().ifPresent(id -> ownFacility(actor, id));
          CustodyEvent event =
              new CustodyEvent(
                  UUID.randomUUID(),
                  caseId,
                  report.milestone(),
                  at,
                  report.facility(),
                  Correction.NONE,
                  reporter(actor, CustodyAccess.text(Field.SOURCE, report.source()), now));
          add(actor, event, Known.CUSTODY_REPORT);
          return event.eventId();
        });
  }

  /// What takes the place of a wrong report: another time, or nothing at all.
  public record Amendment(Optional<Instant> at, String reason) {}

  /// Corrects a report by another; the wrong one stays on record.
  public UUID correct(Actor actor, UUID caseId, UUID eventId, Amendment amendment) {
    return inCustody(
        actor,
        caseId,
        custody -> {
          CustodyEvent wrong =
              custody.standing().stream()
                  .filter(event -> event.eventId().equals(eventId))
                  .findFirst()
                  .orElseThrow(() -> new RefusedStep(Refusal.REPORT_DOES_NOT_COUNT));
          Instant now = daybook.now();
          amendment.at().ifPresent(at -> checkTime(custody, wrong.milestone(), at, now));
          CustodyEvent event =
              new CustodyEvent(
                  UUID.randomUUID(),
                  caseId,
                  wrong.milestone(),
                  amendment.at().orElse(wrong.at()),
                  wrong.facilityId(),
                  new Correction(Optional.of(eventId), amendment.at().isEmpty()),
                  reporter(actor, CustodyAccess.text(Field.REASON, amendment.reason()), now));
          add(actor, event, Known.CUSTODY_CORRECT);
          return event.eventId();
        });
  }

  /// A hand-over as it is reported.
  /// - **Shape** `toFacility` for a transfer between facilities of the register, else `toWhom`
  ///   names the other custodian; `handedBy` the post or unit that handed over; `receipt` the
  ///   taker's, empty while it is not there
  public record Departure(
      Instant at,
      Optional<UUID> toFacility,
      String toWhom,
      String handedBy,
      Optional<String> receipt) {}

  /// Logs a hand-over, and gives its id.
  public UUID handOver(Actor actor, UUID caseId, Departure departure) {
    return inCustody(
        actor,
        caseId,
        custody -> {
          HandOver handOver = handOver(actor, custody, departure);
          store.add(handOver);
          handOver.receipt().ifPresent(receipt -> keep(actor, handOver, receipt));
          store.lookAgain(caseId, Optional.of(handOver.reporter().recordedAt()));
          Map<String, String> detail =
              Map.of(
                  "hand-over",
                  handOver.handOverId().toString(),
                  "kind",
                  handOver.isToAnotherCustodian() ? "CUSTODIAN" : "FACILITY",
                  "at",
                  handOver.at().toString());
          daybook
              .ledger()
              .append(CustodyAccess.entry(actor, Known.CUSTODY_HAND_OVER, caseId, detail));
          return handOver.handOverId();
        });
  }

  private HandOver handOver(Actor actor, Custody custody, Departure departure) {
    Instant now = daybook.now();
    Instant at = fromBooking(custody, departure.at());
    checkTime(custody, Milestone.RELEASED, at, now);
    open(custody, Milestone.RELEASED);
    Optional<Facility> to = departure.toFacility().map(this::openFacility);
    HandOver.Way way =
        new HandOver.Way(
            custody.facility().map(Facility::name).orElse("agency " + custody.booking().ori()),
            departure.toFacility(),
            to.map(Facility::name)
                .orElseGet(() -> CustodyAccess.text(Field.TOOK_OVER, departure.toWhom())));
    return new HandOver(
        UUID.randomUUID(),
        custody.booking().caseId(),
        at,
        way,
        CustodyAccess.text(Field.HANDED_OVER, departure.handedBy()),
        departure.receipt(),
        reporter(actor, "", now));
  }

  private void keep(Actor actor, HandOver handOver, String receipt) {
    store.receipt(
        handOver.handOverId(),
        CustodyAccess.text(Field.RECEIPT, receipt),
        actor.name(),
        handOver.reporter().recordedAt());
  }

  /// Adds the taker's receipt to a hand-over.
  public void receipt(Actor actor, UUID caseId, UUID handOverId, String receipt) {
    inCustody(
        actor,
        caseId,
        custody -> {
          boolean isOfCase =
              custody.handOvers().stream().anyMatch(h -> h.handOverId().equals(handOverId));
          if (!isOfCase) {
            throw CustodyAccess.unknown();
          }
          String text = CustodyAccess.text(Field.RECEIPT, receipt);
          if (!store.receipt(handOverId, text, actor.name(), daybook.now())) {
            throw new RefusedStep(Refusal.HAS_RECEIPT);
          }
          daybook
              .ledger()
              .append(
                  CustodyAccess.entry(
                      actor,
                      Known.CUSTODY_RECEIPT,
                      caseId,
                      Map.of("hand-over", handOverId.toString())));
          return handOverId;
        });
  }

  private UUID inCustody(Actor actor, UUID caseId, Function<Custody, UUID> act) {
    return daybook
        .transaction()
        .execute(_ -> {
          Custody custody = store.lock(caseId).orElseThrow(CustodyAccess::unknown);
          CustodyAccess.mayReport(actor, custody);
          return act.apply(custody);
        });
  }

  private void add(Actor actor, CustodyEvent event, Action action) {
    store.add(event);
    store.lookAgain(event.caseId(), Optional.of(event.reporter().recordedAt()));
    daybook
        .ledger()
        .append(
            CustodyAccess.entry(
                actor,
                action,
                event.caseId(),
                Map.of(
                    "event",
                    event.eventId().toString(),
                    "milestone",
                    event.milestone().name(),
                    "at",
                    event.at().toString(),
                    "withdrawn",
                    String.valueOf(event.correction().withdrawn()))));
  }

  private static Reporter reporter(Actor actor, String source, Instant now) {
    return new Reporter(actor.name(), Writer.valueOf(actor.duty().role().name()), source, now);
  }

  private Facility openFacility(UUID facilityId) {
    return facilities
        .open(facilityId)
        .orElseThrow(() -> new RefusedStep(Refusal.FACILITY_NOT_OPEN));
  }

  private void ownFacility(Actor actor, UUID facilityId) {
    Facility facility = openFacility(facilityId);
    if (actor.is(Role.BOOKING_AGENCY) && !facility.ori().equals(actor.duty().scope())) {
      throw new RefusedStep(Refusal.FACILITY_IS_ANOTHERS);
    }
  }

  private static void open(Custody custody, Milestone milestone) {
    if (custody.endedAt().isPresent() && milestone != Milestone.BOOKED) {
      throw new RefusedStep(Refusal.CUSTODY_ENDED);
    }
  }

  /// People write minutes: the minute of the booking means the moment of the booking.
  private static Instant fromBooking(Custody custody, Instant at) {
    boolean isItsMinute =
        at.truncatedTo(ChronoUnit.MINUTES)
            .equals(custody.bookedAt().truncatedTo(ChronoUnit.MINUTES));
    return isItsMinute && at.isBefore(custody.bookedAt()) ? custody.bookedAt() : at;
  }

  private static void checkTime(Custody custody, Milestone milestone, Instant at, Instant now) {
    if (milestone.isPast() && at.isAfter(now.plus(Limits.CLOCKS_APART_MAX))) {
      throw new RefusedStep(Refusal.NOT_YET_HAPPENED);
    }
    if (milestone != Milestone.BOOKED && at.isBefore(custody.bookedAt())) {
      throw new RefusedStep(Refusal.BEFORE_BOOKING);
    }
    if (at.isAfter(now.plus(Limits.AHEAD_MAX)) || at.isBefore(now.minus(Limits.BACK_MAX))) {
      throw new RefusedStep(Refusal.CENTURY_AWAY);
    }
  }

  /// One custody, for who may see it; the read is in the ledger.
  public CustodyFile file(Actor actor, UUID caseId) {
    return daybook
        .transaction()
        .execute(_ -> {
          Custody custody = store.byId(caseId).orElseThrow(CustodyAccess::unknown);
          CustodyAccess.mayRead(actor, custody);
          daybook.ledger().append(CustodyAccess.entry(actor, Known.CUSTODY_READ, caseId, Map.of()));
          return files(List.of(custody)).getFirst();
        });
  }

  /// The custody of a submission, for who may see it; the read is in the ledger.
  public CustodyFile ofControl(Actor actor, String control) {
    return file(actor, store.ofControl(control).orElseThrow(CustodyAccess::unknown));
  }

  /// The custodies an agency's people may see, newest first; the read is in the ledger.
  public List<CustodyFile> ofAgency(Actor actor) {
    if (!actor.is(Role.BOOKING_AGENCY)) {
      throw CustodyAccess.unknown();
    }
    String ori = actor.duty().scope();
    return daybook
        .transaction()
        .execute(_ -> {
          daybook
              .ledger()
              .append(
                  LedgerEntry.of(
                      actor.name(),
                      actor.duty().role().name(),
                      actor.purpose(),
                      Known.CUSTODY_LIST,
                      Subject.Kind.AGENCY.of(ori)));
          return files(store.byIds(store.ofAgency(ori, Limits.CUSTODIES_SHOWN_MAX)));
        });
  }

  /// Custodies by case, for lists whose reading the caller records; unknown cases are left out.
  public Map<UUID, CustodyFile> byCase(List<UUID> caseIds) {
    Map<UUID, CustodyFile> byCase = new LinkedHashMap<>();
    files(store.byIds(caseIds)).forEach(f -> byCase.put(f.custody().booking().caseId(), f));
    return byCase;
  }

  private List<CustodyFile> files(List<Custody> custodies) {
    List<UUID> ids = custodies.stream().map(c -> c.booking().caseId()).toList();
    Map<UUID, List<RaisedAlarm>> alarms = store.alarms(ids);
    Map<UUID, Outcome> ends = outcomes.of(ids);
    Instant now = daybook.now();
    return custodies.stream()
        .map(custody -> {
          UUID caseId = custody.booking().caseId();
          HoldLimit limit = rules.limit(custody);
          return new CustodyFile(
              custody,
              limit,
              OverDetention.of(custody, limit, now),
              alarms.getOrDefault(caseId, List.of()),
              Optional.ofNullable(ends.get(caseId)),
              now);
        })
        .toList();
  }
}

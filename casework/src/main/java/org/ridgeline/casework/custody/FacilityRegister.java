package org.ridgeline.casework.custody;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.desk.Daybook;
import org.ridgeline.casework.desk.Refusal;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.ledger.Action;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.ledger.LedgerEntry;
import org.ridgeline.ledger.Subject;
import org.springframework.dao.DuplicateKeyException;

/// The facilities that hold people: state prisons and local jails, kept by administrators.
public final class FacilityRegister {
  private final FacilityStore store;
  private final Daybook daybook;

  public FacilityRegister(FacilityStore store, Daybook daybook) {
    this.store = store;
    this.daybook = daybook;
  }

  /// All facilities by state and name, closed ones last.
  public List<Facility> all() {
    return store.all();
  }

  /// The facilities of an agency that are open.
  public List<Facility> of(String ori) {
    return store.of(ori);
  }

  /// What an administrator enters of a facility; an empty zone is that of its state.
  public record Entry(String ori, String name, FacilityKind kind, String state, String zone) {}

  /// Adds a facility, and gives its id.
  public UUID add(Actor actor, Entry entry) {
    administrator(actor);
    Facility facility = checked(entry);
    try {
      daybook
          .transaction()
          .executeWithoutResult(_ -> {
            store.add(facility, actor.name(), daybook.now());
            daybook
                .ledger()
                .append(entry(actor, Known.FACILITY_ADD, facility.facilityId(), facility.ori()));
          });
    } catch (DuplicateKeyException e) {
      throw new RefusedStep(Refusal.FACILITY_NAME_TAKEN);
    }
    return facility.facilityId();
  }

  private static Facility checked(Entry entry) {
    try {
      ZoneId zone =
          entry.zone().isBlank() ? StateZone.of(entry.state()) : ZoneId.of(entry.zone().strip());
      return new Facility(
          UUID.randomUUID(),
          entry.ori(),
          entry.name().strip(),
          entry.kind(),
          entry.state(),
          zone,
          Optional.empty());
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new RefusedStep(Refusal.FACILITY_ENTRY);
    }
  }

  /// Closes a facility: nobody is reported there any more, and what was stays.
  public void close(Actor actor, UUID facilityId) {
    administrator(actor);
    daybook
        .transaction()
        .executeWithoutResult(_ -> {
          if (!store.close(facilityId, daybook.now())) {
            throw new RefusedStep(Refusal.NO_SUCH_FACILITY);
          }
          daybook.ledger().append(entry(actor, Known.FACILITY_CLOSE, facilityId, ""));
        });
  }

  private static LedgerEntry entry(Actor actor, Action action, UUID facilityId, String ori) {
    return new LedgerEntry(
        actor.name(),
        actor.duty().role().name(),
        actor.purpose(),
        action,
        Subject.Kind.FACILITY.of(facilityId),
        ori.isEmpty() ? Map.of() : Map.of("agency", Subject.Kind.AGENCY.text(ori)));
  }

  private static void administrator(Actor actor) {
    if (!actor.is(Role.ADMINISTRATOR)) {
      throw new RefusedStep(Refusal.REGISTER_FOR_ADMINISTRATORS);
    }
  }
}

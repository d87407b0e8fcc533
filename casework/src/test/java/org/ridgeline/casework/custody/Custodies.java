package org.ridgeline.casework.custody;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ridgeline.ledger.Writer;

/// Builds custodies for tests.
final class Custodies {
  static final UUID CASE = new UUID(0, 1);
  static final Instant BOOKED = Instant.parse("2026-11-16T15:00:00Z");
  static final Facility JAIL = facility(10, "TX1010000", "County Jail", FacilityKind.LOCAL_JAIL);
  static final Facility PRISON =
      facility(11, "TX2000000", "State Prison North", FacilityKind.STATE_PRISON);
  static final HoldLimit LIMIT =
      new HoldLimit(
          HoldLimit.ANY_STATE,
          1,
          LocalDate.EPOCH,
          48,
          new HoldLimit.Days(true, true, Set.of()),
          "test",
          false);

  private final List<CustodyEvent> events = new ArrayList<>();
  private final List<HandOver> handOvers = new ArrayList<>();
  private int number = 100;

  private Custodies() {}

  private static Facility facility(long id, String ori, String name, FacilityKind kind) {
    return new Facility(
        new UUID(0, id), ori, name, kind, "TX", ZoneId.of("America/Chicago"), Optional.empty());
  }

  static Custodies booked() {
    Custodies custody = new Custodies();
    custody.events.add(
        new CustodyEvent(
            new UUID(0, custody.number++),
            CASE,
            Milestone.BOOKED,
            BOOKED,
            Optional.of(JAIL.facilityId()),
            CustodyEvent.Correction.NONE,
            reporter()));
    return custody;
  }

  private static CustodyEvent.Reporter reporter() {
    return new CustodyEvent.Reporter("clerk", Writer.BOOKING_AGENCY, "jail system", BOOKED);
  }

  Custodies with(Milestone milestone, String at) {
    return with(milestone, at, CustodyEvent.Correction.NONE);
  }

  Custodies with(Milestone milestone, String at, CustodyEvent.Correction correction) {
    events.add(
        new CustodyEvent(
            new UUID(0, number++),
            CASE,
            milestone,
            Instant.parse(at),
            Optional.empty(),
            correction,
            reporter()));
    return this;
  }

  /// The id of the last event added.
  UUID last() {
    return events.getLast().eventId();
  }

  Custodies handedTo(Facility facility, String at) {
    return handed(Optional.of(facility.facilityId()), facility.name(), at);
  }

  Custodies handedTo(String custodian, String at) {
    return handed(Optional.empty(), custodian, at);
  }

  private Custodies handed(Optional<UUID> facility, String to, String at) {
    handOvers.add(
        new HandOver(
            new UUID(0, number++),
            CASE,
            Instant.parse(at),
            new HandOver.Way(JAIL.name(), facility, to),
            "transport unit",
            Optional.empty(),
            reporter()));
    return this;
  }

  Custody build() {
    Map<UUID, Facility> facilities = new HashMap<>();
    facilities.put(JAIL.facilityId(), JAIL);
    facilities.put(PRISON.facilityId(), PRISON);
    return new Custody(
        new Custody.Booking(CASE, "R1", "T1", JAIL.ori(), "TX", BOOKED),
        events,
        handOvers,
        facilities);
  }
}

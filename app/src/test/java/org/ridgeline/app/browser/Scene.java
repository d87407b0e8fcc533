package org.ridgeline.app.browser;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.app.system.Rooms;
import org.ridgeline.casework.custody.CustodyDesk;
import org.ridgeline.casework.custody.FacilityKind;
import org.ridgeline.casework.custody.FacilityRegister;
import org.ridgeline.casework.custody.Milestone;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.agency.Channel;
import org.ridgeline.exchange.operator.Duty;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.exchange.submission.SubmissionState;
import org.ridgeline.vocabulary.Ori;

/// Something to look at on every page: bookings, a refusal, people in custody.
final class Scene {
  private static final Duration WAIT_MAX = Duration.ofSeconds(60);

  private Scene() {}

  static Actor administrator() {
    return new Actor("chief", Duty.of(Role.ADMINISTRATOR), "test");
  }

  static Actor agency() {
    return new Actor("clerk", new Duty(Role.BOOKING_AGENCY, World.ACTIVE), "test");
  }

  /// Fills the world; gives the control number of a booking whose second answer is pending.
  static String fill(World world) throws Exception {
    world.enrolKnown();
    Rooms.Custody custody = Rooms.of(world.server()).casework().custody();
    custody
        .facilities()
        .add(
            administrator(),
            new FacilityRegister.Entry(
                World.ACTIVE, "Main Jail (fictional)", FacilityKind.LOCAL_JAIL, "CA", ""));
    custody
        .facilities()
        .add(
            administrator(),
            new FacilityRegister.Entry(
                "CA0130000", "State Prison West (fictional)", FacilityKind.STATE_PRISON, "CA", ""));
    world.post(World.ACTIVE, BookingCards.withoutName(World.ACTIVE, "REFUSED-1"));
    String control =
        world.post(
            World.ACTIVE,
            BookingCards.booking(
                World.ACTIVE, "SCENE-0001", "DOE,JOHN", World.KNOWN_PERSON, BookingCards.ten()));
    answered(world, control);
    follow(world, control);
    return control;
  }

  /// What real counties have: long names, numbers and offices, and a facility in them.
  static void longNames(World world) throws Exception {
    Rooms rooms = Rooms.of(world.server());
    rooms
        .stores()
        .offices()
        .add("Office of Enforcement Operations, Northern and Central Valley Region", List.of("NV"));
    rooms
        .stores()
        .agencies()
        .add(
            new Agency(
                new Ori("CA0990000"),
                "San Bartolomeo-Guadalupe Consolidated Metropolitan Sheriff-Coroner's Department",
                "CA",
                "06067",
                "San Bartolomeo-Guadalupe",
                true,
                Channel.FETCH,
                Optional.empty()));
    rooms
        .casework()
        .custody()
        .facilities()
        .add(
            administrator(),
            new FacilityRegister.Entry(
                World.ACTIVE,
                "Rio Cosumnes Correctional and Rehabilitation Annex, East Compound (fictional)",
                FacilityKind.LOCAL_JAIL,
                "CA",
                ""));
    world.post(
        World.ACTIVE,
        BookingCards.booking(
            World.ACTIVE,
            "SCENE-0123456789-0123456789-0123456789",
            "FEATHERSTONEHAUGH-CHOLMONDELEY,MAX",
            World.KNOWN_PERSON,
            BookingCards.ten()));
  }

  static void answered(World world, String control) throws InterruptedException {
    Rooms.Exchange stores = Rooms.of(world.server()).stores();
    Instant until = Instant.now().plus(WAIT_MAX);
    while (stores.submissions().byControl(control).orElseThrow().state()
        != SubmissionState.ANSWERED) {
      if (Instant.now().isAfter(until)) {
        throw new IllegalStateException(control + " is not answered");
      }
      Thread.sleep(100);
    }
  }

  /// Waits for the custody that casework opens with the case of a booking, and reports on it.
  static UUID follow(World world, String control) throws InterruptedException {
    Rooms.Custody custody = Rooms.of(world.server()).casework().custody();
    UUID caseId = opened(custody, control);
    Instant now = Instant.now();
    report(custody, caseId, Milestone.RELEASE_EXPECTED, now.plus(Duration.ofHours(20)));
    report(custody, caseId, Milestone.RELEASE_ELIGIBLE, now);
    custody.watch().look();
    return caseId;
  }

  private static void report(Rooms.Custody custody, UUID caseId, Milestone milestone, Instant at) {
    custody
        .desk()
        .report(
            agency(),
            caseId,
            new CustodyDesk.Report(milestone, at, Optional.empty(), "court calendar"));
  }

  private static UUID opened(Rooms.Custody custody, String control) throws InterruptedException {
    Instant until = Instant.now().plus(WAIT_MAX);
    while (true) {
      try {
        return custody.desk().ofControl(agency(), control).custody().booking().caseId();
      } catch (RefusedStep e) {
        if (Instant.now().isAfter(until)) {
          throw e;
        }
        Thread.sleep(200);
      }
    }
  }
}

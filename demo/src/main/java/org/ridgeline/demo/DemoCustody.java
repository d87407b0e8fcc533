package org.ridgeline.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.casework.casefile.Step;
import org.ridgeline.casework.custody.CustodyDesk;
import org.ridgeline.casework.custody.Facility;
import org.ridgeline.casework.custody.FacilityKind;
import org.ridgeline.casework.custody.FacilityRegister;
import org.ridgeline.casework.custody.Milestone;
import org.ridgeline.casework.custody.Outcome;
import org.ridgeline.casework.custody.OutcomeKind;
import org.ridgeline.casework.custody.Referral;
import org.ridgeline.casework.custody.ReferralStep;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.synth.stream.Agency;

/// The demo's facilities, and what its officer reports of custodies: some with time left, some past
/// what is lawful. Whoever was taken in days ago was so before the prints were sent.
final class DemoCustody {
  private static final String SOURCE = "fictional jail system";
  private static final String PROGRAMME = "INTEROP";

  /// Long enough for any limit, weekends and holidays left out.
  private static final Duration LONG_AGO = Duration.ofDays(12);

  private final CustodyDesks custodies;
  private final DemoStaff staff;
  private final DemoPaperwork papers;

  DemoCustody(CustodyDesks custodies, DemoStaff staff, DemoPaperwork papers) {
    this.custodies = custodies;
    this.staff = staff;
    this.papers = papers;
  }

  /// Enters a jail for every agency and a prison, unless there are any.
  void open(List<Agency> agencies) {
    FacilityRegister register = custodies.facilities();
    if (!register.all().isEmpty()) {
      return;
    }
    Actor administrator = staff.actor(Role.ADMINISTRATOR, "demo: entering facilities");
    for (Agency agency : agencies) {
      String name = named(agency.name());
      register.add(
          administrator,
          new FacilityRegister.Entry(
              agency.ori(), name, FacilityKind.LOCAL_JAIL, agency.state(), ""));
    }
    register.add(
        administrator,
        new FacilityRegister.Entry(
            agencies.getLast().ori(),
            "Mere State Prison (fictional)",
            FacilityKind.STATE_PRISON,
            agencies.getLast().state(),
            ""));
  }

  /// The facility of an agency: those called a jail are one, the others have one.
  static String named(String agency) {
    String name = words(agency);
    return (FacilityKind.LOCAL_JAIL.isSaidBy(name) ? name : name + " Jail") + " (fictional)";
  }

  private static String words(String name) {
    StringBuilder words = new StringBuilder();
    for (String word : name.split(" ")) {
      words.append(words.isEmpty() ? "" : " ").append(word.charAt(0));
      words.append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    return words.toString();
  }

  /// Release is expected in hours: an alarm that it is near.
  void releaseNear(UUID caseId) {
    atTheJail(caseId, Duration.ofHours(5));
    report(caseId, Milestone.RELEASE_EXPECTED, Instant.now().plus(Duration.ofHours(3)));
  }

  /// May go since many days and is still held: past the lawful limit.
  void overLimit(UUID caseId) {
    atTheJail(caseId, LONG_AGO.plusDays(1));
    report(caseId, Milestone.RELEASE_ELIGIBLE, Instant.now().minus(LONG_AGO));
  }

  /// Was to be let go yesterday, and nobody reported anything.
  void unheardOf(UUID caseId) {
    atTheJail(caseId, Duration.ofDays(3));
    report(caseId, Milestone.RELEASE_EXPECTED, Instant.now().minus(Duration.ofDays(1)));
  }

  /// Serves a sentence of months.
  void sentenced(UUID caseId) {
    atTheJail(caseId, Duration.ofDays(2));
    report(caseId, Milestone.SENTENCE_END, Instant.now().plus(Duration.ofDays(140)));
  }

  /// Taken in a while ago, and handed to the jail whose desk a visitor can be, unless it booked.
  private void atTheJail(UUID caseId, Duration ago) {
    CustodyDesk desk = custodies.desk();
    String ori = desk.file(officer(), caseId).custody().booking().ori();
    report(caseId, Milestone.BOOKED, Instant.now().minus(ago), jail(ori));
    if (!ori.equals(staff.jail())) {
      desk.handOver(
          officer(),
          caseId,
          new CustodyDesk.Departure(
              Instant.now().minus(ago).plus(Duration.ofHours(1)),
              jail(staff.jail()),
              "",
              "fictional transport unit",
              Optional.of("fictional receipt 12")));
    }
  }

  private Optional<UUID> jail(String ori) {
    return custodies.facilities().of(ori).stream()
        .filter(facility -> facility.kind() == FacilityKind.LOCAL_JAIL)
        .findFirst()
        .map(Facility::facilityId);
  }

  private void report(UUID caseId, Milestone milestone, Instant at) {
    report(caseId, milestone, at, Optional.empty());
  }

  private void report(UUID caseId, Milestone milestone, Instant at, Optional<UUID> facility) {
    custodies
        .desk()
        .report(officer(), caseId, new CustodyDesk.Report(milestone, at, facility, SOURCE));
  }

  private Actor officer() {
    return staff.actor(Role.OFFICER, "demo: following a fictional custody");
  }

  /// Let go, and the case closed with it.
  void released(UUID caseId) {
    report(caseId, Milestone.RELEASED, Instant.now());
    custodies
        .closing()
        .close(
            officer(),
            papers.wish(caseId, Step.CLOSE_WITH_OUTCOME, "reported by the jail"),
            new Outcome(OutcomeKind.RELEASED, DemoPaperwork.today(), SOURCE, PROGRAMME, ""));
  }

  /// Taken to a prosecutor, who accepted.
  void referred(UUID caseId) {
    LocalDate today = DemoPaperwork.today();
    var referrals = custodies.referrals();
    referrals.refer(
        officer(),
        caseId,
        new Referral.PriorRemoval("fictional removal order 7", today.minusYears(3)),
        "Fictional prosecutor's office");
    referrals.follow(
        officer(),
        caseId,
        new Referral.Step(
            ReferralStep.ACCEPTED,
            today,
            "",
            Optional.empty(),
            "fictional letter",
            officer().name()));
  }
}

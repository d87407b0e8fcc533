package org.ridgeline.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ridgeline.app.system.CaseWorld.actor;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.casework.casefile.Case;
import org.ridgeline.casework.casefile.CaseState;
import org.ridgeline.casework.casefile.Step;
import org.ridgeline.casework.custody.CustodyDesk.Departure;
import org.ridgeline.casework.determination.SigningDesk.Paper;
import org.ridgeline.casework.evidence.CheckResult;
import org.ridgeline.exchange.Administrator;
import org.ridgeline.exchange.agency.Activations;
import org.ridgeline.exchange.answer.Answer;
import org.ridgeline.exchange.jurisdiction.JurisdictionImport;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.node.DataFolder;
import org.ridgeline.node.Settings;
import org.ridgeline.outbox.Outbox;
import org.ridgeline.outbox.Recorded;
import org.ridgeline.vocabulary.Ori;
import org.ridgeline.vocabulary.event.Event;

/// What other rooms hear of a booking and of its case, told from end to end. Together the tests see
/// a fact of every kind.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FactsIT {
  @TempDir private static Path temp;
  private static CaseWorld world;
  private static DataFolder beside;
  private static String token = "";
  private static int people = 900;

  @BeforeAll
  static void start() throws Exception {
    world = new CaseWorld(temp.resolve("data"));
    beside =
        DataFolder.use(temp.resolve("data"), Settings.of(temp.resolve("data"), Optional.empty()));
    token = world.running.activeAgency(TestCards.ORI);
    world.running.stores().options().choose("CA", true, "test", "test", Instant.now());
  }

  @AfterAll
  static void stop() throws Exception {
    beside.close();
    world.close();
  }

  private static List<Event> facts(DataSource dataSource, Object about) {
    return new Outbox(dataSource)
        .after(0, 10_000).stream()
            .map(Recorded::event)
            .filter(event -> event.toString().contains(about.toString()))
            .toList();
  }

  private static DataSource exchange() {
    return beside.databases().exchange();
  }

  private static List<Event> facts(Case one) {
    return facts(world.dataSource(), one.caseId());
  }

  private static Case sign(Case one, String kind, Optional<UUID> document) {
    Paper paper =
        new Paper(
            one.caseId(),
            world.now(one).version(),
            kind,
            document,
            "What I decided, and why.",
            world.seen(one));
    return world.cases.signing().sign(actor(Role.OFFICER), paper, CaseWorld.PASSWORD);
  }

  @Test
  void aBookingIsToldFromDoorToAnswer() throws Exception {
    Case one = world.booked(token, ++people);
    String control = one.booking().control();
    for (Answer answer : world.running.stores().answers().of(control)) {
      world.running.stores().answers().acknowledged(answer.answerId(), TestCards.ORI);
      world.running.stores().answers().acknowledged(answer.answerId(), TestCards.ORI);
    }
    List<Event> told = facts(exchange(), control);
    LocalDate day = LocalDate.now(java.time.ZoneOffset.UTC);
    assertThat(told)
        .startsWith(
            new Event.SubmissionReceived(control, TestCards.ORI, "06067", "CA", Optional.of("CAR")),
            new Event.SubmissionAccepted(control),
            new Event.GateRecorded(control, TestCards.ORI, day, true))
        .contains(
            new Event.Searched(control, "criminal", "NO_HIT"),
            new Event.Searched(control, "immigration", "HIT"),
            new Event.LeadMade(one.booking().leadId(), control, "06067", "CA", "HIT"));
    assertThat(told).filteredOn(Event.AnswerMade.class::isInstance).hasSize(2);
    assertThat(told).filteredOn(Event.AnswerDelivered.class::isInstance).hasSize(2);
    assertThat(told).filteredOn(Event.AnswerAcknowledged.class::isInstance).hasSize(2);
    assertThat(told).hasSize(12);
  }

  @Test
  void aCaseIsToldUntilItIsPurged() throws Exception {
    Case one = world.booked(token, ++people);
    world.identified(one);
    world.checks(one, new CheckResult.Positive("passport issued"));
    world
        .cases
        .evidence()
        .review(actor(Role.SUPERVISOR), one.caseId(), "Strong indicator.", world.seen(one));
    world.step(Role.OFFICER, one, Step.FINISH_CITIZENSHIP);
    world.facts(one);
    UUID document = world.document(one);
    world.step(Role.OFFICER, one, Step.FINISH_FACTS);
    sign(one, "us-citizen", Optional.of(document));
    int version = world.now(one).version();
    var signing = world.cases.signing();
    signing.countersign(
        actor(Role.APPROVER), one.caseId(), version, world.seen(one), CaseWorld.PASSWORD);
    world.await(one.caseId(), CaseState.CLOSED);
    List<Event> told = facts(one);
    assertThat(told)
        .containsSubsequence(
            new Event.CaseOpened(one.caseId(), one.booking().control(), "06067", "CA"),
            new Event.BookingSettled(one.caseId(), one.booking().control(), "IDENTIFIED"))
        .endsWith(new Event.CasePurged(one.caseId()));
    assertThat(told.stream().map(Event::kind))
        .containsSubsequence(
            Event.Kind.CASE_OPENED,
            Event.Kind.BOOKING_SETTLED,
            Event.Kind.DETERMINATION_SIGNED,
            Event.Kind.DETERMINATION_COUNTERSIGNED,
            Event.Kind.CASE_CLOSED,
            Event.Kind.CASE_PURGED)
        .contains(Event.Kind.OUTCOME_RECORDED);
    assertThat(told.toString()).doesNotContain("DOE", "passport", "What I decided");
  }

  @Test
  void whatFollowsANoticeIsTold() throws Exception {
    Case one = world.booked(token, ++people);
    world.ready(one);
    sign(one, "notify-on-release", Optional.empty());
    var signing = world.cases.signing();
    signing.giveBack(
        actor(Role.APPROVER), one.caseId(), world.now(one).version(), "no document was seen");
    sign(one, "notify-on-release", Optional.of(world.document(one)));
    world.await(one.caseId(), CaseState.NOTIFIED);
    var custody = Rooms.of(world.running.server).casework().custody();
    UUID handOver =
        custody
            .desk()
            .handOver(
                actor(Role.BOOKING_AGENCY),
                one.caseId(),
                new Departure(
                    Instant.now(), Optional.empty(), "Custodian", "Desk", Optional.empty()));
    world.step(Role.SUPERVISOR, one, Step.REOPEN);
    List<Event> told = facts(one);
    assertThat(told.stream().map(Event::kind))
        .contains(
            Event.Kind.DETERMINATION_RETURNED,
            Event.Kind.CUSTODY_REPORTED,
            Event.Kind.CASE_SITUATED,
            Event.Kind.CONVICTIONS_ASSESSED)
        .endsWith(Event.Kind.CASE_REOPENED);
    assertThat(told)
        .filteredOn(Event.HandedOver.class::isInstance)
        .singleElement()
        .satisfies(event -> {
          var handed = (Event.HandedOver) event;
          assertThat(handed.handOverId()).isEqualTo(handOver);
          assertThat(handed.toAnotherCustodian()).isTrue();
        });
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void everyKindHasAWriter() throws Exception {
    String ori = "CA0340077";
    world.running.activeAgency(ori);
    var stores = world.running.stores();
    new Activations(stores.agencies(), stores.activation(), java.time.Clock.systemUTC())
        .end(new Ori(ori), LocalDate.now(java.time.ZoneOffset.UTC), "the county left", "clerk");
    Rooms.of(world.running.server)
        .get(JurisdictionImport.class)
        .load(
            """
            fips,name,state,active_from,active_to,basis
            48001,Anderson County,TX,2010-01-12,2014-11-20,order
            """
                .getBytes(StandardCharsets.UTF_8),
            "a test",
            Administrator.local());
    int person = ++people;
    world.booked(token, person);
    world.booked(token, person, 3);
    world.running.api.post("/api/v1/submissions", token, new byte[] {1});
    Set<Event.Kind> seen = new HashSet<>();
    facts(exchange(), "").forEach(event -> seen.add(event.kind()));
    facts(world.dataSource(), "").forEach(event -> seen.add(event.kind()));
    Set<Event.Kind> written = EnumSet.allOf(Event.Kind.class);
    // Its second version is written in its place.
    written.remove(Event.Kind.LEVEL_ASSESSED);
    assertThat(seen).isEqualTo(written);
  }
}

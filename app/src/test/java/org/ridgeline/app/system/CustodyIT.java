package org.ridgeline.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.casework.casefile.Case;
import org.ridgeline.casework.casefile.Step;
import org.ridgeline.casework.custody.AlarmKind;
import org.ridgeline.casework.custody.BurdenMeter;
import org.ridgeline.casework.custody.Custody;
import org.ridgeline.casework.custody.CustodyDesk;
import org.ridgeline.casework.custody.CustodyFile;
import org.ridgeline.casework.custody.CustodyWatch;
import org.ridgeline.casework.custody.FacilityKind;
import org.ridgeline.casework.custody.FacilityRegister;
import org.ridgeline.casework.custody.HoldLimit;
import org.ridgeline.casework.custody.Milestone;
import org.ridgeline.casework.custody.Outcome;
import org.ridgeline.casework.custody.OutcomeKind;
import org.ridgeline.casework.custody.Referral;
import org.ridgeline.casework.custody.ReferralStep;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.desk.Daybook;
import org.ridgeline.casework.desk.Reason.Code;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.node.DataFolder;
import org.ridgeline.node.Settings;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Custody over a real database: reports, alarms, hand-overs, referral, outcomes.
class CustodyIT {
  @TempDir private static Path temp;
  private static CaseWorld world;
  private static DataFolder beside;
  private static JdbcClient jdbc;
  private static Rooms.Custody custody;
  private static final Actor AGENCY = CaseWorld.actor(Role.BOOKING_AGENCY);
  private static final Actor OFFICER = CaseWorld.actor(Role.OFFICER);
  private static final Actor ADMINISTRATOR = CaseWorld.actor(Role.ADMINISTRATOR);

  @BeforeAll
  static void start() throws Exception {
    world = new CaseWorld(temp.resolve("data"));
    beside =
        DataFolder.use(temp.resolve("data"), Settings.of(temp.resolve("data"), Optional.empty()));
    jdbc = JdbcClient.create(beside.databases().casework());
    custody = Rooms.of(world.running.server).casework().custody();
  }

  @AfterAll
  static void stop() throws Exception {
    beside.close();
    world.close();
  }

  private static UUID opened(UUID caseId) {
    custody
        .desk()
        .open(
            new Custody.Booking(
                caseId,
                "R" + caseId.toString().substring(0, 13),
                "TCN",
                TestCards.ORI,
                "CA",
                Instant.now().minus(Duration.ofDays(10))));
    return caseId;
  }

  private static UUID opened() {
    return opened(UUID.randomUUID());
  }

  private static UUID report(UUID caseId, Milestone milestone, Duration ahead) {
    return custody
        .desk()
        .report(
            AGENCY,
            caseId,
            new CustodyDesk.Report(
                milestone, Instant.now().plus(ahead), Optional.empty(), "jail system"));
  }

  private static int ledger(UUID caseId, String action) {
    return JdbcClient.create(beside.databases().ledger())
        .sql("select count(*) from ledger.entry where subject = ? and action = ?")
        .params("case:" + caseId, action)
        .query(Integer.class)
        .single();
  }

  private static org.assertj.core.api.ThrowableAssert.ThrowingCallable as(Runnable act) {
    return act::run;
  }

  private static void refused(Code code, Runnable act) {
    assertThatThrownBy(as(act))
        .isInstanceOfSatisfying(
            RefusedStep.class, e -> assertThat(e.code()).as(e.getMessage()).isEqualTo(code));
  }

  @Test
  void anAlarmIsRaisedOnceAlsoAfterARestart() {
    UUID caseId = opened();
    report(caseId, Milestone.RELEASE_EXPECTED, Duration.ofHours(3));
    Clock clock = Clock.systemUTC();
    DataSource data = beside.databases().casework();
    Daybook daybook = Daybook.of(data, clock);
    try (CustodyWatch first = Watches.another(data, daybook);
        CustodyWatch second = Watches.another(data, daybook)) {
      first.look();
      assertThat(second.look()).isZero();
      jdbc.sql("update custody set next_look_at = now() where case_id = ?").param(caseId).update();
      assertThat(second.look()).isZero();
    }
    CustodyFile file = custody.desk().file(AGENCY, caseId);
    assertThat(file.standingAlarms()).hasSize(1);
    assertThat(file.standingAlarms().getFirst().kind()).isEqualTo(AlarmKind.RELEASE_NEAR);
    assertThat(ledger(caseId, "custody.alarm")).isEqualTo(1);
    assertThat(ledger(caseId, "custody.read")).isEqualTo(1);
    assertThat(ledger(caseId, "custody.report")).isEqualTo(1);
  }

  @Test
  void aCorrectionSilencesTheOldAlarmAndIsWarnedOfAnew() {
    UUID caseId = opened();
    UUID wrong = report(caseId, Milestone.RELEASE_EXPECTED, Duration.ofHours(3));
    custody.watch().look();
    custody
        .desk()
        .correct(
            AGENCY,
            caseId,
            wrong,
            new CustodyDesk.Amendment(
                Optional.of(Instant.now().plus(Duration.ofHours(20))), "wrong day"));
    custody.watch().look();
    CustodyFile file = custody.desk().file(AGENCY, caseId);
    assertThat(file.alarms()).hasSize(2);
    assertThat(file.standingAlarms()).hasSize(1);
    assertThat(file.custody().events()).hasSize(3);
    refused(
        Code.STALE,
        () ->
            custody
                .desk()
                .correct(
                    AGENCY, caseId, wrong, new CustodyDesk.Amendment(Optional.empty(), "again")));
  }

  @Test
  void whatIsReportedIsNeverChanged() {
    UUID caseId = opened();
    report(caseId, Milestone.SENTENCE_END, Duration.ofDays(90));
    for (String sql :
        Set.of(
            "update custody_event set at = now() where case_id = ?",
            "delete from custody_event where case_id = ?")) {
      assertThatThrownBy(as(() -> jdbc.sql(sql).param(caseId).update()))
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("only ever added to");
    }
  }

  @Test
  void theMeterAlarmsAtTheLimitAndCountsByFacility() {
    UUID jail =
        custody
            .facilities()
            .add(
                ADMINISTRATOR,
                new FacilityRegister.Entry(
                    TestCards.ORI, "Jail " + UUID.randomUUID(), FacilityKind.LOCAL_JAIL, "CA", ""));
    UUID caseId = opened();
    custody
        .desk()
        .handOver(
            AGENCY,
            caseId,
            new CustodyDesk.Departure(
                Instant.now().minus(Duration.ofDays(9)),
                Optional.of(jail),
                "",
                "transport unit",
                Optional.empty()));
    report(caseId, Milestone.RELEASE_ELIGIBLE, Duration.ofDays(-8));
    custody.watch().look();
    CustodyFile file = custody.desk().file(OFFICER, caseId);
    assertThat(file.overDetention().meterIfAny().orElseThrow().isOverLimit()).isTrue();
    assertThat(file.standingAlarms().getFirst().kind()).isEqualTo(AlarmKind.LIMIT_REACHED);
    assertThat(custody.counts().byFacility())
        .anyMatch(line -> line.overLimit() == 1 && line.elapsed().toHours() == 192);
  }

  @Test
  void theQueueAndTheCaseSayTheGravestAlarm() throws Exception {
    Case one = world.identified(world.opened());
    Case quiet = world.identified(world.opened());
    opened(one.caseId());
    opened(quiet.caseId());
    report(one.caseId(), Milestone.RELEASE_EXPECTED, Duration.ofHours(-30));
    report(one.caseId(), Milestone.RELEASE_ELIGIBLE, Duration.ofDays(-8));
    custody.watch().look();
    Browserless officer =
        Browserless.loggedIn(
            world.running.server.url(), CaseWorld.name(Role.OFFICER, "one"), CaseWorld.PASSWORD);
    String queue = officer.get("/cases").body();
    assertThat(queue.indexOf(one.number()))
        .as("what is due comes first")
        .isPositive()
        .isLessThan(queue.indexOf(quiet.number()));
    assertThat(queue).contains(AlarmKind.LIMIT_REACHED.words());
    for (Case each : List.of(one, quiet)) {
      String at = "/cases/" + each.caseId();
      officer.post(at + "/purpose", Map.of("other", "following custody"));
      assertThat(officer.get(at).body().contains(AlarmKind.LIMIT_REACHED.words()))
          .isEqualTo(each == one);
    }
  }

  @Test
  void whatReportsCostAnAgencyIsAddedUpAndAFormLeftOpenCountsItsLimit() {
    Instant from = Instant.now().minusSeconds(1);
    String ori = "NV0160000";
    custody.burden().add(ori, "report", Duration.ofSeconds(30), 2, Instant.now());
    custody.burden().add(ori, "report", Duration.ofHours(9), 3, Instant.now());
    custody.burden().add("NV0160001", "report", Duration.ofSeconds(30), 2, Instant.now());
    assertThat(custody.burden().since(ori, from)).isEqualTo(new BurdenMeter.Burden(2, 630, 5));
    assertThat(custody.burden().since(ori, Instant.now().plusSeconds(1)).reports()).isZero();
  }

  @Test
  void aHandOverEndsLocalCustodyAndItsReceiptIsLoggedOnce() {
    UUID caseId = opened();
    Instant from = Instant.now().minus(Duration.ofMinutes(1));
    UUID handOver =
        custody
            .desk()
            .handOver(
                AGENCY,
                caseId,
                new CustodyDesk.Departure(
                    Instant.now(),
                    Optional.empty(),
                    "Another custodian",
                    "release desk",
                    Optional.empty()));
    assertThat(custody.desk().file(AGENCY, caseId).next()).contains(CustodyFile.Task.RECEIPT);
    custody.desk().receipt(AGENCY, caseId, handOver, "R-17");
    refused(Code.ALREADY, () -> custody.desk().receipt(AGENCY, caseId, handOver, "R-18"));
    refused(Code.STATE, () -> report(caseId, Milestone.RELEASED, Duration.ZERO));
    var counts = custody.counts().handOvers(from, Instant.now().plusSeconds(1));
    assertThat(counts.toCustodians()).isPositive();
    assertThat(counts.withReceipt()).isPositive();
  }

  @Test
  void whatCannotBeIsRefused() {
    UUID caseId = opened();
    Instant booked = custody.desk().file(OFFICER, caseId).custody().bookedAt();
    Instant minute = booked.truncatedTo(java.time.temporal.ChronoUnit.MINUTES);
    var early =
        new CustodyDesk.Report(
            Milestone.RELEASE_EXPECTED, minute, Optional.empty(), "the minute of the booking");
    custody.desk().report(AGENCY, caseId, early);
    assertThat(custody.desk().file(OFFICER, caseId).custody().when(Milestone.RELEASE_EXPECTED))
        .contains(booked);
    refused(Code.INPUT, () -> report(caseId, Milestone.RELEASED, Duration.ofHours(1)));
    refused(Code.INPUT, () -> report(caseId, Milestone.RELEASE_ELIGIBLE, Duration.ofDays(-11)));
    refused(Code.LIMIT, () -> report(caseId, Milestone.SENTENCE_END, Duration.ofDays(40_000)));
    for (Role role : Role.values()) {
      if (role != Role.BOOKING_AGENCY && role != Role.OFFICER) {
        refused(
            Code.ROLE,
            () ->
                custody
                    .desk()
                    .report(
                        CaseWorld.actor(role),
                        caseId,
                        new CustodyDesk.Report(
                            Milestone.RELEASED, Instant.now(), Optional.empty(), "x")));
      }
    }
  }

  @Test
  void aCaseClosesOnlyWithAnAttributedOutcome() {
    Case one = world.ready(world.opened());
    jdbc.sql("update case_file set state = 'NOTIFIED' where case_id = ?")
        .param(one.caseId())
        .update();
    var wish = world.wish(world.now(one), Step.CLOSE_WITH_OUTCOME);
    refused(Code.GATE, () -> world.cases.desk().close(OFFICER, wish, "released"));
    var closing = Rooms.of(world.running.server).casework().closing();
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    refused(
        Code.INPUT,
        () ->
            closing.close(
                OFFICER, wish, new Outcome(OutcomeKind.RELEASED, today, "jail", "NONE", "")));
    assertThat(custody.outcomes().of(one.caseId())).isEmpty();
    closing.close(OFFICER, wish, new Outcome(OutcomeKind.RELEASED, today, "jail", "CAP", ""));
    assertThat(world.now(one).isClosed()).isTrue();
    assertThat(custody.outcomes().of(one.caseId()).orElseThrow().programme()).isEqualTo("CAP");
    refused(
        Code.ALREADY,
        () ->
            custody
                .outcomes()
                .record(
                    OFFICER,
                    one.caseId(),
                    new Outcome(OutcomeKind.DIED, today, "jail", "CAP", "")));
  }

  @Test
  void aReferralRestsOnAnEarlierRemovalAndIsFollowed() {
    UUID caseId = opened();
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    refused(
        Code.GATE,
        () ->
            custody
                .referrals()
                .refer(OFFICER, caseId, new Referral.PriorRemoval(" ", today), "Office"));
    refused(
        Code.ROLE,
        () ->
            custody
                .referrals()
                .refer(AGENCY, caseId, new Referral.PriorRemoval("file 7", today), "Office"));
    custody
        .referrals()
        .refer(
            OFFICER,
            caseId,
            new Referral.PriorRemoval("file 7", today.minusYears(3)),
            "Prosecutor's office");
    custody
        .referrals()
        .follow(
            OFFICER,
            caseId,
            new Referral.Step(
                ReferralStep.SENTENCED,
                today,
                "27 months",
                Optional.of(today.plusMonths(27)),
                "court record",
                OFFICER.name()));
    assertThat(custody.referrals().of(OFFICER, caseId).orElseThrow().steps()).hasSize(1);
    assertThat(ledger(caseId, "referral.make")).isEqualTo(1);
  }

  @Test
  void limitsAreVersionsAndDaysKeepTheirs() {
    LocalDate day = LocalDate.of(2026, 6, 1);
    assertThat(custody.rules().limit("NV", day).hours()).isEqualTo(48);
    custody
        .rules()
        .add(
            ADMINISTRATOR,
            new HoldLimit(
                "NV",
                1,
                day,
                24,
                new HoldLimit.Days(false, false, Set.of()),
                "test statute",
                true));
    assertThat(custody.rules().limit("NV", day).hours()).isEqualTo(24);
    assertThat(custody.rules().limit("NV", day.minusDays(1)).hours()).isEqualTo(48);
    assertThat(custody.rules().limit("CA", day).hours()).isEqualTo(48);
    refused(Code.ROLE, () -> custody.rules().add(OFFICER, custody.rules().limit("CA", day)));
  }
}

package org.ridgeline.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ridgeline.app.system.CaseWorld.actor;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.casework.casefile.Case;
import org.ridgeline.casework.casefile.HistoryDesk;
import org.ridgeline.casework.casefile.HistoryDesk.Claim;
import org.ridgeline.casework.casefile.HistoryDesk.Ending;
import org.ridgeline.casework.casefile.Records;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.casework.history.FactorStore;
import org.ridgeline.casework.history.HistoryStore;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.policy.DifferenceReport;
import org.ridgeline.policy.Level;
import org.ridgeline.policy.PolicyTable;
import org.ridgeline.policy.PolicyTables;
import org.ridgeline.policy.PriorityPolicy;
import org.ridgeline.policy.history.ChargeNumber;
import org.ridgeline.policy.history.Disposition;
import org.ridgeline.policy.history.Grade;
import org.ridgeline.policy.history.HistoryLine;
import org.ridgeline.policy.history.Offence;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A case's history and priority over the real database, and the pages that show the policy.
class PolicyIT {
  private static final LocalDate DAY = LocalDate.of(2019, 3, 4);
  private static final List<HistoryLine> LINES =
      List.of(
          new HistoryLine("ARRESTED", Optional.of(DAY), "BURGLARY"),
          new HistoryLine("ARRESTED", Optional.of(DAY), "BURGLARY"));

  @TempDir private static Path temp;
  private static CaseWorld world;
  private static DataSource dataSource;

  @BeforeAll
  static void start() throws Exception {
    world = new CaseWorld(temp.resolve("data"));
    dataSource = world.dataSource();
  }

  @AfterAll
  static void stop() throws Exception {
    world.close();
  }

  private static HistoryDesk desk(Optional<String> trouble) {
    Records records =
        _ ->
            new Records.Known(List.of(), List.of(), Map.of(), LINES, List.of(), List.of(), trouble);
    return new HistoryDesk(
        world.cases.shelf(),
        records,
        new HistoryStore(dataSource),
        new FactorStore(dataSource),
        PriorityPolicy.current());
  }

  private static Ending convicted(String charge, UUID document) {
    Offence of = Offence.of("2202", "BURGLARY OF A RESIDENCE", Grade.FELONY);
    Disposition judgment = new Disposition.Convicted(of, Optional.empty(), DAY.plusMonths(5));
    return new Ending(ChargeNumber.of(charge), judgment, "Superior Court", "CR-1", document);
  }

  @Test
  void aCourtsRecordMakesTheLevelAndAVacatedOneTakesItBack() {
    HistoryDesk desk = desk(Optional.empty());
    Case one = world.identified(world.opened());
    UUID document = world.document(one);
    assertThat(desk.assess(actor(Role.OFFICER), one.caseId()).priority().level())
        .isEqualTo(Level.UNDETERMINED);
    desk.record(actor(Role.OFFICER), one.caseId(), convicted("1.1", document));
    assertThat(world.now(one).level()).isEqualTo(Level.LEVEL_2);
    desk.record(actor(Role.OFFICER), one.caseId(), convicted("1.2", document));
    assertThat(world.now(one).level()).as("two felonies").isEqualTo(Level.LEVEL_1);
    var judgment = (Disposition.Convicted) convicted("1.1", document).disposition();
    Disposition vacated = new Disposition.Vacated(judgment, DAY.plusYears(2));
    desk.record(
        actor(Role.OFFICER),
        one.caseId(),
        new Ending(ChargeNumber.of("1.1"), vacated, "Superior Court", "CR-1", document));
    assertThat(world.now(one).level()).isEqualTo(Level.LEVEL_2);
    assertThat(world.cases.shelf().cases().events(one.caseId()))
        .filteredOn(event -> event.step().equals("record-disposition"))
        .hasSize(3);
    world.cases.desk().purge(one.caseId(), "test");
    assertThat(new HistoryStore(dataSource).entries(one.caseId())).isEmpty();
  }

  @Test
  void whatCannotBeIsRefusedAndChangesNothing() {
    HistoryDesk desk = desk(Optional.empty());
    Case one = world.identified(world.opened());
    UUID document = world.document(one);
    for (Ending wrong : List.of(convicted("3.1", document), convicted("1.1", UUID.randomUUID()))) {
      assertThatThrownBy(() -> desk.record(actor(Role.OFFICER), one.caseId(), wrong))
          .isInstanceOf(RefusedStep.class);
    }
    for (Role role : Role.values()) {
      if (role != Role.OFFICER) {
        assertThatThrownBy(() -> desk.record(actor(role), one.caseId(), convicted("1.1", document)))
            .isInstanceOf(RefusedStep.class);
      }
    }
    assertThat(new HistoryStore(dataSource).entries(one.caseId())).isEmpty();
  }

  @Test
  void aRepositoryThatCannotBeReadIsNotReadAsNoHistory() {
    Case one = world.identified(world.opened());
    HistoryDesk away = desk(Optional.of("criminal repository could not be read"));
    var priority = away.assess(actor(Role.OFFICER), one.caseId()).priority();
    assertThat(priority.level()).isEqualTo(Level.UNDETERMINED);
    assertThat(priority.rows().getFirst().why()).contains("could not be read");
  }

  @Test
  void aGangClaimCountsOnceAnotherPersonReviewedItAndNotOnceContested() {
    HistoryDesk desk = desk(Optional.empty());
    Case one = world.identified(world.opened());
    LocalDate until = LocalDate.now().plusDays(60);
    var claim = new Claim(FactorStore.Kind.GANG_CLAIM, "report 7", until, "public page");
    desk.claim(actor(Role.OFFICER), one.caseId(), claim);
    assertThat(counted(desk, one)).isZero();
    long id = desk.assess(actor(Role.OFFICER), one.caseId()).factors().getFirst().id();
    assertThatThrownBy(() -> desk.review(actor(Role.OFFICER), one.caseId(), id))
        .isInstanceOf(RefusedStep.class);
    desk.review(actor(Role.SUPERVISOR), one.caseId(), id);
    assertThat(counted(desk, one)).isOne();
    desk.contest(actor(Role.OFFICER), one.caseId(), id);
    assertThat(counted(desk, one)).isZero();
    var late = new Claim(FactorStore.Kind.GANG_CLAIM, "report 8", until.plusYears(1), "page");
    assertThatThrownBy(() -> desk.claim(actor(Role.OFFICER), one.caseId(), late))
        .isInstanceOf(RefusedStep.class);
  }

  private static int counted(HistoryDesk desk, Case one) {
    return desk.assess(actor(Role.OFFICER), one.caseId()).priority().factorsCounted();
  }

  @Test
  void onlyASupervisorReplaysAndEveryStoredCaseIsCounted() {
    HistoryDesk desk = desk(Optional.empty());
    world.identified(world.opened());
    PolicyTable a = PolicyTables.of("A").orElseThrow();
    PolicyTable b = PolicyTables.of("B").orElseThrow();
    DifferenceReport report = desk.replay(actor(Role.SUPERVISOR), a, b);
    assertThat(report.cases()).isPositive();
    for (Role role : Role.values()) {
      if (role != Role.SUPERVISOR) {
        assertThatThrownBy(() -> desk.replay(actor(role), a, b)).isInstanceOf(RefusedStep.class);
      }
    }
  }

  @Test
  void thePageShowsEveryRowAndReplaysForSupervisorsOnly() throws Exception {
    Browserless supervisor = loggedIn(Role.SUPERVISOR);
    String page = supervisor.get("/cases/policy").body();
    for (PolicyTable table : PolicyTables.published()) {
      table.rows().forEach(row -> assertThat(page).contains(">" + row.id() + "<"));
    }
    assertThat(page).contains("Replay all stored cases").contains("unverified");
    Map<String, String> both = Map.of("from", "A", "to", "B");
    assertThat(supervisor.post("/cases/policy/replay", both).body())
        .contains("Undetermined")
        .contains("cases change");
    Map<String, String> broken = Map.of("from", "A", "to", "candidate", "candidate", "rubbish");
    assertThat(supervisor.post("/cases/policy/replay", broken).body())
        .contains("The candidate cannot be used");
    Browserless officer = loggedIn(Role.OFFICER);
    assertThat(officer.get("/cases/policy").body()).doesNotContain("Replay all stored cases");
    var refused = officer.post("/cases/policy/replay", both);
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("not for the role officer");
  }

  @Test
  void aFactorIsNotedReviewedAndContestedOnTheCasesPage() throws Exception {
    Case one = world.identified(world.opened());
    String path = "/cases/" + one.caseId();
    Browserless officer = loggedIn(Role.OFFICER);
    officer.post(path + "/purpose", Map.of("other", "test of the page"));
    assertThat(officer.get(path).body()).contains("Other factors").contains("None noted");
    Map<String, String> claim =
        Map.of(
            "kind",
            "GANG_CLAIM",
            "source",
            "report 7",
            "contest",
            "the public page",
            "until",
            LocalDate.now().plusDays(30).toString());
    assertThat(officer.post(path + "/factor", claim).statusCode()).isEqualTo(302);
    assertThat(officer.get(path).body()).contains("not reviewed: does not count");
    Browserless supervisor = loggedIn(Role.SUPERVISOR);
    supervisor.post(path + "/purpose", Map.of("other", "review of a claim"));
    long id = new FactorStore(dataSource).rows(one.caseId()).getFirst().id();
    supervisor.get(path);
    assertThat(supervisor.post(path + "/factor/" + id + "/review", Map.of()).statusCode())
        .isEqualTo(302);
    assertThat(supervisor.get(path).body()).contains("reviewed by supervisor.one");
    officer.get(path);
    officer.post(path + "/factor/" + id + "/contest", Map.of());
    assertThat(officer.get(path).body()).contains("contested: does not count");
    var refused = officer.post(path + "/factor", Map.of("kind", "TALL", "until", "soon"));
    assertThat(refused.statusCode()).isEqualTo(422);
  }

  @Test
  void theDashboardCountsEveryOpenCaseAndWarnsOfClocks() throws Exception {
    Case one = world.opened();
    JdbcClient.create(dataSource)
        .sql("update case_file set opened_at = now() - interval '4 days' where case_id = ?")
        .param(one.caseId())
        .update();
    int open =
        JdbcClient.create(dataSource)
            .sql("select count(*) from case_file where closed_at is null")
            .query(Integer.class)
            .single();
    for (Role role : List.of(Role.SUPERVISOR, Role.OFFICER)) {
      String page = loggedIn(role).get("/cases/dashboard").body();
      assertThat(page)
          .contains("<dd id=\"open\">" + open + "</dd>")
          .contains(one.number())
          .contains("examiners have not settled")
          .contains("run out");
    }
    assertThat(loggedIn(Role.EXAMINER).get("/cases/dashboard").statusCode()).isEqualTo(403);
  }

  private static Browserless loggedIn(Role role) throws Exception {
    return Browserless.loggedIn(
        world.running.server.url(), CaseWorld.name(role, "one"), CaseWorld.PASSWORD);
  }
}

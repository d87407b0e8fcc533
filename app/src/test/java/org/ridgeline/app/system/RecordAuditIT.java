package org.ridgeline.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ridgeline.app.system.CaseWorld.actor;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.casework.casefile.Case;
import org.ridgeline.casework.casefile.Step;
import org.ridgeline.casework.determination.SigningDesk.Paper;
import org.ridgeline.exchange.answer.Answer;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.ledger.AuditFinding;
import org.ridgeline.ledger.AuditFinding.Code;
import org.ridgeline.ledger.Checkpoints;
import org.ridgeline.ledger.HeldRecords;
import org.ridgeline.ledger.RecordAudit;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who holds one room's database role changes what people signed and what was sent; the audit names
/// the row.
class RecordAuditIT {
  @TempDir private static Path temp;
  private static CaseWorld world;
  private static JdbcClient casework;
  private static JdbcClient exchange;
  private static Case signed;
  private static UUID determination;

  @BeforeAll
  static void start() throws Exception {
    world = new CaseWorld(temp.resolve("data"));
    String token = world.running.activeAgency(TestCards.ORI);
    casework = world.jdbc();
    exchange =
        JdbcClient.create(
            Rooms.of(world.running.server).get(HeldRecords.class).sources().getFirst().rows());
    signed = world.ready(world.booked(token, 701));
    Paper paper =
        new Paper(
            signed.caseId(),
            world.now(signed).version(),
            "notify-on-release",
            Optional.empty(),
            "What I decided, and why.",
            world.seen(signed));
    world.cases.signing().sign(actor(Role.OFFICER), paper, CaseWorld.PASSWORD);
    world
        .cases
        .signing()
        .countersign(
            actor(Role.APPROVER),
            signed.caseId(),
            world.now(signed).version(),
            world.seen(signed),
            CaseWorld.PASSWORD);
    determination = world.cases.determinations().of(signed.caseId()).getFirst().determinationId();
    world.await(signed.caseId(), org.ridgeline.casework.casefile.CaseState.NOTIFIED);
  }

  @AfterAll
  static void stop() throws Exception {
    world.close();
  }

  /// What a test changed it puts back, and then nothing is wrong.
  @AfterEach
  void nothingElseIsWrong() throws Exception {
    assertThat(findings()).isEmpty();
  }

  private static RecordAudit.Report audit() throws SQLException {
    return Rooms.of(world.running.server).get(HeldRecords.class).audit((_, _) -> {});
  }

  private static List<AuditFinding> findings() throws SQLException {
    return audit().findings();
  }

  private static void assertNamed(Code code, String row) throws SQLException {
    assertThat(findings()).extracting(AuditFinding::code).containsExactly(code);
    assertThat(findings().getFirst().what()).startsWith(row + " ");
  }

  @Test
  void nothingIsWrongWithASystemAtWork() throws Exception {
    RecordAudit.Report report = audit();
    assertThat(report.isClean()).as(report.toString()).isTrue();
    assertThat(report.compared()).isGreaterThan(12);
    assertThat(report.notCovered()).isZero();
  }

  @Test
  void anAlteredDeterminationIsNamed() throws Exception {
    for (String column : List.of("outcome", "signed_by", "narrative")) {
      String was =
          casework
              .sql("select " + column + " from determination where determination_id = ?")
              .param(determination)
              .query(String.class)
              .single();
      set(column, "forged");
      assertNamed(Code.CONTENT_ALTERED, "casework.determination/" + determination);
      set(column, was);
    }
    String second = string("second_by");
    set("second_by", "somebody.else");
    assertNamed(Code.CONTENT_ALTERED, "casework.determination.second/" + determination);
    set("second_by", null);
    assertNamed(Code.CONTENT_MISSING, "casework.determination.second/" + determination);
    set("second_by", second);
  }

  private static String string(String column) {
    return casework
        .sql("select " + column + " from determination where determination_id = ?")
        .param(determination)
        .query(String.class)
        .single();
  }

  private static void set(String column, @org.jspecify.annotations.Nullable String value) {
    casework
        .sql("update determination set " + column + " = ? where determination_id = ?")
        .params(value, determination)
        .update();
  }

  @Test
  void aDeletedAndAnInsertedDeterminationAreNamed() throws Exception {
    UUID forged = UUID.randomUUID();
    casework
        .sql(
            """
            insert into determination (determination_id, case_id, outcome, database_only,
              primary_document, narrative, signed_by, signed_at, second_needed)
            select ?, case_id, outcome, database_only, primary_document, narrative, 'nobody',
              signed_at, second_needed from determination where determination_id = ?
            """)
        .params(forged, determination)
        .update();
    assertNamed(Code.CONTENT_UNRECORDED, "casework.determination/" + forged);
    casework.sql("delete from determination where determination_id = ?").param(forged).update();

    Case other = world.ready(world.opened());
    Paper paper =
        new Paper(
            other.caseId(),
            world.now(other).version(),
            "no-action",
            Optional.empty(),
            "Nothing was found, nothing follows.",
            world.seen(other));
    world.cases.signing().sign(actor(Role.OFFICER), paper, CaseWorld.PASSWORD);
    UUID gone = world.cases.determinations().of(other.caseId()).getFirst().determinationId();
    casework.sql("create table kept as select * from determination").update();
    casework.sql("delete from determination where determination_id = ?").param(gone).update();
    assertNamed(Code.CONTENT_MISSING, "casework.determination/" + gone);
    casework
        .sql("insert into determination select * from kept where determination_id = ?")
        .param(gone)
        .update();
    casework.sql("drop table kept").update();
  }

  @Test
  void alteredBytesOfAnAnswerAndOfASubmissionAreNamed() throws Exception {
    String control = signed.booking().control();
    Answer answer = world.running.stores().answers().of(control).getLast();
    swapped("answer", "answer_id", answer.answerId(), "exchange.answer");
    swapped("submission", "control", control, "exchange.submission");
  }

  private static void swapped(String table, String key, Object id, String kind)
      throws SQLException {
    String flip =
        "update %s set bytes = set_byte(bytes, 9, get_byte(bytes, 9) # 1) where %s = ?"
            .formatted(table, key);
    exchange.sql(flip).param(id).update();
    assertNamed(Code.CONTENT_ALTERED, kind + "/" + id);
    exchange.sql(flip).param(id).update();
  }

  @Test
  void anAlteredFactIsNamedAlsoWhereItSaysItWasPurged() throws Exception {
    long fact =
        casework
            .sql("select min(fact_id) from fact where case_id = ?")
            .param(signed.caseId())
            .query(Long.class)
            .single();
    String was =
        casework
            .sql("select content from fact where fact_id = " + fact)
            .query(String.class)
            .single();
    for (String content : List.of("a removal of 1999", "-")) {
      content(fact, content);
      assertNamed(Code.CONTENT_ALTERED, "casework.fact/" + fact);
    }
    content(fact, was);
  }

  private static void content(long fact, String content) {
    casework.sql("alter table fact disable trigger added_only").update();
    casework.sql("update fact set content = ? where fact_id = ?").params(content, fact).update();
    casework.sql("alter table fact enable trigger added_only").update();
  }

  @Test
  void anOperatorWhoMadeThemselvesAdministratorIsNamed() throws Exception {
    String of = "update operator set role = ? where name = 'officer.one'";
    exchange.sql(of).param("ADMINISTRATOR").update();
    assertNamed(Code.CONTENT_ALTERED, "exchange.operator/officer.one");
    exchange.sql(of).param("OFFICER").update();
  }

  @Test
  void whoKeepsTheSystemIsToldThatItsLedgerIsNotSignedAnyMore() throws Exception {
    Checkpoints checkpoints = Rooms.of(world.running.server).checkpoints();
    JdbcClient ledger =
        JdbcClient.create(Rooms.of(world.running.server).get(HeldRecords.class).ledger());
    Visitor keeper = visitor("administrator.one");
    Visitor officer = visitor("officer.one");
    checkpoints.sign();
    assertThat(keeper.get("/submissions").body()).doesNotContain(UNSIGNED);

    ledger.sql("alter table checkpoint disable trigger append_only").update();
    ledger.sql("create table saved as select * from checkpoint").update();
    ledger
        .sql("delete from checkpoint where sequence = (select max(sequence) from checkpoint)")
        .update();
    assertThat(checkpoints.sign()).isEmpty();
    assertThat(keeper.get("/submissions").body()).contains(UNSIGNED).contains("audit accept");
    assertThat(officer.get("/cases").body()).doesNotContain(UNSIGNED);

    ledger
        .sql(
            """
            insert into checkpoint overriding system value select * from saved
            on conflict do nothing
            """)
        .update();
    ledger.sql("drop table saved").update();
    ledger.sql("alter table checkpoint enable trigger append_only").update();
    checkpoints.sign();
    assertThat(keeper.get("/submissions").body()).doesNotContain(UNSIGNED);
  }

  private static final String UNSIGNED = "The ledger is not signed any more";

  private static Visitor visitor(String name) throws Exception {
    return Visitor.of(world.running.server.url(), name, CaseWorld.PASSWORD);
  }

  @Test
  void whatALawfulPurgeTookOutIsCountedAndNotWrong() throws Exception {
    Case one = world.opened();
    world.identified(one);
    world.checks(one);
    world.step(Role.OFFICER, one, Step.FINISH_CITIZENSHIP);
    world.facts(one);
    world.document(one);
    assertThat(audit().purged()).isZero();
    world.cases.desk().purge(one.caseId(), "test");
    assertThat(audit().purged()).as("five checks, a fact, an interview, a document").isEqualTo(8);
  }
}

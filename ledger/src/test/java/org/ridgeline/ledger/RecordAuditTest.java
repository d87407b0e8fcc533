package org.ridgeline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ridgeline.fixture.TestDatabase;
import org.ridgeline.ledger.AuditFinding.Code;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows of a room's table and what the ledger holds of them.
class RecordAuditTest {
  private static final RecordKind NOTE =
      RecordKind.of("exchange.note", "note", "note_id")
          .ownedBy(Subject.Kind.CASE, "owner")
          .lasting("owner", "by_name", "at", "day", "is_good", "tags")
          .content("words", "sha256(bytes) as bytes")
          .going();
  private static final RecordKind STAYING =
      RecordKind.of("exchange.note", "note", "note_id")
          .ownedBy(Subject.Kind.CASE, "owner")
          .lasting("owner", "by_name", "at", "day", "is_good", "tags")
          .content("words", "sha256(bytes) as bytes");
  private static final RecordKind ROLE =
      RecordKind.of("exchange.role", "note", "note_id").lasting("by_name").changing();

  private TestDatabase database;
  private JdbcClient jdbc;
  private RecordBook book;

  @BeforeEach
  void open() {
    database = TestDatabase.create();
    LedgerSchema.migrate(database.of().ledger());
    jdbc = JdbcClient.create(database.of().exchange());
    book = new RecordBook(database.of().exchange());
    jdbc.sql(
            """
            create table note (note_id bigint primary key, owner int, by_name text,
              at timestamptz, day date, is_good boolean, tags text[], words text, bytes bytea)
            """)
        .update();
    for (int i = 1; i <= 12; i++) {
      insert(i);
      book.keep(NOTE, (long) i);
    }
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void insert(int id) {
    jdbc.sql(
            """
            insert into note values (?, 7, 'ann', '2026-11-25T14:30:00.123456Z', '2026-11-25',
              true, '{a,b}', 'straße', 'bytes')
            """)
        .param((long) id)
        .update();
  }

  private HeldRecords held(RecordKind... kinds) {
    return new HeldRecords(
        database.of().ledger(),
        List.of(new RecordAudit.Source(database.of().exchange(), List.of(kinds))));
  }

  private RecordAudit.Report audit(RecordKind... kinds) throws Exception {
    return held(kinds).audit((_, _) -> {});
  }

  private void assertFound(Code code, String row) throws Exception {
    List<AuditFinding> findings = audit(NOTE).findings();
    assertThat(findings).extracting(AuditFinding::code).containsExactly(code);
    assertThat(findings.getFirst().what()).startsWith(row + " ");
  }

  @Test
  void whatWasRecordedAndIsThereIsClean() throws Exception {
    RecordAudit.Report report = audit(NOTE);
    assertThat(report.isClean()).as(report.toString()).isTrue();
    assertThat(report.compared()).isEqualTo(12);
  }

  @Test
  void everyDigestedColumnIsHeldTo() throws Exception {
    for (String change :
        List.of(
            "owner = 8",
            "by_name = 'bob'",
            "at = at + interval '1 microsecond'",
            "day = day + 1",
            "is_good = null",
            "tags = '{ab}'",
            "tags = '{b,a}'",
            "words = 'strasse'",
            "words = null",
            "bytes = 'bytez'")) {
      jdbc.sql("create table before as select * from note").update();
      jdbc.sql("update note set " + change + " where note_id = 10").update();
      assertFound(Code.CONTENT_ALTERED, "exchange.note/10");
      jdbc.sql("delete from note").update();
      jdbc.sql("insert into note select * from before").update();
      jdbc.sql("drop table before").update();
    }
    assertThat(audit(NOTE).isClean()).isTrue();
  }

  @Test
  void aRemovedRowIsMissingWhereverItStood() throws Exception {
    for (int id : List.of(1, 4, 9)) {
      jdbc.sql("delete from note where note_id = ?").param(id).update();
      assertFound(Code.CONTENT_MISSING, "exchange.note/" + id);
      insert(id);
    }
  }

  @Test
  void anInsertedRowIsUnrecordedOnceItsKindWasBegun() throws Exception {
    insert(5_000);
    assertThat(audit(NOTE).notCovered()).isEqualTo(1);
    assertThat(held(NOTE).begin()).isEqualTo(1);
    assertThat(audit(NOTE).notCovered()).isZero();
    assertThat(held(NOTE).begin()).as("once").isZero();
    insert(100);
    assertFound(Code.CONTENT_UNRECORDED, "exchange.note/100");
  }

  @Test
  void aSecondRecordThatSaysOtherwiseIsAContradiction() throws Exception {
    jdbc.sql("update note set by_name = 'mallory' where note_id = 3").update();
    book.keep(NOTE, 3L);
    assertThat(audit(NOTE).findings())
        .extracting(AuditFinding::code)
        .containsExactly(Code.CONTENT_CONTRADICTED, Code.CONTENT_ALTERED);
  }

  @Test
  void anotherRoomCannotVouchForARow() throws Exception {
    insert(200);
    held(NOTE).begin();
    insert(201);
    book.keep(NOTE, 200L);
    new Ledger(database.of().casework())
        .append(
            LedgerEntry.of(
                "exchange", "SYSTEM", "record", Action.Known.RECORD_KEEP, NOTE.subject("201")));
    assertThat(audit(NOTE).findings())
        .extracting(AuditFinding::code)
        .containsExactly(Code.CONTENT_CONTRADICTED, Code.CONTENT_ALTERED);
  }

  @Test
  void onlyAPurgeThatIsOnRecordTakesContentOutAndNothingElse() throws Exception {
    jdbc.sql("update note set words = '-', bytes = null where note_id = 2").update();
    assertFound(Code.CONTENT_ALTERED, "exchange.note/2");
    purge(database.of().exchange(), Action.Known.CASE_PURGE);
    assertThat(audit(NOTE).findings()).isEmpty();
    assertThat(audit(NOTE).purged()).isEqualTo(1);
    jdbc.sql("update note set words = 'straße' where note_id = 2").update();
    assertThat(audit(NOTE).purged()).as("one of two columns is blank").isEqualTo(1);
    jdbc.sql("update note set words = '-' where note_id = 2").update();
    jdbc.sql("delete from note where note_id = 5").update();
    assertThat(audit(NOTE).purged()).isEqualTo(2);
    jdbc.sql("update note set words = 'other' where note_id = 2").update();
    assertFound(Code.CONTENT_ALTERED, "exchange.note/2");
    jdbc.sql("update note set words = '-', by_name = 'bob' where note_id = 2").update();
    assertFound(Code.CONTENT_ALTERED, "exchange.note/2");
  }

  private static void purge(DataSource room, Action.Known action) {
    new Ledger(room)
        .append(LedgerEntry.of("room", "SYSTEM", "purge", action, Subject.Kind.CASE.of(7)));
  }

  @Test
  void aPurgeThatDidNotHappenOrWasAnothersExcusesNothing() throws Exception {
    jdbc.sql("update note set words = '-' where note_id = 2").update();
    purge(database.of().exchange(), Action.Known.CASE_PURGE_HELD);
    assertFound(Code.CONTENT_ALTERED, "exchange.note/2");
    purge(database.of().casework(), Action.Known.CASE_PURGE);
    assertFound(Code.CONTENT_ALTERED, "exchange.note/2");
  }

  @Test
  void aRowThatAPurgeLeavesIsMissedAfterOne() throws Exception {
    purge(database.of().exchange(), Action.Known.CASE_PURGE);
    jdbc.sql("update note set words = '-' where note_id = 2").update();
    jdbc.sql("delete from note where note_id = 5").update();
    assertThat(audit(NOTE).findings()).isEmpty();
    assertThat(audit(STAYING).findings())
        .extracting(AuditFinding::code)
        .containsExactly(Code.CONTENT_MISSING);
    assertThat(audit(STAYING).purged()).isEqualTo(1);
  }

  @Test
  void ofARowThatChangesTheLastRecordCounts() throws Exception {
    for (int i = 1; i <= 12; i++) {
      book.keep(ROLE, (long) i);
    }
    jdbc.sql("update note set by_name = 'bob' where note_id = 3").update();
    book.keep(ROLE, 3L);
    assertThat(audit(ROLE).findings()).isEmpty();
    jdbc.sql("update note set by_name = 'ann' where note_id = 3").update();
    assertThat(audit(ROLE).findings())
        .extracting(AuditFinding::code)
        .containsExactly(Code.CONTENT_ALTERED);
  }

  @Test
  void aTextIsHeldToWhatTheServerStartedWithLast() throws Exception {
    var sources = List.of(new RecordAudit.Source(database.of().exchange(), List.of(NOTE)));
    var one =
        new HeldRecords(
            database.of().ledger(), sources, List.of(new HeldText("exchange.table", "A", "1")));
    var other =
        new HeldRecords(
            database.of().ledger(), sources, List.of(new HeldText("exchange.table", "A", "2")));
    assertThat(one.audit((_, _) -> {}).notCovered()).isEqualTo(1);
    one.begin();
    assertThat(one.audit((_, _) -> {}).isClean()).isTrue();
    assertThat(other.audit((_, _) -> {}).findings())
        .extracting(AuditFinding::code)
        .containsExactly(Code.CONTENT_ALTERED);
    other.begin();
    assertThat(other.audit((_, _) -> {}).isClean()).isTrue();
  }

  @Test
  void aRowThatIsNotThereIsNotRecorded() {
    assertThatThrownBy(() -> book.keep(NOTE, 99L)).hasMessage("no exchange.note 99");
  }

  /// The example of docs/ledger-format.md.
  @Test
  void theExamplesDigestIsTheDocuments() {
    assertThat(
            RecordRow.digest(
                "casework.fact",
                "17",
                List.of("side", "source_date"),
                List.of(Optional.of("FOR".getBytes(StandardCharsets.UTF_8)), Optional.empty())))
        .isEqualTo("1b7ef5913ed1e043f29cada90726da68100b878c29d2674abd00632fb6f59f24");
  }
}

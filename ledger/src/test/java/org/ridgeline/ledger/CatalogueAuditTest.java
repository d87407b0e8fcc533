package org.ridgeline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ridgeline.fixture.TestDatabase;
import org.ridgeline.ledger.AuditFinding.Code;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whoever owns a table makes the audit see another one, or nothing.
class CatalogueAuditTest {
  private static final RecordKind NOTE =
      RecordKind.of("exchange.note", "note n join owner o using (owner_id)", "note_id")
          .lasting("words");

  private TestDatabase database;
  private JdbcClient exchange;
  private JdbcClient ledger;

  @BeforeEach
  void open() {
    database = TestDatabase.create();
    LedgerSchema.migrate(database.of().ledger());
    exchange = JdbcClient.create(database.of().exchange());
    ledger = JdbcClient.create(database.of().ledger());
    sql(exchange, "create table owner (owner_id int primary key)");
    sql(exchange, "create table note (note_id int, owner_id int references owner, words text)");
    sql(
        exchange,
        "create function nothing() returns trigger language plpgsql as"
            + " 'begin return null; end'");
    sql(exchange, "create trigger kept before update on note execute function nothing()");
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static void sql(JdbcClient room, String... statements) {
    for (String statement : statements) {
      room.sql(statement).update();
    }
  }

  private List<String> said() throws Exception {
    var source = new RecordAudit.Source(database.of().exchange(), List.of(NOTE));
    List<AuditFinding> findings =
        new HeldRecords(database.of().ledger(), List.of(source)).audit((_, _) -> {}).findings();
    assertThat(findings).extracting(AuditFinding::code).containsOnly(Code.TABLE_CHANGED);
    return findings.stream().map(AuditFinding::what).toList();
  }

  @Test
  void plainTablesAreNoFinding() throws Exception {
    var source = new RecordAudit.Source(database.of().exchange(), List.of(NOTE));
    assertThat(
            new HeldRecords(database.of().ledger(), List.of(source)).audit((_, _) -> {}).findings())
        .isEmpty();
  }

  @Test
  void rowsThatARoomHidesAreNamed() throws Exception {
    sql(
        exchange,
        "alter table note enable row level security",
        "alter table note force row level security",
        "create policy blind on note using (false)");
    assertThat(said())
        .containsExactly(
            "exchange.note has row security, which hides rows",
            "exchange.note has the policy blind");
  }

  @Test
  void aViewInATablesPlaceIsNamed() throws Exception {
    sql(
        exchange,
        "alter table owner rename to real_owner",
        "create view owner as select * from real_owner");
    assertThat(said()).containsExactly("exchange.owner is no plain table");
  }

  @Test
  void disabledTriggersAndRulesAreNamed() throws Exception {
    sql(
        exchange,
        "alter table note disable trigger kept",
        "create rule lost as on delete to owner do instead nothing");
    assertThat(said())
        .containsExactly(
            "exchange.note has the trigger kept, which is disabled",
            "exchange.owner has the rule lost");
  }

  @Test
  void theLedgersOwnTablesAreLookedAtToo() throws Exception {
    sql(
        ledger,
        "alter table ledger.link disable trigger append_only",
        "drop trigger append_only on ledger.checkpoint",
        "alter table ledger.time_stamp enable row level security");
    assertThat(said())
        .containsExactly(
            "ledger.checkpoint lacks the trigger append_only",
            "ledger.link has the trigger append_only, which is disabled",
            "ledger.time_stamp has row security, which hides rows");
  }
}

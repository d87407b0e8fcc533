package org.ridgeline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.fixture.TestDatabase;
import org.ridgeline.ledger.AuditFinding.Code;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who may say that a forged chain was accepted, and what must bear it out.
class OpenErasTest {
  @TempDir private Path data;
  private TestDatabase database;
  private Checkpoints server;

  @BeforeEach
  void forgeASignedChain() throws Exception {
    database = TestDatabase.create();
    LedgerSchema.migrate(database.of().ledger());
    server =
        new Checkpoints(
            database.of().ledger(), data.resolve("ledger"), Optional.empty(), Clock.systemUTC());
    for (int i = 0; i < 3; i++) {
      new Ledger(database.of().exchange())
          .append(
              new LedgerEntry(
                  "exchange",
                  "SYSTEM",
                  "booking",
                  Action.Known.SEARCH_DECIDE,
                  Subject.Kind.SUBMISSION.of("R" + i),
                  Map.of("outcome", "HIT")));
    }
    server.sign();
    asRoot(
        "update ledger.entry set detail = '{outcome,NO_HIT}' where subject = 'submission:R1'",
        """
        do $$ declare r record; before bytea := decode(repeat('00', 32), 'hex'); begin
          set search_path = ledger;
          for r in select number, e from ledger.link l join ledger.entry e using (entry_id)
            order by number loop
            before := sha256(ledger.canonical(before, r.number, r.e));
            update ledger.link set hash = before where number = r.number;
          end loop;
        end $$
        """);
  }

  @AfterEach
  void end() {
    database.close();
  }

  private void asRoot(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database.adminUrl());
        Statement sql = connection.createStatement()) {
      sql.execute("set session_replication_role = replica");
      for (String statement : statements) {
        sql.execute(statement);
      }
    }
  }

  private void append(DataSource room, String action) throws Exception {
    String key = SigningKey.id(KeyHistory.firstIn(data.resolve("ledger")).orElseThrow());
    JdbcClient.create(room)
        .sql("select ledger.append('admin', 'ADMINISTRATOR', 'administration', ?, ?, ?)")
        .params(action, "ledger:era-1", new String[] {"found", "", "key", key, "reason", "x"})
        .query((_, _) -> true)
        .single();
  }

  private LedgerAudit.Report audit() throws Exception {
    return LedgerAudit.of(
        database.of().ledger(),
        KeyHistory.firstIn(data.resolve("ledger")).orElseThrow(),
        Files.readAllLines(data.resolve("ledger").resolve(Checkpoints.FILE)),
        (_, _) -> {});
  }

  private void assertRewritten() throws Exception {
    assertThat(audit().findings()).extracting(AuditFinding::code).contains(Code.REWRITTEN);
    assertThat(audit().accepted()).isEmpty();
  }

  @Test
  void noRoomSaysWhatIsDoneWithTheLedger() {
    for (String action :
        List.of("ledger.accept", "ledger.new-key", "ledger.rotate-key", "ledger.anything")) {
      for (DataSource room : List.of(database.of().exchange(), database.of().casework())) {
        assertThatThrownBy(() -> append(room, action))
            .rootCause()
            .hasMessageContaining("may not append " + action)
            .hasMessageContaining("only the ledger's own role");
      }
    }
  }

  /// As a version before could be made to append it.
  @Test
  void anAcceptanceOfARoomIsNone() throws Exception {
    append(database.of().ledger(), "ledger.accept");
    asRoot("update ledger.entry set room = 'ridgeline_exchange' where action = 'ledger.accept'");
    assertRewritten();
  }

  @Test
  void anAcceptanceThatNoSignatureFollowsIsNone() throws Exception {
    append(database.of().ledger(), "ledger.accept");
    append(database.of().ledger(), "ledger.new-key");
    assertRewritten();
  }

  @Test
  void anAcceptanceThatASignatureFollowsCounts() throws Exception {
    server.accept("root", "restored");
    assertThat(audit().findings()).isEmpty();
    assertThat(audit().accepted()).extracting(AuditFinding::code).contains(Code.REWRITTEN);
    append(database.of().ledger(), "ledger.accept");
    assertThat(audit().findings()).as("once more, of the same era").isEmpty();
  }

  @Test
  void aRoomsEntryBesideARealEraVouchesForNothing() throws Exception {
    String key = SigningKey.id(KeyHistory.firstIn(data.resolve("ledger")).orElseThrow());
    OpenEras eras = new OpenEras();
    eras.entry(4, "ridgeline_exchange", "ledger.accept", List.of("key", key));
    eras.entry(5, "", "ledger.new-key", List.of("key", key));
    Checkpoint.More more = new Checkpoint.More(2, "0".repeat(64), "0".repeat(64));
    eras.fits(
        new Checkpoint(
            6, "0".repeat(64), Clock.systemUTC().instant(), key, new byte[0], Optional.of(more)));
    eras.judge(Set.of(key));
    assertThat(eras.isBefore(1)).isFalse();
    assertThat(eras.isOpen(key)).isFalse();
    eras.entry(6, OpenEras.ROOM, "ledger.accept", List.of("key", key));
    eras.judge(Set.of(key));
    assertThat(eras.isBefore(1)).isTrue();
    assertThat(eras.isBefore(2)).isFalse();
  }
}

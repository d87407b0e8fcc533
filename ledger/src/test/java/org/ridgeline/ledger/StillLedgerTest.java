package org.ridgeline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.fixture.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

class StillLedgerTest {
  private static final String WAITING =
      """
      select count(*) from pg_locks where locktype = 'advisory' and not granted
        and (classid::bigint << 32) + objid::bigint =\s\
      """
          + Checkpoints.LOCK
          + " and database = (select oid from pg_database where datname = current_database())";

  @TempDir private Path data;
  private TestDatabase database;

  @BeforeEach
  void begin() {
    database = TestDatabase.create();
    LedgerSchema.migrate(database.of().ledger());
  }

  @AfterEach
  void end() {
    database.close();
  }

  private void append() {
    new Ledger(database.of().exchange())
        .append(
            LedgerEntry.of(
                "test",
                "ADMINISTRATOR",
                "test",
                KeepingAction.BACKUP_START,
                Subject.Kind.BACKUP.of("one")));
  }

  private Map<String, String> head() throws SQLException {
    try (Connection connection = database.of().ledger().getConnection()) {
      return StillLedger.head(connection);
    }
  }

  @Test
  void signingWaitsAndEntriesDoNot() throws Exception {
    append();
    var server = new Checkpoints(database.of().ledger(), data, Clock.systemUTC());
    Thread signing = Thread.ofVirtual().unstarted(server::sign);
    JdbcClient jdbc = JdbcClient.create(database.of().ledger());
    Map<String, String> still =
        new StillLedger(database.of().ledger())
            .during(() -> {
              signing.start();
              while (jdbc.sql(WAITING).query(Long.class).single() == 0) {
                Thread.sleep(10);
              }
              append();
              return head();
            });
    assertThat(still).containsEntry("ledger.entries", "2").doesNotContainKey("ledger.checkpoint");
    signing.join();
    assertThat(head().get("ledger.checkpoint"))
        .isEqualTo(
            server
                .sign()
                .or(() -> Checkpoints.last(database.of().ledger()))
                .map(Checkpoint::line)
                .orElseThrow());
  }

  @Test
  void anEmptyOneHasNoHead() throws Exception {
    assertThat(head()).containsExactly(Map.entry("ledger.entries", "0"));
    append();
    assertThat(head())
        .containsKeys("ledger.hash", "ledger.at")
        .containsEntry("ledger.entries", "1");
  }

  @Test
  void itTakesEntriesOfARoomThatMayAppend() {
    assertThat(new Ledger(database.of().exchange()).isWritable()).isTrue();
    assertThat(new Ledger(database.of().oversight()).isWritable()).isTrue();
  }
}

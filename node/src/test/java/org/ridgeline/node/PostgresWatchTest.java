package org.ridgeline.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A managed server that somebody kills comes back where it was.
class PostgresWatchTest {
  @TempDir private Path temp;

  @Test
  void aKilledServerIsStartedAgain() throws Exception {
    Path data = temp.resolve("data");
    try (DataFolder folder =
        DataFolder.serve(data, Settings.of(data, Optional.empty(), Map.of()))) {
      execute(folder, "create table kept (n int)");
      execute(folder, "insert into kept values (1)");
      long pid = pid(data);
      ProcessHandle.of(pid).orElseThrow().destroyForcibly();
      waitUntil(() -> isServing(folder));
      assertThat(pid(data)).isNotEqualTo(pid);
      assertThat(folder.isDatabaseAway()).isFalse();
      execute(folder, "insert into kept values (2)");
    }
    assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
  }

  private static long pid(Path data) throws IOException {
    return Long.parseLong(
        Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst().strip());
  }

  private static boolean isServing(DataFolder folder) {
    try {
      execute(folder, "select 1");
      return !folder.isDatabaseAway();
    } catch (SQLException e) {
      return false;
    }
  }

  private static void execute(DataFolder folder, String statement) throws SQLException {
    try (var connection = folder.databases().exchange().getConnection();
        var sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private static void waitUntil(Condition condition) throws Exception {
    Instant until = Instant.now().plus(Duration.ofSeconds(90));
    // The pool may still hand out a connection of the dead server: twice in a row is certain.
    for (int times = 0; times < 2; ) {
      times = condition.holds() ? times + 1 : 0;
      assertThat(Instant.now()).isBefore(until);
      Thread.sleep(300);
    }
  }
}

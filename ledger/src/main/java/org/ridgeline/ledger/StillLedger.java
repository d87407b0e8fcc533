package org.ridgeline.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// The ledger while nobody signs it, for whoever copies it: rows, files and keys say the same then.
/// Entries are appended as ever.
/// - **Shape** `dataSource` of the role that owns it
public record StillLedger(DataSource dataSource) {
  /// Does something meanwhile; signing waits for it.
  public <T> T during(Callable<T> deed) throws Exception {
    try (Connection connection = dataSource.getConnection();
        Statement sql = connection.createStatement()) {
      sql.execute("select pg_advisory_lock(" + Checkpoints.LOCK + ")");
      try {
        return deed.call();
      } finally {
        sql.execute("select pg_advisory_unlock(" + Checkpoints.LOCK + ")");
      }
    }
  }

  /// The chain's end as a connection sees it: `ledger.entries`, `ledger.hash`, `ledger.at`, and
  /// `ledger.checkpoint`, the line of the newest one; what there is none of is left out.
  public static Map<String, String> head(Connection connection) throws SQLException {
    Map<String, String> head = new LinkedHashMap<>();
    head.put("ledger.entries", "0");
    try (Statement sql = connection.createStatement();
        ResultSet row =
            sql.executeQuery(
                """
                select l.number, l.hash, e.at
                from ledger.link l join ledger.entry e using (entry_id)
                order by l.number desc limit 1
                """)) {
      if (row.next()) {
        head.put("ledger.entries", String.valueOf(row.getLong(1)));
        head.put("ledger.hash", HexFormat.of().formatHex(row.getBytes(2)));
        head.put("ledger.at", row.getTimestamp(3).toInstant().toString());
      }
    }
    last(connection).ifPresent(one -> head.put("ledger.checkpoint", one.line()));
    return head;
  }

  private static Optional<Checkpoint> last(Connection connection) {
    return CheckpointRows.last(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
  }
}

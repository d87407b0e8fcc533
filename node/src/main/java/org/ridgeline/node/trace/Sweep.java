package org.ridgeline.node.trace;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.ridgeline.node.backup.Snapshot;

/// Takes from a database's files what deleted rows leave in them.
///
/// A deleted row's bytes stay in its page, and in the write-ahead log, until something else is
/// written there; `VACUUM` alone only makes the room free. So tables are written anew, statistics
/// too, and the log is carried on into new files until no old one is left.
public final class Sweep {
  /// Nobody waits longer than this behind a sweep that waits itself.
  private static final String LOCK_WAIT = "5s";

  private static final int SEGMENTS_MAX = 4096;

  private static final String TABLES =
      """
      select quote_ident(c.relname) from pg_class c
      where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' order by 1
      """;

  private static final String BYTES =
      """
      select coalesce(sum(pg_total_relation_size(c.oid)), 0) from pg_class c
      where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
      """;

  /// Segments of the log made ready for later, with what was in them before.
  private static final String AHEAD =
      """
      select count(*) from pg_ls_waldir()
      where name ~ '^[0-9A-F]{24}$' and name > pg_walfile_name(pg_current_wal_insert_lsn())
      """;

  private Sweep() {}

  /// Bytes of all tables of a schema: what a sweep writes at most, and holds twice meanwhile.
  public static long bytes(DataSource dataSource) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement sql = connection.createStatement();
        var rows = sql.executeQuery(BYTES)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /// Writes all tables of a schema anew, each while nobody else reads it.
  /// - **Error** a table that others hold for longer than five seconds, or a backup that reads all:
  ///   SQLException, and the sweep is to be done again
  public static void tables(DataSource dataSource) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement sql = connection.createStatement()) {
      if (Snapshot.isRead(connection)) {
        throw new SQLException("a backup reads all tables: the sweep waits for its end");
      }
      sql.execute("set lock_timeout = '" + LOCK_WAIT + "'");
      try {
        List<String> tables = new ArrayList<>();
        try (var rows = sql.executeQuery(TABLES)) {
          while (rows.next()) {
            tables.add(rows.getString(1));
          }
        }
        for (String table : tables) {
          sql.execute("vacuum (full) " + table);
        }
      } finally {
        sql.execute("reset lock_timeout");
      }
    }
  }

  /// What only the administrator of a server may: the planner's samples, and the write-ahead log.
  /// Log files are from then on never used again under another name.
  /// - **Shape** `adminUrl` of a server that is ours alone
  public static void server(String adminUrl) throws SQLException {
    try (Connection connection = DriverManager.getConnection(adminUrl);
        Statement sql = connection.createStatement()) {
      sql.execute("set lock_timeout = '" + LOCK_WAIT + "'");
      sql.execute("vacuum (full) pg_catalog.pg_statistic");
      sql.execute("alter system set wal_recycle = off");
      sql.execute("select pg_reload_conf()");
      sql.execute("checkpoint");
      for (int i = 0; i < SEGMENTS_MAX && ahead(sql) > 0; i++) {
        next(sql);
      }
      // The second takes the file that the first checkpoint was written into.
      next(sql);
      sql.execute("checkpoint");
      next(sql);
      sql.execute("checkpoint");
    }
  }

  private static long ahead(Statement sql) throws SQLException {
    try (var rows = sql.executeQuery(AHEAD)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /// Goes on in the next file of the log; the rest of this one is zeros.
  private static void next(Statement sql) throws SQLException {
    sql.execute("select pg_logical_emit_message(false, 'ridgeline', 'sweep')");
    sql.execute("select pg_switch_wal()");
  }
}

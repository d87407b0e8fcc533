package org.ridgeline.node.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ridgeline.node.DatabaseAddress;
import org.ridgeline.node.backup.TableStore.Columns;

/// All rows of all schemas as they were at one moment, whoever writes meanwhile: one read-only
/// transaction, `REPEATABLE READ`, on each server. A repository on a server of its own is read
/// after the others, as far as the system would find it after a crash: it may know an encounter
/// that nobody was told of yet, never the other way round.
public final class Snapshot implements AutoCloseable {
  /// Held, shared, by whoever reads a snapshot: [#isRead].
  private static final long LOCK = 7_235_418_820_420L;

  private final Map<String, Connection> bySchema = new LinkedHashMap<>();
  private final List<Connection> connections = new ArrayList<>();

  private Snapshot() {}

  /// Begins the transactions: what is committed from now on is not seen.
  /// - **Shape** `servers` in the order in which they are begun, with their schemas
  static Snapshot open(Map<DatabaseAddress, List<String>> servers) throws SQLException {
    Snapshot snapshot = new Snapshot();
    try {
      for (var server : servers.entrySet()) {
        snapshot.add(server.getKey().connect("ridgeline backup"), server.getValue());
      }
      return snapshot;
    } catch (SQLException | RuntimeException e) {
      snapshot.close();
      throw e;
    }
  }

  private void add(Connection connection, List<String> schemas) throws SQLException {
    connections.add(connection);
    try (Statement sql = connection.createStatement()) {
      sql.execute("select pg_advisory_lock_shared(" + LOCK + ")");
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      // The first statement of the transaction takes the snapshot.
      sql.execute("select 1");
    }
    schemas.forEach(schema -> bySchema.put(schema, connection));
  }

  /// Whether somebody reads a snapshot of this database: what needs a table alone would wait for
  /// its end, and everybody else behind it.
  public static boolean isRead(Connection connection) throws SQLException {
    try (Statement sql = connection.createStatement();
        ResultSet row =
            sql.executeQuery(
                """
                select count(*) from pg_locks
                where locktype = 'advisory' and mode = 'ShareLock'
                  and (classid::bigint << 32) + objid::bigint =\s\
                """
                    + LOCK
                    + " and database = (select oid from pg_database"
                    + " where datname = current_database())")) {
      row.next();
      return row.getLong(1) > 0;
    }
  }

  /// What a room says of the moment, read in the snapshot.
  public interface Facts {
    /// By name; the connection is in the snapshot's transaction.
    Map<String, String> of(Connection connection) throws SQLException;
  }

  Map<String, String> facts(String schema, Facts facts) throws SQLException {
    return facts.of(bySchema.get(schema));
  }

  private TableStore store(String schema) {
    return new TableStore(bySchema.get(schema), List.of(schema));
  }

  /// All tables of all schemas.
  List<Columns> tables() throws SQLException {
    List<Columns> all = new ArrayList<>();
    for (String schema : bySchema.keySet()) {
      all.addAll(store(schema).tables());
    }
    return all;
  }

  /// The newest migration of each schema that had any.
  SortedMap<String, String> versions() throws SQLException {
    SortedMap<String, String> all = new TreeMap<>();
    for (String schema : bySchema.keySet()) {
      store(schema).version(schema).ifPresent(version -> all.put(schema, version));
    }
    return all;
  }

  /// The last number of each sequence: read after the snapshot was taken, since sequences know no
  /// transactions, so never lower than a row has.
  SortedMap<String, Long> sequences() throws SQLException {
    SortedMap<String, Long> all = new TreeMap<>();
    for (String schema : bySchema.keySet()) {
      all.putAll(store(schema).sequences());
    }
    return all;
  }

  /// Copies a table's rows; gives their number.
  long copy(Columns table, OutputStream to) throws IOException, SQLException {
    return store(table.schema()).out(table, to);
  }

  @Override
  public void close() throws SQLException {
    for (Connection connection : connections) {
      connection.close();
    }
  }
}

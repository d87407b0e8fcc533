package org.ridgeline.node.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.postgresql.PGConnection;

/// Tables and sequences of some schemas, over one connection of somebody who may do all with them:
/// what there is, rows out and rows in.
final class TableStore {
  /// Where Flyway writes down which migrations a schema had.
  static final String HISTORY = "flyway_schema_history";

  private static final int BUFFER_BYTES = 1 << 16;

  private final Connection connection;
  private final List<String> schemas;

  TableStore(Connection connection, Collection<String> schemas) {
    this.connection = connection;
    this.schemas = List.copyOf(schemas);
  }

  /// A table by its columns, in their order; none that is computed.
  record Columns(String schema, String name, List<String> columns) {
    String full() {
      return schema + "." + name;
    }

    String quoted() {
      return quote(schema) + "." + quote(name);
    }

    private String copied() {
      return quoted()
          + " ("
          + String.join(", ", columns.stream().map(TableStore::quote).toList())
          + ")";
    }
  }

  static String quote(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /// All tables, by name.
  List<Columns> tables() throws SQLException {
    Map<List<String>, List<String>> found = new LinkedHashMap<>();
    try (PreparedStatement sql =
        connection.prepareStatement(
            """
            select n.nspname, c.relname, a.attname
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
              left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
                and not a.attisdropped and a.attgenerated = ''
            where n.nspname = any(?) and c.relkind in ('r', 'p')
            order by n.nspname collate "C", c.relname collate "C", a.attnum
            """)) {
      sql.setArray(1, connection.createArrayOf("text", schemas.toArray()));
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          found
              .computeIfAbsent(List.of(row.getString(1), row.getString(2)), _ -> new ArrayList<>())
              .add(row.getString(3));
        }
      }
    }
    return found.entrySet().stream()
        .map(one -> new Columns(one.getKey().getFirst(), one.getKey().getLast(), one.getValue()))
        .toList();
  }

  /// The last number of each sequence that gave any.
  SortedMap<String, Long> sequences() throws SQLException {
    SortedMap<String, Long> found = new TreeMap<>();
    try (PreparedStatement sql =
        connection.prepareStatement(
            """
            select schemaname || '.' || sequencename, last_value from pg_sequences
            where schemaname = any(?) and last_value is not null
            """)) {
      sql.setArray(1, connection.createArrayOf("text", schemas.toArray()));
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          found.put(row.getString(1), row.getLong(2));
        }
      }
    }
    return found;
  }

  /// A sequence goes on after a number.
  void follow(String sequence, long after) throws SQLException {
    String[] parts = sequence.split("\\.", 2);
    try (PreparedStatement sql = connection.prepareStatement("select setval(?::regclass, ?)")) {
      sql.setString(1, quote(parts[0]) + "." + quote(parts[1]));
      sql.setLong(2, after);
      sql.execute();
    }
  }

  /// The newest migration of a schema; empty where it had none.
  Optional<String> version(String schema) throws SQLException {
    if (tables().stream().noneMatch(t -> t.full().equals(schema + "." + HISTORY))) {
      return Optional.empty();
    }
    try (Statement sql = connection.createStatement();
        ResultSet row =
            sql.executeQuery(
                "select version from "
                    + quote(schema)
                    + "."
                    + HISTORY
                    + " where success and version is not null order by installed_rank desc"
                    + " limit 1")) {
      return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
    }
  }

  /// Copies rows out in the database's binary form; gives their number.
  long out(Columns table, OutputStream to) throws SQLException, IOException {
    return connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyOut("copy " + table.copied() + " to stdout (format binary)", to);
  }

  /// Copies rows in; gives their number.
  long in(Columns table, InputStream from) throws SQLException, IOException {
    return connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn("copy " + table.copied() + " from stdin (format binary)", from, BUFFER_BYTES);
  }

  /// References between tables: they are taken away while rows come in, in whatever order, and made
  /// again afterwards, which holds all rows to them.
  record Reference(String table, String name, String definition) {
    String drop() {
      return "alter table " + table + " drop constraint " + name;
    }

    String add() {
      return "alter table " + table + " add constraint " + name + " " + definition;
    }
  }

  List<Reference> references() throws SQLException {
    List<Reference> found = new ArrayList<>();
    try (PreparedStatement sql =
        connection.prepareStatement(
            """
            select quote_ident(n.nspname) || '.' || quote_ident(c.relname), quote_ident(k.conname),
              pg_get_constraintdef(k.oid)
            from pg_constraint k join pg_class c on c.oid = k.conrelid
              join pg_namespace n on n.oid = c.relnamespace
            where k.contype = 'f' and n.nspname = any(?) order by 1, 2
            """)) {
      sql.setArray(1, connection.createArrayOf("text", schemas.toArray()));
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          found.add(new Reference(row.getString(1), row.getString(2), row.getString(3)));
        }
      }
    }
    return found;
  }

  void execute(String statement) throws SQLException {
    try (Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }
}

package org.ridgeline.node.backup;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ridgeline.node.DatabaseAddress;
import org.ridgeline.node.backup.TableStore.Columns;
import org.ridgeline.node.backup.TableStore.Reference;

/// A backup's rows on their way into a database whose schemas are there at the backup's own
/// version: one transaction, at whose end every reference between tables holds, or nothing is
/// there. No trigger runs: a row comes as it was, and the chain with it.
final class Loading implements AutoCloseable {
  private final Connection connection;
  private final TableStore store;
  private final Manifest manifest;
  private final Map<String, Columns> here = new TreeMap<>();
  private List<Reference> references = List.of();

  private Loading(Connection connection, Manifest manifest) {
    this.connection = connection;
    this.manifest = manifest;
    Set<String> schemas = new HashSet<>();
    manifest.tables().forEach(table -> schemas.add(table.schema()));
    store = new TableStore(connection, schemas);
  }

  /// Begins: tables are empty from now on, and know no references.
  /// - **Error** tables here are not the backup's: IOException
  static Loading begin(DatabaseAddress server, Manifest manifest) throws IOException, SQLException {
    Loading loading = new Loading(server.connect("ridgeline restore"), manifest);
    try {
      loading.begin();
      return loading;
    } catch (IOException | SQLException | RuntimeException e) {
      loading.close();
      throw e;
    }
  }

  private void begin() throws IOException, SQLException {
    connection.setAutoCommit(false);
    store.tables().forEach(table -> here.put(table.full(), table));
    agree();
    references = store.references();
    for (Reference one : references) {
      store.execute(one.drop());
    }
    List<String> names = new ArrayList<>();
    for (Columns table : here.values()) {
      names.add(table.quoted());
      store.execute("alter table " + table.quoted() + " disable trigger user");
    }
    if (!names.isEmpty()) {
      store.execute("truncate " + String.join(", ", names));
    }
  }

  private void agree() throws IOException {
    Set<String> said = new HashSet<>();
    for (Manifest.Table table : manifest.tables()) {
      said.add(table.full());
      Columns there = here.get(table.full());
      if (there == null || !Set.copyOf(there.columns()).equals(Set.copyOf(table.columns()))) {
        throw new IOException(
            "the table " + table.full() + " of the backup is another one in this version");
      }
    }
    for (String name : here.keySet()) {
      if (!said.contains(name)) {
        throw new IOException("the backup lacks the table " + name);
      }
    }
  }

  /// Takes a table's rows.
  void take(String table, InputStream rows) throws IOException {
    Manifest.Table said =
        manifest.tables().stream()
            .filter(one -> one.full().equals(table))
            .findFirst()
            .orElseThrow(() -> new BadBackupException("its manifest lacks " + table));
    try {
      long count = store.in(new Columns(said.schema(), said.name(), said.columns()), rows);
      if (count != said.rows()) {
        throw new BadBackupException(
            table + " has " + count + " rows, its manifest says " + said.rows());
      }
    } catch (SQLException e) {
      throw new IOException("loading " + table + ": " + e.getMessage(), e);
    }
  }

  /// Ends it: references hold, triggers are back, sequences go on.
  /// - **Shape** `ahead` how far a sequence jumps, by its name
  void commit(Map<String, Long> ahead) throws SQLException {
    for (Reference one : references) {
      store.execute(one.add());
    }
    for (Columns table : here.values()) {
      store.execute("alter table " + table.quoted() + " enable trigger user");
    }
    Map<String, Long> last = new TreeMap<>(manifest.sequences());
    ahead.forEach((sequence, more) -> last.merge(sequence, more, Long::sum));
    for (var sequence : last.entrySet()) {
      store.follow(sequence.getKey(), sequence.getValue());
    }
    connection.commit();
    connection.setAutoCommit(true);
    store.execute("analyze");
  }

  /// What is not committed is gone.
  @Override
  public void close() throws SQLException {
    connection.close();
  }
}

package org.ridgeline.node.trace;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/// Searches every column of every table of a schema, a few rows in memory at a time.
public final class TableSearch {
  /// A row may be a file of some megabytes.
  private static final int ROWS_AT_A_TIME = 8;

  private static final String COLUMNS =
      """
      select table_name, column_name, data_type
      from information_schema.columns
      join information_schema.tables using (table_schema, table_name)
      where table_schema = current_schema() and table_type = 'BASE TABLE'
      order by table_name, ordinal_position
      """;

  private final ByteSearch search;

  public TableSearch(ByteSearch search) {
    this.search = search;
  }

  private record Column(String name, boolean isBytes) {
    String read() {
      String quoted = "\"" + name.replace("\"", "\"\"") + "\"";
      return isBytes ? quoted : quoted + "::text";
    }
  }

  /// Searches the schema that a data source's connections are in.
  /// - **Shape** `schema` for the report
  public List<Place> in(String schema, DataSource dataSource) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        List<Place> places = new ArrayList<>();
        for (var table : columns(connection).entrySet()) {
          places.add(in(connection, schema, table.getKey(), table.getValue()));
        }
        return places;
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  private static Map<String, List<Column>> columns(Connection connection) throws SQLException {
    Map<String, List<Column>> tables = new LinkedHashMap<>();
    try (var sql = connection.createStatement();
        ResultSet rows = sql.executeQuery(COLUMNS)) {
      while (rows.next()) {
        tables
            .computeIfAbsent(rows.getString(1), _ -> new ArrayList<>())
            .add(new Column(rows.getString(2), rows.getString(3).equals("bytea")));
      }
    }
    return tables;
  }

  private Place in(Connection connection, String schema, String table, List<Column> columns)
      throws SQLException {
    String read = String.join(", ", columns.stream().map(Column::read).toList());
    List<Place.Found> found = new ArrayList<>();
    long rowsRead = 0;
    long bytesRead = 0;
    try (var sql = connection.createStatement()) {
      sql.setFetchSize(ROWS_AT_A_TIME);
      String from = " from \"" + table.replace("\"", "\"\"") + "\"";
      try (ResultSet rows = sql.executeQuery("select ctid, " + read + from)) {
        while (rows.next()) {
          rowsRead++;
          for (int i = 0; i < columns.size(); i++) {
            byte[] cell = cell(rows, i + 2, columns.get(i));
            bytesRead += cell.length;
            String where = columns.get(i).name() + " of row " + rows.getString(1);
            search.in(cell).stream()
                .limit(Place.FOUND_MAX - found.size())
                .forEach(hit -> found.add(Place.Found.of(where, hit)));
          }
        }
      }
    }
    return new Place("table " + schema + "." + table, rowsRead, bytesRead, found);
  }

  private static byte[] cell(ResultSet rows, int at, Column column) throws SQLException {
    if (column.isBytes()) {
      byte[] bytes = rows.getBytes(at);
      return bytes == null ? new byte[0] : bytes;
    }
    String text = rows.getString(at);
    return text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
  }
}

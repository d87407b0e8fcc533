package org.ridgeline.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.ridgeline.ledger.Checkpoint.More;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The SQL of checkpoints.
final class CheckpointRows {
  private CheckpointRows() {}

  /// All, oldest first.
  static List<Checkpoint> all(DataSource dataSource) {
    return JdbcClient.create(dataSource)
        .sql("select * from ledger.checkpoint order by sequence")
        .query((row, _) -> row(row))
        .list();
  }

  /// The newest.
  static Optional<Checkpoint> last(JdbcClient jdbc) {
    return jdbc.sql("select * from ledger.checkpoint order by sequence desc limit 1")
        .query((row, _) -> row(row))
        .optional();
  }

  /// The last two, the newest first.
  static List<Checkpoint> newest(Connection connection) throws SQLException {
    List<Checkpoint> newest = new ArrayList<>();
    try (PreparedStatement sql =
            connection.prepareStatement(
                "select * from ledger.checkpoint order by sequence desc limit 2");
        ResultSet row = sql.executeQuery()) {
      while (row.next()) {
        newest.add(CheckpointRows.row(row));
      }
    }
    return newest;
  }

  static boolean isThere(Connection connection, Checkpoint one) throws SQLException {
    try (PreparedStatement sql =
        connection.prepareStatement(
            "select 1 from ledger.checkpoint where number = ? and signature = ?")) {
      sql.setLong(1, one.number());
      sql.setBytes(2, one.signature());
      try (ResultSet row = sql.executeQuery()) {
        return row.next();
      }
    }
  }

  static void insert(Connection connection, Checkpoint made) throws SQLException {
    try (PreparedStatement sql =
        connection.prepareStatement(
            """
            insert into ledger.checkpoint (number, hash, made_at, key_id, signature, era, root,
              previous) values (?, ?, ?, ?, ?, ?, ?, ?)
            """)) {
      More more = made.more().orElseThrow();
      sql.setLong(1, made.number());
      sql.setBytes(2, HexFormat.of().parseHex(made.hash()));
      sql.setTimestamp(3, Timestamp.from(made.madeAt()));
      sql.setString(4, made.keyId());
      sql.setBytes(5, made.signature());
      sql.setInt(6, more.era());
      sql.setBytes(7, HexFormat.of().parseHex(more.root()));
      sql.setBytes(8, HexFormat.of().parseHex(more.previous()));
      sql.executeUpdate();
    }
    // The row first: where it stops here, the next look adds the line.
    connection.commit();
  }

  static Checkpoint row(ResultSet row) throws SQLException {
    byte[] root = row.getBytes("root");
    Optional<More> more =
        root == null
            ? Optional.empty()
            : Optional.of(
                new More(
                    row.getInt("era"),
                    HexFormat.of().formatHex(root),
                    HexFormat.of().formatHex(row.getBytes("previous"))));
    return new Checkpoint(
        row.getLong("number"),
        HexFormat.of().formatHex(row.getBytes("hash")),
        row.getTimestamp("made_at").toInstant(),
        row.getString("key_id"),
        row.getBytes("signature"),
        more);
  }
}

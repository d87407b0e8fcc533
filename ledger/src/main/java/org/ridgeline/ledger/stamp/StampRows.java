package org.ridgeline.ledger.stamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.ridgeline.ledger.Checkpoint;
import org.ridgeline.vocabulary.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The table of what was stamped.
record StampRows(JdbcClient jdbc) {
  /// - **Shape** `checkpoint` its digest in hex; `answer` SHA-256 of the file's bytes in hex
  record Row(
      int era, long number, String checkpoint, String answer, Instant stampedAt, Instant keptAt) {
    String name() {
      return StampFolder.name(era, number);
    }
  }

  Optional<Row> last() {
    return jdbc.sql("select * from ledger.time_stamp order by sequence desc limit 1")
        .query((row, _) -> row(row))
        .optional();
  }

  /// All, oldest first.
  List<Row> all() {
    return jdbc.sql("select * from ledger.time_stamp order by sequence")
        .query((row, _) -> row(row))
        .list();
  }

  void insert(Checkpoint of, Stamp stamp, Instant now) {
    jdbc.sql(
            """
            insert into ledger.time_stamp (era, number, checkpoint, answer, stamped_at, kept_at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            of.era(),
            of.number(),
            HexFormat.of().parseHex(of.digest()),
            Sha256.of(stamp.bytes()),
            Timestamp.from(stamp.at()),
            Timestamp.from(now))
        .update();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getInt("era"),
        row.getLong("number"),
        HexFormat.of().formatHex(row.getBytes("checkpoint")),
        HexFormat.of().formatHex(row.getBytes("answer")),
        row.getTimestamp("stamped_at").toInstant(),
        row.getTimestamp("kept_at").toInstant());
  }
}

package org.ridgeline.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import org.ridgeline.ledger.AuditFinding.Code;

/// Walks along the chain from some entry on and makes every hash anew.
final class ChainWalk {
  private static final int FETCH_ROWS = 2000;
  private static final String ROWS =
      """
      select l.number, l.hash, e.at, e.room, e.actor, e.role, e.purpose, e.action, e.subject,
        e.detail
      from ledger.link l left join ledger.entry e using (entry_id)
      where l.number > ? order by l.number
      """;

  private final Companion companion;

  ChainWalk(Companion companion) {
    this.companion = companion;
  }

  /// Hears what the walk comes by.
  interface Companion {
    /// A link as it is stored, whether or not it is right.
    /// - **Shape** `room`, `action` and `detail` of its entry; empty where that is gone
    void link(long number, byte[] hash, String room, String action, List<String> detail);

    /// Something wrong.
    void found(long number, Code code, String what);
  }

  /// Walks from after an entry to the end, in one statement; gives the last number.
  long from(Connection connection, long number, byte[] hash) throws SQLException {
    byte[] previous = hash;
    long expected = number + 1;
    try (PreparedStatement sql = connection.prepareStatement(ROWS)) {
      sql.setLong(1, number);
      sql.setFetchSize(FETCH_ROWS);
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          long here = row.getLong("number");
          gap(expected, here);
          previous = link(row, here, previous);
          expected = here + 1;
        }
      }
    }
    return expected - 1;
  }

  private void gap(long expected, long number) {
    if (number == expected + 1) {
      companion.found(expected, Code.NUMBER_MISSING, "entry " + expected + " is not there");
    } else if (number > expected) {
      companion.found(
          expected,
          Code.NUMBER_MISSING,
          "entries " + expected + " to " + (number - 1) + " are not there");
    }
  }

  /// Checks one link; gives the hash that the next one must go on from: the stored one, so that one
  /// change is one finding.
  private byte[] link(ResultSet row, long number, byte[] previous) throws SQLException {
    byte[] stored = row.getBytes("hash");
    Timestamp at = row.getTimestamp("at");
    if (at == null) {
      companion.found(number, Code.ENTRY_MISSING, "what entry " + number + " recorded is gone");
      companion.link(number, stored, "", "", List.of());
      return stored;
    }
    CanonicalForm.Fields fields = fields(row, at);
    if (!Arrays.equals(CanonicalForm.hash(previous, number, fields), stored)) {
      companion.found(
          number,
          Code.ALTERED,
          "entry "
              + number
              + " ("
              + row.getString("action")
              + " of "
              + row.getString("subject")
              + ") is not what was recorded there");
    }
    companion.link(number, stored, row.getString("room"), row.getString("action"), fields.detail());
    return stored;
  }

  private static CanonicalForm.Fields fields(ResultSet row, Timestamp at) throws SQLException {
    return new CanonicalForm.Fields(
        at.toInstant(),
        List.of(
            row.getString("room"),
            row.getString("actor"),
            row.getString("role"),
            row.getString("purpose"),
            row.getString("action"),
            row.getString("subject")),
        List.of((String[]) row.getArray("detail").getArray()));
  }
}

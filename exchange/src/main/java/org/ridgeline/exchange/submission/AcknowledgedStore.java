package org.ridgeline.exchange.submission;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/// How far a copy of the exchange's rows goes: what senders were told is in it up to there.
public final class AcknowledgedStore {
  /// Numbers of submissions that a sequence gives.
  public static final String SEQUENCE = "exchange.control_number";

  private AcknowledgedStore() {}

  /// The newest submission taken in as a connection sees it: `exchange.control` and `exchange.at`,
  /// and `exchange.submissions`, how many there are.
  public static Map<String, String> last(Connection connection) throws SQLException {
    Map<String, String> last = new LinkedHashMap<>();
    try (Statement sql = connection.createStatement()) {
      try (ResultSet row = sql.executeQuery("select count(*) from exchange.submission")) {
        row.next();
        last.put("exchange.submissions", String.valueOf(row.getLong(1)));
      }
      try (ResultSet row =
          sql.executeQuery(
              """
              select control, received_at from exchange.submission
              order by received_at desc, control desc limit 1
              """)) {
        if (row.next()) {
          last.put("exchange.control", row.getString(1));
          last.put("exchange.at", row.getTimestamp(2).toInstant().toString());
        }
      }
    }
    return last;
  }
}

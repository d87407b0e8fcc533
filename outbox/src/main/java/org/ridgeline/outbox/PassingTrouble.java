package org.ridgeline.outbox;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;

/// Trouble with a database that passes by itself: what met it may be tried again as it is.
public final class PassingTrouble {
  /// SQL states 08 (connection), 53 (resources), 57 (operator intervention: shutdown, crash) and 40
  /// (rollback).
  private static final Set<String> STATES = Set.of("08", "40", "53", "57");

  private static final int CAUSES_MAX = 50;

  private PassingTrouble() {}

  /// Whether it, or what caused it, is such trouble; so is a pool that has no connection to give.
  public static boolean is(Throwable trouble) {
    int seen = 0;
    for (Throwable at = trouble; at != null && seen < CAUSES_MAX; at = at.getCause()) {
      if (at instanceof SQLTransientException) {
        return true;
      }
      if (at instanceof SQLException sql) {
        // A pool says without a state that the connection under way was closed.
        return sql.getSQLState() == null
            ? String.valueOf(sql.getMessage()).contains("closed")
            : STATES.contains(sql.getSQLState().substring(0, 2));
      }
      seen++;
    }
    return false;
  }
}

package org.ridgeline.node;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/// The right to work from one external database: a session's advisory lock, which ends with its
/// connection, however that ends. Of two copies of one data folder only one gets it.
///
/// The connection is watched. Where it breaks, the lease is taken again as soon as the database is
/// back; where somebody else has it by then, this process must stop.
final class Lease implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Lease.class.getName());
  private static final long KEY = 7_235_418_820_417L;
  private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
  private static final int ANSWER_SECONDS = 10;

  private final DatabaseAddress address;
  private final Consumer<String> lost;
  private final Thread watching;
  private volatile Connection connection;
  private volatile boolean isAway;
  private volatile boolean closed;

  private Lease(DatabaseAddress address, Connection connection, Consumer<String> lost) {
    this.address = address;
    this.connection = connection;
    this.lost = lost;
    watching = Thread.ofVirtual().name("lease").unstarted(this::watch);
  }

  /// Takes it, waiting for a holder that is about to end.
  /// - **Shape** `lost` is told why, once, where the lease cannot be had again
  /// - **Error** another holds it, or no database: IOException
  static Lease take(DatabaseAddress address, Duration wait, Consumer<String> lost)
      throws IOException {
    Instant until = Instant.now().plus(wait);
    try {
      Connection connection = address.connect(purpose());
      while (!isTaken(connection)) {
        if (Instant.now().isAfter(until)) {
          String holder = holder(connection);
          connection.close();
          throw new IOException(held(address, holder));
        }
        pause();
      }
      Lease lease = new Lease(address, connection, lost);
      lease.watching.start();
      return lease;
    } catch (SQLException e) {
      throw new IOException("database " + address + ": " + e.getMessage(), e);
    }
  }

  private static String held(DatabaseAddress address, String holder) {
    return "another process works from "
        + DatabaseAddress.shown(address.url())
        + holder
        + ": stop it first";
  }

  private static String purpose() {
    return "ridgeline lease " + ProcessHandle.current().pid();
  }

  private static boolean isTaken(Connection connection) throws SQLException {
    try (PreparedStatement sql = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
      sql.setLong(1, KEY);
      try (ResultSet row = sql.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  /// Who has it, as far as this user may see.
  private static String holder(Connection connection) throws SQLException {
    try (PreparedStatement sql =
        connection.prepareStatement(
            """
            select a.application_name, coalesce(host(a.client_addr), 'its own machine'),
              a.backend_start
            from pg_locks l join pg_stat_activity a using (pid)
            where l.locktype = 'advisory' and l.granted
              and (l.classid::bigint << 32) + l.objid::bigint = ? and a.backend_start is not null
              and l.database = (select oid from pg_database where datname = current_database())
            """)) {
      sql.setLong(1, KEY);
      try (ResultSet row = sql.executeQuery()) {
        return row.next()
            ? " ("
                + row.getString(1)
                + " from "
                + row.getString(2)
                + " since "
                + row.getString(3)
                + ")"
            : "";
      }
    }
  }

  private void watch() {
    while (!closed) {
      pause();
      if (!closed && !answers()) {
        isAway = true;
        takeAgain();
      }
    }
  }

  private boolean answers() {
    try {
      return connection.isValid(ANSWER_SECONDS);
    } catch (SQLException e) {
      return false;
    }
  }

  private void takeAgain() {
    try {
      connection.close();
      Connection next = address.connect(purpose());
      if (!isGoingOnWith(next)) {
        return;
      }
      if (isTaken(next)) {
        isAway = false;
        LOG.log(Level.INFO, "the database is back, and the lease on it taken again");
      } else if (!closed) {
        closed = true;
        lost.accept(held(address, holder(next)));
      }
    } catch (SQLException e) {
      LOG.log(Level.DEBUG, "the database is away", e);
    }
  }

  /// Whether the lease is still wanted: let go meanwhile, it must not be taken by a connection that
  /// nobody closes any more.
  private synchronized boolean isGoingOnWith(Connection next) throws SQLException {
    if (closed) {
      next.close();
      return false;
    }
    connection = next;
    return true;
  }

  /// Whether the database did not answer when last asked.
  boolean isAway() {
    return isAway;
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_EVERY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    watching.interrupt();
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.log(Level.DEBUG, "letting the lease go", e);
    }
  }
}

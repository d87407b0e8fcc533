package org.ridgeline.node;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postgresql.PGConnection;

/// Roles and schemas of one installation on one PostgreSQL server.
///
/// Roles belong to the whole server, so the mark of whom they belong to is on them: the
/// installation's id as their comment. A second installation, in the same database or in another of
/// the same server, is refused before it changes anything.
final class Installation {
  private static final String MARK = "Ridgeline installation ";
  private static final int ATTEMPTS = 5;

  /// What two first starts at the same moment do to each other.
  private static final Set<String> COLLIDED = Set.of("42710", "23505", "XX000", "40001", "40P01");

  private static final Set<String> NOT_LET_IN = Set.of("28P01", "28000");

  private final DatabaseAddress admin;
  private final Secrets secrets;

  Installation(DatabaseAddress admin, Secrets secrets) {
    this.admin = admin;
    this.secrets = secrets;
  }

  static String role(String room) {
    return "ridgeline_" + room;
  }

  /// Makes what is missing; what is there already is left alone.
  /// - **Error** roles of another installation, or no database: IOException
  void prepare(List<String> rooms) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try (Connection connection = admin.connect("ridgeline start")) {
        connection.setAutoCommit(false);
        for (String room : rooms) {
          prepare(connection, room);
        }
        connection.commit();
        return;
      } catch (SQLException e) {
        if (attempt == ATTEMPTS || !COLLIDED.contains(String.valueOf(e.getSQLState()))) {
          throw new IOException("database " + admin + ": " + e.getMessage(), e);
        }
      }
    }
  }

  private void prepare(Connection connection, String room) throws SQLException, IOException {
    String role = role(room);
    try (Statement sql = connection.createStatement()) {
      Optional<String> mark = mark(connection, role);
      if (mark.isEmpty()) {
        sql.execute("create role " + role + " login");
        take(connection, role);
        sql.execute("alter role " + role + " set search_path = " + room);
      } else if (!mark.get().equals(MARK + secrets.installation())) {
        adopt(connection, role, mark.get());
      } else if (!letsIn(role)) {
        take(connection, role);
      }
      if (!is(connection, "select pg_has_role(current_user, ?, 'usage')", role)) {
        sql.execute("grant " + role + " to current_user");
      }
      if (!is(connection, "select count(*) = 1 from pg_namespace where nspname = ?", room)) {
        sql.execute("create schema " + room + " authorization " + role);
      }
    }
  }

  /// A role without a mark was made by a version that set none: it is ours where our password
  /// opens.
  private void adopt(Connection connection, String role, String mark)
      throws SQLException, IOException {
    if (!mark.isEmpty() || !letsIn(role)) {
      throw new IOException(foreign(role, mark));
    }
    take(connection, role);
  }

  private String foreign(String role, String mark) throws IOException {
    String other = mark.startsWith(MARK) ? mark.substring(MARK.length()) : "";
    return "the role "
        + role
        + " of "
        + DatabaseAddress.shown(admin.url())
        + " belongs to "
        + (other.isEmpty() ? "another installation" : "installation " + other)
        + ", this data folder is installation "
        + secrets.installation()
        + "; nothing was changed. One PostgreSQL server holds one installation: use its data"
        + " folder, or another server. Where that folder is lost and nothing serves from it"
        + " any more, write "
        + (other.isEmpty() ? "its passwords" : "installation=" + other)
        + " into this folder's secrets.properties";
  }

  /// The role's comment, empty where it has none; nothing where there is no such role.
  private static Optional<String> mark(Connection connection, String role) throws SQLException {
    try (PreparedStatement sql =
        connection.prepareStatement(
            """
            select coalesce(shobj_description(oid, 'pg_authid'), '') from pg_roles where rolname = ?
            """)) {
      sql.setString(1, role);
      try (ResultSet row = sql.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }

  /// Sets mark and password. The driver sends what is derived from the password, not the password:
  /// it stands in no log of the server's. Neither name nor id can break a quote.
  private void take(Connection connection, String role) throws SQLException, IOException {
    connection
        .unwrap(PGConnection.class)
        .alterUserPassword(role, secrets.of(role).toCharArray(), "scram-sha-256");
    try (Statement sql = connection.createStatement()) {
      sql.execute("comment on role " + role + " is '" + MARK + secrets.installation() + "'");
    }
  }

  private boolean letsIn(String role) throws SQLException, IOException {
    try (Connection _ = admin.as(role, secrets.of(role)).connect("ridgeline start")) {
      return true;
    } catch (SQLException e) {
      if (NOT_LET_IN.contains(String.valueOf(e.getSQLState()))) {
        return false;
      }
      throw e;
    }
  }

  private static boolean is(Connection connection, String query, String value) throws SQLException {
    try (PreparedStatement sql = connection.prepareStatement(query)) {
      sql.setString(1, value);
      try (ResultSet row = sql.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }
}

package org.ridgeline.node;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/// One data source a room, each as a role that owns its room's schema and can read no other.
public final class Databases implements AutoCloseable {
  private static final List<String> ROOMS =
      List.of("exchange", "criminal", "immigration", "ledger", "casework");
  private static final int EXCHANGE_CONNECTIONS = 16;
  private static final int CASEWORK_CONNECTIONS = 10;
  private static final int REPOSITORY_CONNECTIONS = 6;
  private static final int LEDGER_CONNECTIONS = 4;
  private static final int CONNECT_TIMEOUT_MS = 10_000;

  private final Map<String, HikariDataSource> pools;

  private Databases(Map<String, HikariDataSource> pools) {
    this.pools = Map.copyOf(pools);
  }

  /// The URL of a managed server's administrator.
  public static String managedUrl(int port, Secrets secrets) {
    try {
      return "jdbc:postgresql://127.0.0.1:"
          + port
          + "/postgres?user="
          + ManagedPostgres.ADMIN
          + "&password="
          + secrets.of(ManagedPostgres.ADMIN);
    } catch (IOException e) {
      throw new UncheckedIOException("secrets.properties cannot be read", e);
    }
  }

  /// Creates what roles and schemas are missing, then connects.
  public static Databases bootstrap(String adminUrl, Secrets secrets, Settings settings)
      throws IOException {
    try (Connection connection = DriverManager.getConnection(adminUrl);
        Statement sql = connection.createStatement()) {
      for (String room : ROOMS) {
        createRoleAndSchema(sql, room, secrets.of(role(room)));
      }
    } catch (SQLException e) {
      throw new IOException("database " + shown(adminUrl) + ": " + e.getMessage(), e);
    }
    return of(adminUrl, secrets, settings);
  }

  /// Passwords are 43 URL-safe characters, room names constants: nothing here can break a quote.
  private static void createRoleAndSchema(Statement sql, String room, String password)
      throws SQLException {
    String role = role(room);
    sql.execute(
        "do $$ begin if not exists (select 1 from pg_roles where rolname = '"
            + role
            + "') then create role "
            + role
            + "; end if; end $$");
    sql.execute("alter role " + role + " login password '" + password + "'");
    sql.execute("create schema if not exists " + room);
    sql.execute("grant " + role + " to current_user");
    sql.execute("alter schema " + room + " owner to " + role);
    sql.execute("alter role " + role + " set search_path = " + room);
  }

  private static String role(String room) {
    return "ridgeline_" + room;
  }

  /// Whether the roles are there already: the owner has finished its start.
  static boolean isReady(String adminUrl) {
    try (Connection connection = DriverManager.getConnection(adminUrl);
        Statement sql = connection.createStatement();
        var rows = sql.executeQuery("select 1 from pg_namespace where nspname = 'casework'")) {
      return rows.next();
    } catch (SQLException e) {
      return false;
    }
  }

  /// Connects to roles and schemas that are there.
  static Databases of(String adminUrl, Secrets secrets, Settings settings) throws IOException {
    Map<String, HikariDataSource> pools = new HashMap<>();
    for (String room : ROOMS) {
      pools.put(room, pool(adminUrl, room, settings.ownDbUrl(room), secrets));
    }
    return new Databases(pools);
  }

  private static int connections(String room) {
    return switch (room) {
      case "exchange" -> EXCHANGE_CONNECTIONS;
      case "casework" -> CASEWORK_CONNECTIONS;
      case "ledger" -> LEDGER_CONNECTIONS;
      default -> REPOSITORY_CONNECTIONS;
    };
  }

  private static HikariDataSource pool(
      String adminUrl, String room, Optional<String> own, Secrets secrets) throws IOException {
    HikariConfig config = new HikariConfig();
    config.setPoolName(room);
    if (own.isPresent()) {
      config.setJdbcUrl(own.get());
    } else {
      config.setJdbcUrl(adminUrl.replaceFirst("\\?.*", ""));
      config.setUsername(role(room));
      config.setPassword(secrets.of(role(room)));
    }
    config.addDataSourceProperty("currentSchema", room);
    config.setMaximumPoolSize(connections(room));
    config.setMinimumIdle(1);
    config.setConnectionTimeout(CONNECT_TIMEOUT_MS);
    // A repository on a server that is away must not keep the others from starting.
    config.setInitializationFailTimeout(-1);
    return new HikariDataSource(config);
  }

  private static String shown(String url) {
    return url.replaceAll("(password=)[^&]*", "$1***");
  }

  public DataSource exchange() {
    return pools.get("exchange");
  }

  public DataSource criminal() {
    return pools.get("criminal");
  }

  public DataSource immigration() {
    return pools.get("immigration");
  }

  public DataSource ledger() {
    return pools.get("ledger");
  }

  public DataSource casework() {
    return pools.get("casework");
  }

  @Override
  public void close() {
    pools.values().forEach(HikariDataSource::close);
  }
}

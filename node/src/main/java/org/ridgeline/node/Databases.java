package org.ridgeline.node;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;

/// One data source a room, each as a role that owns its room's schema and can read no other.
public final class Databases implements AutoCloseable {
  private static final List<String> ROOMS =
      Stream.concat(
              Stream.of("exchange", "ledger", "casework", "oversight", "sealed"),
              Settings.REPOSITORIES.stream())
          .toList();
  private static final int EXCHANGE_CONNECTIONS = 16;
  private static final int CASEWORK_CONNECTIONS = 10;
  private static final int REPOSITORY_CONNECTIONS = 6;
  private static final int LEDGER_CONNECTIONS = 4;
  private static final int SEALED_CONNECTIONS = 2;
  private static final int CONNECT_TIMEOUT_MS = 10_000;

  private final Map<String, HikariDataSource> pools;

  private Databases(Map<String, HikariDataSource> pools) {
    this.pools = Map.copyOf(pools);
  }

  /// A managed server's administrator in one of its databases.
  public static DatabaseAddress managed(int port, String database, Secrets secrets) {
    try {
      return DatabaseAddress.of("jdbc:postgresql://127.0.0.1:" + port + "/" + database)
          .as(ManagedPostgres.ADMIN, secrets.of(ManagedPostgres.ADMIN));
    } catch (IOException e) {
      throw new UncheckedIOException("secrets.properties cannot be read", e);
    }
  }

  /// Creates what roles and schemas are missing, then connects.
  /// - **Error** no database, or one of another installation's: IOException
  public static Databases bootstrap(DatabaseAddress admin, Secrets secrets, Settings settings)
      throws IOException {
    new Installation(admin, secrets).prepare(ROOMS);
    return of(admin, secrets, settings);
  }

  /// Whether the roles are there already, those of rooms added since the folder was made included:
  /// the owner has finished its start.
  static boolean isReady(DatabaseAddress admin) {
    try (Connection connection = admin.connect("ridgeline");
        PreparedStatement sql =
            connection.prepareStatement(
                "select count(*) from pg_namespace where nspname = any(?)")) {
      sql.setArray(1, connection.createArrayOf("text", ROOMS.toArray()));
      try (ResultSet row = sql.executeQuery()) {
        return row.next() && row.getInt(1) == ROOMS.size();
      }
    } catch (SQLException e) {
      return false;
    }
  }

  /// Connects to roles and schemas that are there.
  static Databases of(DatabaseAddress admin, Secrets secrets, Settings settings)
      throws IOException {
    Map<String, HikariDataSource> pools = new HashMap<>();
    for (String room : ROOMS) {
      pools.put(room, pool(admin, room, settings.own(room), secrets));
    }
    return new Databases(pools);
  }

  /// The servers of all schemas; the administrator reads those on the main one.
  static Map<DatabaseAddress, List<String>> servers(DatabaseAddress admin, Settings settings)
      throws IOException {
    Map<DatabaseAddress, List<String>> servers = new LinkedHashMap<>();
    servers.put(admin, new ArrayList<>());
    for (String room : ROOMS) {
      servers.computeIfAbsent(settings.own(room).orElse(admin), _ -> new ArrayList<>()).add(room);
    }
    return servers;
  }

  private static int connections(String room) {
    return switch (room) {
      case "exchange" -> EXCHANGE_CONNECTIONS;
      case "casework" -> CASEWORK_CONNECTIONS;
      case "ledger" -> LEDGER_CONNECTIONS;
      case "sealed" -> SEALED_CONNECTIONS;
      default -> REPOSITORY_CONNECTIONS;
    };
  }

  private static HikariDataSource pool(
      DatabaseAddress admin, String room, Optional<DatabaseAddress> own, Secrets secrets)
      throws IOException {
    String role = Installation.role(room);
    DatabaseAddress address = own.isPresent() ? own.get() : admin.as(role, secrets.of(role));
    HikariConfig config = new HikariConfig();
    config.setPoolName(room);
    config.setJdbcUrl(address.url());
    address.user().ifPresent(config::setUsername);
    address.password().ifPresent(config::setPassword);
    config.addDataSourceProperty("ApplicationName", "ridgeline " + room);
    config.addDataSourceProperty("currentSchema", room);
    config.setMaximumPoolSize(connections(room));
    config.setMinimumIdle(1);
    config.setConnectionTimeout(CONNECT_TIMEOUT_MS);
    // A repository on a server that is away must not keep the others from starting.
    config.setInitializationFailTimeout(-1);
    return new HikariDataSource(config);
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

  public DataSource civil() {
    return pools.get("civil");
  }

  public DataSource ledger() {
    return pools.get("ledger");
  }

  public DataSource casework() {
    return pools.get("casework");
  }

  public DataSource oversight() {
    return pools.get("oversight");
  }

  /// Of the role that alone reads sealed demographics.
  public DataSource sealed() {
    return pools.get("sealed");
  }

  @Override
  public void close() {
    pools.values().forEach(HikariDataSource::close);
  }
}

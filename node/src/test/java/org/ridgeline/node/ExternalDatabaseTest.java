package org.ridgeline.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertPathValidatorException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What holds where the database is somebody else's server.
class ExternalDatabaseTest {
  private static final String[] ROOMS = {
    "exchange", "criminal", "immigration", "civil", "ledger", "casework", "oversight", "sealed"
  };

  @TempDir private static Path place;
  private static ExternalServer server;

  @TempDir private Path temp;

  @BeforeAll
  static void start() throws IOException {
    server = ExternalServer.in(place.resolve("server"));
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  /// As a server that has never seen a Ridgeline.
  @BeforeEach
  void empty() throws SQLException {
    for (String room : ROOMS) {
      server.execute("drop schema if exists " + room + " cascade");
      server.execute("drop role if exists ridgeline_" + room);
    }
    server.execute("drop database if exists other with (force)");
  }

  private static Settings settings(Path folder, String url) throws IOException {
    return Settings.of(
        folder,
        Optional.of(url),
        Map.of(
            "RIDGELINE_DB_USER",
            ManagedPostgres.ADMIN,
            "RIDGELINE_DB_PASSWORD",
            ExternalServer.PASSWORD));
  }

  private DataFolder serve(String folder, String url) throws IOException {
    return DataFolder.serve(temp.resolve(folder), settings(temp.resolve(folder), url));
  }

  private static String who(DataSource room) throws SQLException {
    try (var connection = room.getConnection();
        var sql = connection.createStatement();
        var row = sql.executeQuery("select current_user || '/' || current_schema")) {
      row.next();
      return row.getString(1);
    }
  }

  @Test
  void everyRoomConnectsByTheParametersOfTheUrl() throws Exception {
    TestAuthority ours = TestAuthority.in(temp.resolve("ours"));
    TestAuthority others = TestAuthority.in(temp.resolve("others"));
    try (ExternalServer secure = ExternalServer.in(temp.resolve("secure"))) {
      secure.showOnly(ours);
      String url =
          secure.url("postgres").replace("127.0.0.1", "127.0.0.1:1,127.0.0.1")
              + "?sslmode=verify-full&targetServerType=primary&sslrootcert="
              + ours.root();
      try (DataFolder folder = serve("a", url)) {
        assertThat(who(folder.databases().casework())).isEqualTo("ridgeline_casework/casework");

        // Somebody in between, with a certificate of an authority that is not ours.
        secure.showOnly(others);
        folder
            .databases()
            .casework()
            .unwrap(HikariDataSource.class)
            .getHikariPoolMXBean()
            .softEvictConnections();
        assertThatThrownBy(() -> who(folder.databases().casework()))
            .hasRootCauseInstanceOf(CertPathValidatorException.class);
      }
    }
  }

  @Test
  void aSecondFolderChangesNothingOfTheFirst() throws Exception {
    try (DataFolder first = serve("a", server.url("postgres"))) {
      assertThat(who(first.databases().exchange())).isEqualTo("ridgeline_exchange/exchange");
    }
    String before = passwords();
    assertThatThrownBy(() -> serve("b", server.url("postgres")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("belongs to installation")
        .hasMessageContaining("nothing was changed");
    assertThat(passwords()).isEqualTo(before);
    try (DataFolder first = serve("a", server.url("postgres"))) {
      assertThat(who(first.databases().exchange())).isEqualTo("ridgeline_exchange/exchange");
    }
  }

  /// Roles are the whole server's: another database of it is no way round.
  @Test
  void norInAnotherDatabaseOfTheSameServer() throws Exception {
    serve("a", server.url("postgres")).close();
    server.execute("create database other");
    String before = passwords();
    assertThatThrownBy(() -> serve("b", server.url("other"))).isInstanceOf(IOException.class);
    assertThat(passwords()).isEqualTo(before);
  }

  /// Versions before this one set no mark on their roles.
  @Test
  void aRoleWithoutAMarkIsOursOnlyWhereOurPasswordOpens() throws Exception {
    serve("a", server.url("postgres")).close();
    for (String room : ROOMS) {
      server.execute("comment on role ridgeline_" + room + " is null");
    }
    assertThatThrownBy(() -> serve("b", server.url("postgres")))
        .hasMessageContaining("belongs to another installation");
    try (DataFolder first = serve("a", server.url("postgres"))) {
      assertThat(who(first.databases().ledger())).isEqualTo("ridgeline_ledger/ledger");
    }
  }

  /// Versions before the civil repository had neither its role nor its schema nor its password.
  @Test
  void aRoomAddedSinceIsThereAfterTheNextStart() throws Exception {
    serve("a", server.url("postgres")).close();
    String installation = Secrets.in(temp.resolve("a")).installation();
    server.execute("drop schema civil");
    server.execute("drop role ridgeline_civil");
    Path secrets = temp.resolve("a/secrets.properties");
    List<String> lines = new ArrayList<>(Files.readAllLines(secrets));
    assertThat(lines.removeIf(line -> line.startsWith("ridgeline_civil="))).isTrue();
    Files.write(secrets, lines);
    DatabaseAddress admin =
        settings(temp.resolve("a"), server.url("postgres")).external().orElseThrow();
    assertThat(Databases.isReady(admin)).as("a command waits for the owner's start").isFalse();

    try (DataFolder folder = serve("a", server.url("postgres"))) {
      assertThat(who(folder.databases().civil())).isEqualTo("ridgeline_civil/civil");
      assertThat(who(folder.databases().criminal())).isEqualTo("ridgeline_criminal/criminal");
      assertThat(Databases.isReady(admin)).isTrue();
    }
    assertThat(
            server.text(
                "select shobj_description(oid, 'pg_authid') from pg_roles"
                    + " where rolname = 'ridgeline_civil'"))
        .isEqualTo("Ridgeline installation " + installation);
  }

  @Test
  void whoLostTheFolderMayTakeItsDatabaseOver() throws Exception {
    serve("a", server.url("postgres")).close();
    Path next = Files.createDirectories(temp.resolve("b"));
    Files.writeString(
        next.resolve("secrets.properties"),
        "installation=" + Secrets.in(temp.resolve("a")).installation() + "\n");
    try (DataFolder folder = serve("b", server.url("postgres"))) {
      assertThat(who(folder.databases().criminal())).isEqualTo("ridgeline_criminal/criminal");
    }
  }

  /// Two copies of one folder, as a restored backup and what it was made of.
  @Test
  void twoCopiesOfOneFolderDoNotWorkAtOnce() throws Exception {
    serve("a", server.url("postgres")).close();
    Files.createDirectories(temp.resolve("copy"));
    Files.copy(temp.resolve("a/secrets.properties"), temp.resolve("copy/secrets.properties"));
    DatabaseAddress admin =
        settings(temp.resolve("copy"), server.url("postgres")).external().orElseThrow();
    try (DataFolder _ = serve("a", server.url("postgres"))) {
      assertThatThrownBy(() -> Lease.take(admin, Duration.ZERO, _ -> {}))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("another process works from")
          .hasMessageContaining("ridgeline lease " + ProcessHandle.current().pid());
    }
    try (Lease lease = Lease.take(admin, Duration.ZERO, _ -> {})) {
      assertThat(lease.isAway()).isFalse();
    }
  }

  @Test
  void whoeverLosesTheLeaseToAnotherIsTold() throws Exception {
    CompletableFuture<String> told = new CompletableFuture<>();
    try (DataFolder folder = serve("a", server.url("postgres"))) {
      folder.whenTakenOver(told::complete);
      try (var other =
              settings(temp.resolve("a"), server.url("postgres"))
                  .external()
                  .orElseThrow()
                  .connect("usurper");
          var sql = other.createStatement()) {
        // The first one's connection is cut, and somebody else is faster.
        sql.execute(
            "select pg_terminate_backend(pid, 5000) from pg_stat_activity"
                + " where application_name like 'ridgeline lease %'");
        sql.execute("select pg_advisory_lock(7235418820417)");
        assertThat(told.get(60, TimeUnit.SECONDS)).contains("another process works from");
      }
    }
  }

  @Test
  void noPasswordStandsInTheServersLog() throws Exception {
    server.execute("alter system set log_statement = 'all'");
    server.execute("select pg_reload_conf()");
    serve("a", server.url("postgres")).close();
    server.execute("alter system reset log_statement");
    server.execute("select pg_reload_conf()");
    String secret = Secrets.in(temp.resolve("a")).of("ridgeline_exchange");
    assertThat(server.log().toLowerCase(Locale.ROOT)).contains("ridgeline_exchange");
    assertThat(server.log()).contains("SCRAM-SHA-256").doesNotContain(secret);
  }

  private static String passwords() throws SQLException {
    return server.text(
        "select string_agg(rolpassword, ' ' order by rolname) from pg_authid"
            + " where rolname like 'ridgeline_%'");
  }
}

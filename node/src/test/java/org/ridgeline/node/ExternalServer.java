package org.ridgeline.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// A PostgreSQL that is not managed by the folder under test: another process, another owner.
final class ExternalServer implements AutoCloseable {
  static final String PASSWORD = "s3cret/?&=x";

  private final Path folder;
  private final ManagedPostgres server;
  private final int port;

  private ExternalServer(Path folder, ManagedPostgres server, int port) {
    this.folder = folder;
    this.server = server;
    this.port = port;
  }

  static ExternalServer in(Path folder) throws IOException {
    ManagedPostgres server = ManagedPostgres.in(folder, PASSWORD);
    return new ExternalServer(folder, server, server.start());
  }

  /// Takes connections by TLS only from now on, with a certificate of the authority.
  void showOnly(TestAuthority authority) throws IOException, SQLException {
    for (var file : new Path[] {authority.certificate(), authority.key()}) {
      Files.copy(
          file,
          folder.resolve(file.getFileName()),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.COPY_ATTRIBUTES);
    }
    Files.writeString(
        folder.resolve("pg_hba.conf"), "hostssl all all 127.0.0.1/32 scram-sha-256\n");
    execute("alter system set ssl = on");
    execute("select pg_reload_conf()");
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", ManagedPostgres.ADMIN, PASSWORD);
  }

  void execute(String statement) throws SQLException {
    try (Connection connection = connect();
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  String text(String query) throws SQLException {
    try (Connection connection = connect();
        Statement sql = connection.createStatement();
        ResultSet row = sql.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  /// Without user and password.
  String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  String log() throws IOException {
    return Files.readString(folder.resolve("server.log"));
  }

  @Override
  public void close() throws IOException {
    server.stop();
  }
}

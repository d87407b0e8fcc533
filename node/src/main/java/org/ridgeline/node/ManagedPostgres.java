package org.ridgeline.node;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A real PostgreSQL server of our own, in a folder: loopback only, password for every role, fsync
/// on.
///
/// The server is a process of its own and outlives a killed Ridgeline. The next start finds it by
/// its `postmaster.pid` and goes on with it, or starts it anew where it has died too.
public final class ManagedPostgres {
  /// The role that owns the server.
  public static final String ADMIN = "ridgeline_admin";

  private static final int START_SECONDS = 120;
  private static final int START_ATTEMPTS = 20;
  private static final String SETTINGS =
      """

      # Ridgeline: power-safe, loopback only.
      listen_addresses = '127.0.0.1'
      unix_socket_directories = ''
      password_encryption = 'scram-sha-256'
      fsync = on
      synchronous_commit = on
      full_page_writes = on
      max_connections = 80
      shared_buffers = '128MB'
      max_wal_size = '1GB'
      timezone = 'UTC'
      log_min_messages = 'warning'
      """;

  private final Path cluster;
  private final Path binaries;

  private ManagedPostgres(Path cluster, Path binaries) {
    this.cluster = cluster;
    this.binaries = binaries;
  }

  /// The server of a folder, created where there is none yet.
  public static ManagedPostgres in(Path folder, String adminPassword) throws IOException {
    ManagedPostgres server = new ManagedPostgres(folder, PostgresBinaries.folder());
    if (!Files.exists(folder.resolve("PG_VERSION"))) {
      server.create(adminPassword);
    }
    return server;
  }

  private void create(String adminPassword) throws IOException {
    Path password = Files.createTempFile("ridgeline", ".pw");
    try {
      Files.writeString(password, adminPassword);
      run(
          "initdb",
          "-D",
          cluster.toString(),
          "-U",
          ADMIN,
          "-A",
          "scram-sha-256",
          "--pwfile=" + password,
          "-E",
          "UTF8",
          "--locale=C",
          "--no-instructions");
    } finally {
      Files.delete(password);
    }
    Path conf = cluster.resolve("postgresql.conf");
    Files.writeString(conf, Files.readString(conf) + SETTINGS);
  }

  /// Starts the server, or goes on with the one that runs; gives its port.
  ///
  /// After a kill the old server's children may hold its shared memory for a moment, and a free
  /// port may be taken by another: a start that fails is tried again.
  public int start() throws IOException {
    return start(0);
  }

  /// The same on a port of the caller's; 0 for a free one.
  int start(int port) throws IOException {
    for (int attempt = 1; ; attempt++) {
      Optional<Integer> running = runningPort();
      if (running.isPresent()) {
        return running.get();
      }
      try {
        return startOn(port == 0 ? freePort() : port);
      } catch (IOException e) {
        if (attempt == START_ATTEMPTS) {
          throw e;
        }
        pause();
      }
    }
  }

  private int startOn(int port) throws IOException {
    run(
        "pg_ctl",
        "-D",
        cluster.toString(),
        "-w",
        "-t",
        String.valueOf(START_SECONDS),
        "-l",
        cluster.resolve("server.log").toString(),
        "-o",
        "-p " + port,
        "start");
    return port;
  }

  private static void pause() {
    try {
      Thread.sleep(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Whether the server's process lives; cheap, and nothing the server notices.
  boolean isAlive() {
    try {
      String pid = Files.readAllLines(pidFile()).getFirst().strip();
      String stat = Files.readString(Path.of("/proc", pid, "stat"));
      // The state follows the name, which may hold anything; Z is dead and not yet buried.
      return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
    } catch (IOException | NoSuchElementException | IndexOutOfBoundsException e) {
      return false;
    }
  }

  private Path pidFile() {
    return cluster.resolve("postmaster.pid");
  }

  /// The port of the server that runs on this folder; empty where none does.
  Optional<Integer> runningPort() throws IOException {
    return runningPort(cluster, binaries);
  }

  private static Optional<Integer> runningPort(Path cluster, Path binaries) throws IOException {
    Path pidFile = cluster.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    List<String> status =
        command(binaries.resolve("bin/pg_ctl").toString(), "-D", cluster.toString(), "status");
    if (execute(status).exitCode() != 0) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(pidFile);
    // Line 4 is the port, line 8 says "ready" once the server takes connections.
    boolean ready = lines.size() >= 8 && lines.get(7).strip().equals("ready");
    return ready
        ? Optional.of(Integer.parseInt(lines.get(3).strip())).filter(ManagedPostgres::accepts)
        : Optional.empty();
  }

  /// A server that was killed leaves its file, and for a moment its process number: whether it runs
  /// is whether it takes a connection.
  private static boolean accepts(int port) {
    try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /// The port of the server on a folder that another process has created and started.
  static Optional<Integer> portOf(Path folder) throws IOException {
    return Files.exists(folder.resolve("PG_VERSION"))
        ? runningPort(folder, PostgresBinaries.folder())
        : Optional.empty();
  }

  /// Stops the server; what was committed is on disk.
  public void stop() throws IOException {
    if (Files.exists(pidFile())) {
      run("pg_ctl", "-D", cluster.toString(), "-m", "fast", "-w", "-t", "60", "stop");
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void run(String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(binaries.resolve("bin").resolve(program).toString());
    command.addAll(List.of(arguments));
    Result result = execute(command(command.toArray(String[]::new)));
    if (result.exitCode() != 0) {
      throw new IOException(
          program
              + " failed ("
              + result.exitCode()
              + "): "
              + result.output().strip()
              + ", see "
              + cluster.resolve("server.log"));
    }
  }

  /// PostgreSQL refuses to run as root. In a user namespace without a mapping it sees itself as
  /// nobody, while the kernel still lets it use root's files.
  private static List<String> command(String... command) {
    List<String> all = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      all.addAll(List.of("unshare", "-U"));
    }
    all.addAll(List.of(command));
    return all;
  }

  private record Result(int exitCode, String output) {}

  /// Output goes through a file: the server that pg_ctl starts inherits it and would keep a pipe
  /// open for ever.
  private static Result execute(List<String> command) throws IOException {
    Path output = Files.createTempFile("ridgeline", ".out");
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().put("LC_ALL", "C");
      builder.redirectErrorStream(true).redirectOutput(output.toFile());
      builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
      Process process = builder.start();
      if (!process.waitFor(START_SECONDS + 30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException(String.join(" ", command) + " does not end");
      }
      return new Result(
          process.exitValue(), new String(Files.readAllBytes(output), StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while running " + command.getFirst(), e);
    } finally {
      Files.deleteIfExists(output);
    }
  }
}

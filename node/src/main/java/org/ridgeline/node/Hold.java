package org.ridgeline.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// What a process holds of its database: a managed server that it keeps running, a lease on
/// external ones, or nothing where another process does.
/// - **Shape** `admin` who may create roles there
final class Hold {
  private static final Logger LOG = System.getLogger(Hold.class.getName());

  /// A killed process's connection is gone in a moment, one behind a dead network is not.
  private static final Duration LEASE_WAIT = Duration.ofSeconds(20);

  private final DatabaseAddress admin;
  private final List<BooleanSupplier> away = new ArrayList<>();
  private final List<AutoCloseable> held = new ArrayList<>();
  private volatile Consumer<String> told =
      why -> LOG.log(Level.ERROR, why + "; this process must be stopped");

  private Hold(DatabaseAddress admin) {
    this.admin = admin;
  }

  /// Nothing: another process holds it.
  static Hold none(DatabaseAddress admin) {
    return new Hold(admin);
  }

  /// The server of a folder, started and kept running until closed.
  static Hold ofManaged(Path folder, Secrets secrets) throws IOException {
    ManagedPostgres server = ManagedPostgres.in(folder, secrets.of(ManagedPostgres.ADMIN));
    int port = server.start();
    Hold hold = new Hold(Databases.managed(port, "postgres", secrets));
    PostgresWatch watch = PostgresWatch.of(server, port);
    hold.away.add(watch::isAway);
    hold.held.add(watch);
    hold.held.add(server::stop);
    return hold;
  }

  /// A lease on each external database.
  static Hold ofExternal(DatabaseAddress admin) throws IOException {
    Hold hold = new Hold(admin);
    try {
      hold.lease(admin);
      return hold;
    } catch (IOException | RuntimeException e) {
      hold.close();
      throw e;
    }
  }

  private void lease(DatabaseAddress address) throws IOException {
    Lease lease = Lease.take(address, LEASE_WAIT, why -> told.accept(why));
    away.add(lease::isAway);
    held.add(lease);
  }

  DatabaseAddress admin() {
    return admin;
  }

  boolean isAway() {
    return away.stream().anyMatch(BooleanSupplier::getAsBoolean);
  }

  void whenTakenOver(Consumer<String> listener) {
    told = listener;
  }

  void close() throws IOException {
    try {
      for (AutoCloseable one : held) {
        one.close();
      }
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new UncheckedIOException(new IOException("letting the database go", e));
    }
  }
}

package org.ridgeline.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.ridgeline.exchange.identify.Repositories;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.ledger.Action;
import org.ridgeline.ledger.Ledger;
import org.ridgeline.ledger.LedgerEntry;
import org.ridgeline.ledger.Subject;
import org.ridgeline.node.DataFolder;
import org.ridgeline.node.DatabaseAddress;
import org.ridgeline.node.trace.Sweep;
import org.ridgeline.repository.amend.Amendment;
import org.ridgeline.repository.amend.AmendmentDesk;
import org.ridgeline.repository.amend.Amendments;
import org.ridgeline.repository.amend.Erased;
import org.ridgeline.repository.amend.Unswept;

/// What follows an erasure, on somebody's word or by age: others are told, galleries overwrite,
/// databases give up what deleted rows left in their files. Done again, it changes nothing; what
/// failed is tried again.
public final class ErasureSweep {
  private static final Logger LOG = System.getLogger(ErasureSweep.class.getName());

  /// Written anew in about a minute.
  private static final long AT_ONCE_BYTES_MAX = 2L << 30;

  private final DataFolder folder;
  private final Supplier<Repositories> repositories;
  private final AmendmentDesk desk;
  private final List<Erased> listeners;
  private final Ledger ledger;

  /// - **Shape** `listeners`: who keep something of persons elsewhere
  ErasureSweep(
      DataFolder folder,
      Supplier<Repositories> repositories,
      AmendmentDesk desk,
      List<Erased> listeners,
      Ledger ledger) {
    this.folder = folder;
    this.repositories = repositories;
    this.desk = desk;
    this.listeners = List.copyOf(listeners);
    this.ledger = ledger;
  }

  /// What a server does by itself: sweeps if an erasure waits for it. Galleries are overwritten at
  /// once; tables too large to be held for the time it takes wait for somebody to command it.
  void ifDue() {
    desk.recordApplied();
    var due = desk.notSwept();
    if (due.values().stream().allMatch(Unswept::isEmpty)) {
      return;
    }
    try {
      overwriteGalleries();
      long bytes = 0;
      for (DataSource schema : swept().values()) {
        bytes += Sweep.bytes(schema);
      }
      if (bytes <= AT_ONCE_BYTES_MAX) {
        now();
      } else {
        LOG.log(
            Level.WARNING,
            "an erasure left bytes in database files; tables of "
                + bytes
                + " bytes are not written anew by themselves: run `repository sweep` at night");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException("the sweep after an erasure: " + e.getMessage(), e);
    }
  }

  /// Sweeps all schemas, whether or not an erasure is known: rows may have been deleted by a purge,
  /// or by hand. Beside a server the gallery is that one's to overwrite: it notes the erasure as
  /// swept itself.
  public synchronized void now() throws IOException, SQLException {
    boolean isBeside = folder.servedAt().isPresent();
    Map<Amendments, Unswept> due = isBeside ? Map.of() : desk.notSwept();
    due.forEach((amendments, erasures) -> tell(amendments.repository(), erasures));
    if (!isBeside) {
      overwriteGalleries();
    }
    for (var schema : swept().entrySet()) {
      sweep(schema.getKey(), schema.getValue());
    }
    Optional<DatabaseAddress> server = folder.managedAddress();
    if (server.isPresent()) {
      Sweep.server(server.get().whole());
    }
    ledger.append(
        new LedgerEntry(
            "repository",
            "SYSTEM",
            "erasure",
            Action.Known.REPOSITORY_SWEEP,
            Subject.Kind.REPOSITORY.of("all"),
            Map.of("server", server.isPresent() ? "managed" : "external")));
    due.forEach(Amendments::swept);
  }

  private void overwriteGalleries() {
    for (RepositoryName name : RepositoryName.values()) {
      repositories.get().of(name).catchUp();
    }
  }

  /// The ledger deletes nothing.
  private Map<String, DataSource> swept() {
    Map<String, DataSource> schemas = ErasureProof.schemas(folder.databases());
    schemas.remove("ledger");
    return schemas;
  }

  private void tell(String repository, Unswept erasures) {
    for (Amendment.Touched touched : erasures.touched()) {
      for (Erased listener : listeners) {
        listener.erased(repository, touched.persons(), touched.encounters());
      }
    }
  }

  private static void sweep(String schema, DataSource data) throws SQLException {
    long began = System.nanoTime();
    Sweep.tables(data);
    LOG.log(Level.INFO, "swept %s in %.1f s".formatted(schema, (System.nanoTime() - began) / 1e9));
  }
}

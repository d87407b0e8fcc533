package org.ridgeline.node.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.ridgeline.node.DataFolder;
import org.ridgeline.node.backup.ContentOutput.Kind;
import org.ridgeline.node.backup.TableStore.Columns;

/// Makes a backup of a data folder, whether or not a server runs on it.
/// - **Shape** `facts` what rooms say of the moment, by the schema that they read
public record BackupMaker(
    DataFolder folder, String software, Map<String, Snapshot.Facts> facts, Clock clock) {
  /// What is asked for.
  /// - **Shape** `to` the folder, made where it is not there; `key` empty for a backup that is not
  ///   encrypted; `takesOpeningKey` whether the key of sealed demographics goes along
  public record Order(Path to, Optional<BackupKey> key, boolean takesOpeningKey) {}

  /// What was made.
  /// - **Shape** `whole` size and digest of the file
  public record Made(Path file, Manifest manifest, Sum whole) {}

  /// Does something while nobody signs the ledger, so that rows and files say the same.
  public interface Still {
    /// Does it, and gives what it gave.
    <T> T during(Callable<T> deed) throws Exception;
  }

  /// Told how many of all tables are written.
  public interface Progress {
    /// So many of so many.
    void at(long done, long all);
  }

  private record Begun(Snapshot snapshot, KeptFiles files, Instant at) {}

  public BackupMaker {
    facts = Map.copyOf(facts);
  }

  /// Makes one; when this returns it is on the disk under its name.
  /// - **Error** no database, no room: IOException, and nothing is left
  public Made make(String name, Order order, Still still, Progress progress) throws IOException {
    return make(name, order, still, progress, UnaryOperator.identity());
  }

  Made make(
      String name, Order order, Still still, Progress progress, UnaryOperator<OutputStream> through)
      throws IOException {
    Instant began = clock.instant();
    if (!Files.isDirectory(order.to())) {
      Files.createDirectories(
          order.to(),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    Path file = order.to().resolve(name);
    Begun begun = begin(order, still);
    try (Snapshot _ = begun.snapshot()) {
      List<Manifest> written = new ArrayList<>();
      Sum whole =
          BackupFile.write(
              file, order.key(), out -> written.add(write(out, begun, began, progress)), through);
      return new Made(file, written.getFirst(), whole);
    } catch (SQLException e) {
      throw new IOException("reading the database: " + e.getMessage(), e);
    }
  }

  private Begun begin(Order order, Still still) throws IOException {
    try {
      return still.during(() -> {
        Snapshot snapshot = Snapshot.open(folder.servers());
        try {
          return new Begun(
              snapshot,
              KeptFiles.in(folder.root(), order.key().isPresent(), order.takesOpeningKey()),
              clock.instant());
        } catch (IOException | RuntimeException e) {
          snapshot.close();
          throw e;
        }
      });
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("beginning a backup: " + e.getMessage(), e);
    }
  }

  private Manifest write(ContentOutput out, Begun begun, Instant began, Progress progress)
      throws IOException {
    try {
      List<Manifest.Kept> files = new ArrayList<>();
      for (KeptFiles.Kept one : begun.files().kept()) {
        file(out, one).ifPresent(files::add);
      }
      Snapshot snapshot = begun.snapshot();
      List<Manifest.Table> tables = new ArrayList<>();
      List<Columns> all = snapshot.tables();
      for (Columns one : all) {
        tables.add(table(out, snapshot, one));
        progress.at(tables.size(), all.size());
      }
      SortedMap<String, String> said = new TreeMap<>();
      for (var one : facts.entrySet()) {
        said.putAll(snapshot.facts(one.getKey(), one.getValue()));
      }
      Manifest manifest =
          new Manifest(
              software,
              new Manifest.Taken(began, begun.at(), clock.instant()),
              snapshot.versions(),
              tables,
              snapshot.sequences(),
              files,
              said,
              begun.files().withheld());
      byte[] json = manifest.json();
      if (json.length > Limits.MANIFEST_BYTES_MAX) {
        throw new IOException("manifest bytes=" + json.length);
      }
      out.write(Kind.MANIFEST, "manifest", to -> to.write(json));
      return manifest;
    } catch (SQLException e) {
      throw new IOException("reading the database: " + e.getMessage(), e);
    }
  }

  private static Optional<Manifest.Kept> file(ContentOutput out, KeptFiles.Kept one)
      throws IOException {
    Optional<InputStream> open = one.open();
    if (open.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = open.get()) {
      Sum sum = out.write(Kind.FILE, one.name(), to -> one.copy(in, to));
      return Optional.of(new Manifest.Kept(one.name(), sum.bytes(), sum.sha256()));
    }
  }

  private static Manifest.Table table(ContentOutput out, Snapshot snapshot, Columns table)
      throws IOException {
    long[] rows = new long[1];
    Sum sum =
        out.write(
            Kind.TABLE,
            table.full(),
            to -> {
              try {
                rows[0] = snapshot.copy(table, to);
              } catch (SQLException e) {
                throw new IOException("reading " + table.full() + ": " + e.getMessage(), e);
              }
            });
    return new Manifest.Table(
        table.schema(), table.name(), table.columns(), rows[0], sum.bytes(), sum.sha256());
  }
}

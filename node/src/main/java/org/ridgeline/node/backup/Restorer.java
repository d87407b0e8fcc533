package org.ridgeline.node.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.ridgeline.node.DataFolder;
import org.ridgeline.node.DatabaseAddress;
import org.ridgeline.node.Settings;
import org.ridgeline.node.backup.ContentOutput.Kind;

/// Puts what a backup holds into an empty folder, and into a database that holds no installation.
/// - **Shape** `read` what [Backup#check] gave of the same file
public record Restorer(Backup backup, Backup.Read read) {
  private static final Set<String> SINGLE =
      Set.of(KeptFiles.SETTINGS, DataFolder.SECRETS, "settings-stand");

  private static final Set<String> TREES = Set.of("ledger", "sealed", "inbound", "outbound");

  /// Brings the schemas of a database to the backup's versions.
  public interface Schemas {
    /// Makes each of these schemas at this version, and no other.
    void bring(DataFolder folder, Map<String, String> versions) throws IOException;
  }

  /// How it is done.
  /// - **Shape** `dbUrl` of an external server; `keepsSettings` false for a folder that is only
  ///   looked at; `ahead` how far sequences jump
  public record Way(
      Optional<String> dbUrl, boolean keepsSettings, Map<String, Long> ahead, Schemas schemas) {}

  /// Restores; the folder is in use by this process then.
  /// - **Error** a folder that is not empty, a database that holds something: IOException, and what
  ///   was begun in the folder is gone
  public DataFolder into(Path root, Way way, LongConsumer progress) throws IOException {
    DataFolder.beginRestore(root);
    Optional<DataFolder> folder = Optional.empty();
    try {
      files(root, way);
      Settings settings = new Settings(root.resolve(KeptFiles.SETTINGS), database(root, way));
      folder = Optional.of(DataFolder.restore(root, settings));
      rows(folder.get(), way, progress);
      return folder.get();
    } catch (IOException | RuntimeException e) {
      if (folder.isPresent()) {
        folder.get().close();
      }
      discard(root);
      throw e;
    }
  }

  /// What leads into the one database that all schemas go to: as given, or by the environment; the
  /// settings restored have nothing of the kind.
  private static Map<String, String> database(Path root, Way way) throws IOException {
    Map<String, String> database = new HashMap<>();
    if (way.keepsSettings()) {
      database.putAll(Settings.of(root, way.dbUrl()).values());
      database.keySet().removeIf(key -> !key.startsWith("db-"));
    }
    return database;
  }

  private void files(Path root, Way way) throws IOException {
    backup.read(
        thing -> {
          if (thing.kind() == Kind.FILE && isTaken(thing.name(), way)) {
            put(root, thing.name(), thing.bytes());
          }
        },
        _ -> {});
  }

  private static boolean isTaken(String name, Way way) {
    return way.keepsSettings()
        || !name.equals(KeptFiles.SETTINGS)
            && KeptFiles.DROPS.stream().noneMatch(folder -> name.startsWith(folder + "/"));
  }

  private static void put(Path root, String name, InputStream bytes) throws IOException {
    Path to = root.resolve(name).normalize();
    Path inside = root.relativize(to);
    boolean isKnown =
        SINGLE.contains(name)
            || inside.getNameCount() > 1 && TREES.contains(inside.getName(0).toString());
    if (!to.startsWith(root) || !inside.toString().equals(name) || !isKnown) {
      throw new BadBackupException("it holds a file " + name);
    }
    folders(root, to.getParent());
    try (FileChannel out =
        FileChannel.open(
            to,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(modes(name))))) {
      bytes.transferTo(Channels.newOutputStream(out));
      out.force(true);
    }
  }

  /// What is published, and answers for an agency's group, are for others to read.
  private static String modes(String name) {
    if (name.matches("ledger/(public\\.key|checkpoints\\.log)")) {
      return "rw-r--r--";
    }
    return name.startsWith("outbound/") ? "rw-r-----" : "rw-------";
  }

  private static void folders(Path root, Path folder) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      folders(root, folder.getParent());
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
  }

  private void rows(DataFolder folder, Way way, LongConsumer progress) throws IOException {
    DatabaseAddress server = folder.servers().keySet().iterator().next();
    List<String> schemas = folder.servers().get(server);
    try {
      if (holdsAnything(server, schemas)) {
        throw new IOException("the database " + server + " holds something: give one without it");
      }
      way.schemas().bring(folder, read.manifest().schemas());
      try (Loading loading = Loading.begin(server, read.manifest())) {
        Backup.Read again =
            backup.read(
                thing -> {
                  if (thing.kind() == Kind.TABLE) {
                    loading.take(thing.name(), thing.bytes());
                  }
                },
                progress);
        if (!again.equals(read)) {
          throw new BadBackupException(backup.file() + " changed while it was read");
        }
        loading.commit(way.ahead());
      }
    } catch (SQLException e) {
      throw new IOException("loading the database: " + e.getMessage(), e);
    }
  }

  private static boolean holdsAnything(DatabaseAddress server, List<String> schemas)
      throws SQLException {
    try (var connection = server.connect("ridgeline restore")) {
      return !new TableStore(connection, schemas).tables().isEmpty();
    }
  }

  /// Tables that are other ones in a database than the backup says: rows as the database gives them
  /// now, digested.
  /// - **Error** before schemas were brought further up only
  public List<String> differences(DataFolder folder) throws IOException {
    List<String> found = new ArrayList<>();
    try (Snapshot snapshot = Snapshot.open(folder.servers())) {
      for (Manifest.Table table : read.manifest().tables()) {
        Summing summing = new Summing();
        long rows =
            snapshot.copy(
                new TableStore.Columns(table.schema(), table.name(), table.columns()),
                new OutputStream() {
                  @Override
                  public void write(int one) {
                    summing.add(new byte[] {(byte) one}, 1);
                  }

                  @Override
                  public void write(byte[] bytes, int from, int count) {
                    summing.add(bytes, from, count);
                  }
                });
        if (rows != table.rows()) {
          found.add(table.full() + ": " + rows + " rows, the backup has " + table.rows());
        } else if (!summing.sum().sha256().equals(table.sha256())) {
          found.add(table.full() + ": other rows than the backup has");
        }
      }
    } catch (SQLException e) {
      throw new IOException("reading the database: " + e.getMessage(), e);
    }
    return found;
  }

  /// Takes away a folder that a restore began, and what is in it.
  public static void discard(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        if (!path.equals(root) && !path.getFileName().toString().equals("lost+found")) {
          Files.deleteIfExists(path);
        }
      }
    }
  }
}

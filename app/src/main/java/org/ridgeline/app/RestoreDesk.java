package org.ridgeline.app;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.ridgeline.exchange.Administrator;
import org.ridgeline.exchange.submission.AcknowledgedStore;
import org.ridgeline.ledger.KeepingAction;
import org.ridgeline.ledger.Ledger;
import org.ridgeline.ledger.StillLedger;
import org.ridgeline.node.DataFolder;
import org.ridgeline.node.backup.Backup;
import org.ridgeline.node.backup.BadBackupException;
import org.ridgeline.node.backup.Manifest;
import org.ridgeline.node.backup.Restorer;
import org.ridgeline.node.backup.Restorer.Way;

/// Makes an installation of a backup, on record in its ledger.
public final class RestoreDesk {
  /// Control numbers that may have been given after the backup: none of them is given again.
  static final long CONTROLS_AHEAD = 1_000_000;

  private RestoreDesk() {}

  /// Restores into an empty folder: rows at the backup's own version, then schemas up to this one.
  /// - **Shape** `progress` is told bytes of the file, which is read three times
  /// - **Error** a damaged backup, or one of a newer version: [BadBackupException], before anything
  ///   is made; a folder that is not empty, no database, no room: IOException, and nothing is left
  ///   in the folder
  public static Backup.Read restore(
      Backup backup, Path data, Optional<String> dbUrl, LongConsumer progress) throws IOException {
    Backup.Read read = checked(backup, progress);
    Way way =
        new Way(
            dbUrl, true, Map.of(AcknowledgedStore.SEQUENCE, CONTROLS_AHEAD), RoomSchemas::bring);
    DataFolder folder = new Restorer(backup, read).into(data, way, progress);
    try {
      holds(folder, read.manifest());
      RoomSchemas.bringUp(folder);
      record(folder, backup, read);
      folder.restored();
    } catch (IOException | RuntimeException e) {
      folder.close();
      Restorer.discard(data);
      throw e;
    }
    folder.close();
    return read;
  }

  /// What a file holds, once it is known to be whole and of a version that this program knows.
  static Backup.Read checked(Backup backup, LongConsumer progress) throws IOException {
    Backup.Read read = backup.check(progress);
    List<String> unknown = RoomSchemas.unknown(read.manifest().schemas());
    if (!unknown.isEmpty()) {
      throw new BadBackupException(
          backup.file()
              + " was made by a newer version ("
              + read.manifest().software()
              + "): schemas "
              + String.join(", ", unknown)
              + ". Restore it with that version");
    }
    return read;
  }

  /// The ledger's end is the one that the backup says.
  private static void holds(DataFolder folder, Manifest manifest) throws IOException {
    try (Connection connection = folder.databases().ledger().getConnection()) {
      for (var said : StillLedger.head(connection).entrySet()) {
        if (!said.getValue().equals(manifest.facts().get(said.getKey()))) {
          throw new BadBackupException(said.getKey() + " is not the one of its manifest");
        }
      }
    } catch (SQLException e) {
      throw new IOException("reading the ledger: " + e.getMessage(), e);
    }
  }

  private static void record(DataFolder folder, Backup backup, Backup.Read read) {
    Map<String, String> detail = new TreeMap<>();
    detail.put("from", Administrator.local().from());
    detail.put("file", BackupDesk.shown(backup.file()));
    detail.put("sha256", read.whole().sha256());
    detail.put("snapshot", read.manifest().taken().snapshot().toString());
    detail.put("entries", read.manifest().facts().getOrDefault("ledger.entries", "0"));
    detail.put("software", read.manifest().software());
    String name = String.valueOf(backup.file().getFileName());
    new Ledger(folder.databases().exchange())
        .append(BackupDesk.entry(KeepingAction.BACKUP_RESTORE, name, detail));
  }
}

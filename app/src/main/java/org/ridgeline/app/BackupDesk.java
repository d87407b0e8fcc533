package org.ridgeline.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.ridgeline.exchange.Administrator;
import org.ridgeline.exchange.submission.AcknowledgedStore;
import org.ridgeline.ledger.KeepingAction;
import org.ridgeline.ledger.Ledger;
import org.ridgeline.ledger.LedgerEntry;
import org.ridgeline.ledger.StillLedger;
import org.ridgeline.ledger.Subject;
import org.ridgeline.ledger.Writer;
import org.ridgeline.node.DataFolder;
import org.ridgeline.node.Secrets;
import org.ridgeline.node.backup.BackupFile;
import org.ridgeline.node.backup.BackupKey;
import org.ridgeline.node.backup.BackupMaker;
import org.ridgeline.node.backup.BackupMaker.Made;
import org.ridgeline.node.backup.BackupMaker.Order;
import org.ridgeline.node.backup.BackupMaker.Progress;
import org.ridgeline.node.backup.Snapshot;

/// Makes backups, on record: before the first byte is read, and when the file is whole.
public final class BackupDesk {
  private static final int PLACE_CHARS_MAX = 500;

  private final DataFolder folder;
  private final Ledger ledger;
  private final StillLedger still;
  private final Clock clock;

  BackupDesk(DataFolder folder, Ledger ledger, StillLedger still, Clock clock) {
    this.folder = folder;
    this.ledger = ledger;
    this.still = still;
    this.clock = clock;
  }

  /// Makes one.
  /// - **Error** no database, no room: IOException, and no backup is there
  public Made make(Order order, Progress progress) throws IOException {
    Instant now = clock.instant();
    String name = BackupFile.name(now);
    append(KeepingAction.BACKUP_START, name, detail(order));
    try {
      BackupMaker maker = new BackupMaker(folder, Server.VERSION, facts(), clock);
      Made made = maker.make(name, order, still::during, progress);
      append(KeepingAction.BACKUP_END, name, detail(order, made));
      return made;
    } catch (IOException | RuntimeException e) {
      failed(name, order, e);
      throw e;
    }
  }

  /// Where not even that can be written, the first trouble is the one that is told.
  private void failed(String name, Order order, Exception why) {
    try {
      append(KeepingAction.BACKUP_FAIL, name, detail(order));
    } catch (RuntimeException e) {
      why.addSuppressed(e);
    }
  }

  private Map<String, Snapshot.Facts> facts() {
    Map<String, Snapshot.Facts> facts = new LinkedHashMap<>();
    facts.put("ledger", StillLedger::head);
    facts.put(
        "exchange",
        connection -> {
          Map<String, String> said = new TreeMap<>(about());
          said.putAll(AcknowledgedStore.last(connection));
          return said;
        });
    return facts;
  }

  private Map<String, String> about() {
    try {
      return Map.of(
          "settings.digest",
          SettingsStand.digest(folder.settings().values()),
          "installation",
          Secrets.in(folder.root()).installation());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> detail(Order order) {
    Map<String, String> detail = new TreeMap<>();
    detail.put("from", Administrator.local().from());
    detail.put("to", shown(order.to()));
    detail.put("key", order.key().map(BackupKey::id).orElse("none, not encrypted"));
    detail.put("demographics-key", order.takesOpeningKey() ? "taken" : "not taken");
    return detail;
  }

  private static Map<String, String> detail(Order order, Made made) {
    Map<String, String> detail = detail(order);
    detail.put("sha256", made.whole().sha256());
    detail.put("bytes", String.valueOf(made.whole().bytes()));
    detail.put("rows", String.valueOf(made.manifest().rows()));
    made.manifest().fact("ledger.entries").ifPresent(n -> detail.put("entries", n));
    made.manifest().fact("ledger.hash").ifPresent(hash -> detail.put("hash", hash));
    return detail;
  }

  static String shown(Path path) {
    String text = path.toAbsolutePath().normalize().toString();
    return text.length() > PLACE_CHARS_MAX ? text.substring(0, PLACE_CHARS_MAX) : text;
  }

  private void append(KeepingAction action, String name, Map<String, String> detail) {
    ledger.append(entry(action, name, detail));
  }

  static LedgerEntry entry(KeepingAction action, String name, Map<String, String> detail) {
    return new LedgerEntry(
        Administrator.local().name(),
        Writer.ADMINISTRATOR.name(),
        "backup",
        action,
        Subject.Kind.BACKUP.of(name),
        detail);
  }
}

package org.ridgeline.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.ridgeline.ledger.ChainGuard.Look;
import org.ridgeline.ledger.Checkpoint.More;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Signs the chain's end now and then, and at the stop: a row, a line in `checkpoints.log`, and one
/// in a copy elsewhere where there is one. Before it signs it looks whether the chain goes on from
/// what was signed last; where it does not, nothing is signed until an administrator accepts what
/// was found.
public final class Checkpoints implements AutoCloseable {
  /// Name of the file of checkpoints in the ledger's folder.
  public static final String FILE = CheckpointFile.NAME;

  private static final Logger LOG = System.getLogger(Checkpoints.class.getName());

  /// Held by whoever signs.
  static final long LOCK = 7235418820418L;

  private static final int CODES_CHARS_MAX = 500;

  private final DataSource dataSource;
  private final JdbcClient jdbc;
  private final SigningKeys keys;
  private final CheckpointFile file;
  private final Optional<CheckpointFile> copy;
  private final ChainGuard guard;
  private final Clock clock;
  private volatile List<AuditFinding> findings = List.of();
  private volatile String copyTrouble = "";
  private boolean hasLooked;
  private Instant stoppedAt = Instant.MIN;

  /// - **Shape** `dataSource` of the schema's owner; `folder` with the key and the file
  /// - **Error** no key though something was signed, or one that others may read: IOException that
  ///   says what to do
  public Checkpoints(DataSource dataSource, Path folder, Clock clock) throws IOException {
    this(dataSource, folder, Optional.empty(), clock);
  }

  /// The same with a copy of the checkpoints file outside the folder.
  public Checkpoints(DataSource dataSource, Path folder, Optional<Path> copy, Clock clock)
      throws IOException {
    this(dataSource, folder, copy, clock, true);
  }

  private Checkpoints(
      DataSource dataSource, Path folder, Optional<Path> copy, Clock clock, boolean needsKey)
      throws IOException {
    this.dataSource = dataSource;
    jdbc = JdbcClient.create(dataSource);
    keys = new SigningKeys(folder);
    file = CheckpointFile.in(folder);
    this.copy = copy.map(CheckpointFile::new);
    guard = new ChainGuard(folder, this.copy);
    this.clock = clock;
    if (needsKey) {
      locked(connection -> keys.current(connection, now()));
    }
  }

  /// One whose key is missing or is not to be trusted any more: [#newKey] gives it another.
  public static Checkpoints withoutKey(
      DataSource dataSource, Path folder, Optional<Path> copy, Clock clock) throws IOException {
    return new Checkpoints(dataSource, folder, copy, clock, false);
  }

  /// The key that signs now, for receipts.
  /// - **Error** it cannot be read: UncheckedIOException
  public SigningKey signingKey() {
    try {
      return keys.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  /// What somebody does with the ledger while nobody else signs.
  private interface Deed<T> {
    T with(Connection connection) throws SQLException, IOException;
  }

  /// One process at a time: a command may sign beside the server.
  private synchronized <T> T locked(Deed<T> deed) throws IOException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      execute(connection, "select pg_advisory_lock(" + LOCK + ")");
      connection.commit();
      try {
        T done = deed.with(connection);
        connection.commit();
        return done;
      } finally {
        connection.rollback();
        execute(connection, "select pg_advisory_unlock(" + LOCK + ")");
        connection.commit();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("signing the ledger: " + e.getMessage(), e);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private <T> T unchecked(Deed<T> deed) {
    try {
      return locked(deed);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /// What was found when it was last looked at: while there is anything, nothing is signed.
  public List<AuditFinding> findings() {
    return findings;
  }

  /// Why the copy elsewhere could not be written the last time; empty where it was.
  public String copyTrouble() {
    return copyTrouble;
  }

  /// Signs where enough was written since the last time, or something was and it is long ago.
  public void signIfDue() {
    if (!hasLooked || isDue()) {
      sign();
    }
  }

  private boolean isDue() {
    if (!findings.isEmpty()) {
      return stoppedAt.plus(Limits.LOOK_AGAIN).isBefore(clock.instant());
    }
    long end = end();
    Optional<Checkpoint> last = CheckpointRows.last(jdbc);
    long signed = last.map(Checkpoint::number).orElse(0L);
    Instant since = last.map(Checkpoint::madeAt).orElse(Instant.EPOCH);
    boolean isOld = since.plus(Limits.CHECKPOINT_EVERY).isBefore(clock.instant());
    return end - signed >= Limits.CHECKPOINT_ENTRIES || end > signed && isOld;
  }

  private long end() {
    return jdbc.sql("select coalesce(max(number), 0) from ledger.link").query(Long.class).single();
  }

  /// All checkpoints in the database, oldest first.
  public static List<Checkpoint> all(DataSource dataSource) {
    return CheckpointRows.all(dataSource);
  }

  /// The newest in the database.
  public static Optional<Checkpoint> last(DataSource dataSource) {
    return CheckpointRows.last(JdbcClient.create(dataSource));
  }

  /// Signs the chain's end as it is now; empty where it is signed already, there is none, or
  /// something was found.
  public Optional<Checkpoint> sign() {
    return unchecked(connection -> {
      hasLooked = true;
      SigningKey key;
      try {
        key = keys.current(connection, now());
      } catch (IOException e) {
        publish(List.of(new AuditFinding(0, AuditFinding.Code.KEY_UNUSABLE, e.getMessage())));
        return Optional.empty();
      }
      Look look = guard.look(connection, key);
      publish(look.findings());
      if (!look.findings().isEmpty()) {
        return Optional.empty();
      }
      if (!look.isFiled()) {
        file.append(List.of(look.last().orElseThrow()));
      }
      int era = look.last().map(Checkpoint::era).orElse(1);
      boolean isSigned = look.end() == look.last().map(Checkpoint::number).orElse(0L);
      return isSigned ? Optional.empty() : Optional.of(signed(connection, key, look, era));
    });
  }

  /// Looks whether the chain goes on from what was signed last, and signs nothing.
  public List<AuditFinding> look() {
    return unchecked(connection -> {
      publish(guard.look(connection, keys.current(connection, now())).findings());
      return findings;
    });
  }

  private void publish(List<AuditFinding> now) {
    if (!now.equals(findings)) {
      now.forEach(one ->
          LOG.log(
              Level.ERROR,
              "the ledger is not signed any more: entry "
                  + one.number()
                  + " "
                  + one.code()
                  + " "
                  + one.what()
                  + " (./ridgeline audit verify; docs/operating.md)"));
    }
    stoppedAt = clock.instant();
    findings = now;
  }

  private Checkpoint signed(Connection connection, SigningKey key, Look look, int era)
      throws SQLException, IOException {
    Checkpoint made =
        new Checkpoint(
                look.end(),
                look.hash(),
                now(),
                SigningKey.id(key.open()),
                new byte[0],
                Optional.of(
                    new More(
                        era,
                        HexFormat.of().formatHex(look.tree().root()),
                        look.last().map(Checkpoint::digest).orElse(Checkpoint.NONE_BEFORE))))
            .signedBy(key);
    CheckpointRows.insert(connection, made);
    file.append(List.of(made));
    copy();
    guard.signed(made, look.tree());
    return made;
  }

  /// Brings the copy up to the file; where it cannot be reached the file goes on alone.
  private void copy() {
    if (copy.isEmpty()) {
      return;
    }
    try {
      Optional<String> last = copy.get().lastLine();
      List<String> lines = file.lines();
      int at = last.map(lines::lastIndexOf).orElse(-1);
      // A copy that ends otherwise is of an era that was given up: it goes on with the newest.
      int from = at < 0 && last.isPresent() ? lines.size() - 1 : at + 1;
      List<Checkpoint> lacking = new ArrayList<>();
      for (String line : lines.subList(from, lines.size())) {
        Checkpoint.ofLine(line).ifPresent(lacking::add);
      }
      copy.get().append(lacking);
      copyTrouble = "";
    } catch (IOException e) {
      copyTrouble = copy.get().path() + " cannot be written: " + e;
      LOG.log(Level.WARNING, "copying checkpoints: " + copyTrouble);
    }
  }

  /// Accepts what was found, openly: an entry says by whom and why, and an era begins with a
  /// checkpoint on the chain as it is. Empty where nothing was found.
  /// - **Error** the folder's key is not the last one of the history: IllegalStateException
  public Optional<Checkpoint> accept(String by, String reason) {
    return unchecked(connection -> {
      SigningKey key = keys.current(connection, now());
      Look look = guard.look(connection, key);
      if (look.findings().isEmpty()) {
        return Optional.empty();
      }
      if (look.findings().stream().anyMatch(one -> one.code() == AuditFinding.Code.KEY_SWAPPED)) {
        throw new IllegalStateException(
            "the folder's key is not the one that signed last: restore that one, or begin with"
                + " another: ./ridgeline audit new-key");
      }
      return Optional.of(
          era(connection, key, look, entry(Action.Known.LEDGER_ACCEPT, by, reason, look, key)));
    });
  }

  /// Begins with a key that no other vouches for, openly: the one in use is lost or swapped.
  public Checkpoint newKey(String by, String reason) {
    return unchecked(connection -> {
      SigningKey key = keys.begin(connection, now());
      Look look = guard.look(connection, key);
      return era(connection, key, look, entry(Action.Known.LEDGER_NEW_KEY, by, reason, look, key));
    });
  }

  /// Puts another key in the place of the one in use, which vouches for it; gives its short name.
  /// - **Error** something was found: IllegalStateException
  public String rotateKey(String by) {
    return unchecked(connection -> {
      SigningKey old = keys.current(connection, now());
      Look look = guard.look(connection, old);
      if (!look.findings().isEmpty()) {
        throw new IllegalStateException(
            "the ledger is not as it was signed (./ridgeline audit verify): accept that first");
      }
      SigningKey next = keys.rotate(connection, old, now());
      new Ledger(dataSource)
          .append(entry(Action.Known.LEDGER_ROTATE_KEY, by, "rotation", look, next));
      return SigningKey.id(next.open());
    });
  }

  private static LedgerEntry entry(
      Action action, String by, String reason, Look look, SigningKey key) {
    Map<String, String> detail = new TreeMap<>();
    detail.put("reason", reason);
    detail.put("key", SigningKey.id(key.open()));
    look.last().ifPresent(last -> detail.put("last", last.digest()));
    StringBuilder codes = new StringBuilder();
    for (AuditFinding one : look.findings()) {
      if (codes.length() < CODES_CHARS_MAX) {
        codes.append(one.number()).append(' ').append(one.code()).append(' ');
      }
    }
    detail.put("found", codes.toString().strip());
    int era = look.last().map(Checkpoint::era).orElse(1);
    return new LedgerEntry(
        by,
        Writer.ADMINISTRATOR.name(),
        "administration",
        action,
        Subject.Kind.LEDGER.of("era-" + era),
        detail);
  }

  /// Appends what begins an era and signs the chain as it is then.
  private Checkpoint era(Connection connection, SigningKey key, Look before, LedgerEntry entry)
      throws SQLException, IOException {
    new Ledger(dataSource).append(entry);
    MerkleTree.Frontier tree = new MerkleTree.Frontier();
    String hash = "";
    try (PreparedStatement sql =
            connection.prepareStatement("select hash from ledger.link order by number");
        ResultSet row = sql.executeQuery()) {
      while (row.next()) {
        tree.add(row.getBytes(1));
        hash = HexFormat.of().formatHex(row.getBytes(1));
      }
    }
    Optional<Checkpoint> last = newestKnown(connection, before);
    int era =
        1
            + Math.max(
                before.last().map(Checkpoint::era).orElse(1), last.map(Checkpoint::era).orElse(1));
    keys.refile(connection);
    Look now = new Look(List.of(), last, tree.size(), hash, tree, true);
    Checkpoint made = signed(connection, key, now, era);
    publish(List.of());
    return made;
  }

  /// What the file has, where it has anything: it may know more than an older database.
  private Optional<Checkpoint> newestKnown(Connection connection, Look before)
      throws SQLException, IOException {
    KeyHistory history = SigningKeys.history(connection);
    Optional<Checkpoint> filed =
        file.lastLine()
            .flatMap(Checkpoint::ofLine)
            .filter(one -> history.byId(one.keyId()).filter(one::isSignedBy).isPresent());
    return filed.isPresent() ? filed : before.last();
  }

  /// Signs a last time.
  @Override
  public void close() {
    try {
      sign();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "signing the last checkpoint", e);
    }
  }
}

package org.ridgeline.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ridgeline.ledger.KeyHistory.Key;

/// The signing key of a folder and the keys before it: `keys.log` and the table `signing_key` both
/// hold all of them.
final class SigningKeys {
  private final Path folder;

  SigningKeys(Path folder) {
    this.folder = folder;
  }

  /// The key in use; made where nothing was ever signed.
  /// - **Error** it is missing though something was signed, cannot be read, or others may read it:
  ///   IOException that says what to do
  SigningKey current(Connection connection, Instant now) throws IOException, SQLException {
    finishRotation(connection);
    if (!SigningKey.isIn(folder)) {
      if (isUsed(connection)) {
        throw new IOException(
            SigningKey.secretFile(folder)
                + " is not there, though it has signed before. Restore it from a backup, or begin"
                + " openly with another one: ./ridgeline audit new-key --data DIR --reason ...");
      }
      SigningKey.make().write(folder);
    }
    SigningKey key = SigningKey.read(folder);
    adopt(connection, key, now);
    return key;
  }

  /// The key in use, where there is one.
  SigningKey read() throws IOException {
    return SigningKey.read(folder);
  }

  private boolean isUsed(Connection connection) throws SQLException {
    return Files.exists(folder.resolve(KeyHistory.FILE), LinkOption.NOFOLLOW_LINKS)
        || Files.exists(folder.resolve(CheckpointFile.NAME), LinkOption.NOFOLLOW_LINKS)
        || lastSigner(connection).isPresent()
        || !history(connection).keys().isEmpty();
  }

  private static Optional<String> lastSigner(Connection connection) throws SQLException {
    try (Statement sql = connection.createStatement();
        ResultSet row =
            sql.executeQuery(
                "select key_id from ledger.checkpoint order by sequence desc limit 1")) {
      return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
    }
  }

  /// A key of a version without a history becomes its first, unless another one signed last.
  private void adopt(Connection connection, SigningKey key, Instant now)
      throws IOException, SQLException {
    KeyHistory kept = history(connection);
    String id = SigningKey.id(key.open());
    boolean isFiled = Files.exists(folder.resolve(KeyHistory.FILE), LinkOption.NOFOLLOW_LINKS);
    if (kept.keys().isEmpty() && !isFiled && lastSigner(connection).orElse(id).equals(id)) {
      Key first = Key.of(key.open(), now, key);
      insert(connection, first);
      file(first);
    } else if (kept.keys().size() == 1 && !isFiled && kept.keys().getFirst().id().equals(id)) {
      file(kept.keys().getFirst());
    }
  }

  /// Puts another key in the place of the one in use, which vouches for it.
  SigningKey rotate(Connection connection, SigningKey by, Instant now)
      throws IOException, SQLException {
    SigningKey next = SigningKey.make();
    next.writeNext(folder);
    insert(connection, Key.of(next.open(), now, by));
    finishRotation(connection);
    return next;
  }

  /// Begins with a key that only itself vouches for.
  SigningKey begin(Connection connection, Instant now) throws IOException, SQLException {
    SigningKey next = SigningKey.make();
    next.writeNext(folder);
    insert(connection, Key.of(next.open(), now, next));
    finishRotation(connection);
    return next;
  }

  /// A rotation that was interrupted is brought to its end, or never began.
  private void finishRotation(Connection connection) throws IOException, SQLException {
    if (!SigningKey.isNextIn(folder)) {
      return;
    }
    String next = SigningKey.nextId(folder);
    Optional<Key> last = history(connection).last();
    if (last.isEmpty() || !last.get().id().equals(next)) {
      SigningKey.dropNext(folder);
      return;
    }
    if (KeyHistory.lines(folder).stream().noneMatch(line -> line.equals(last.get().line()))) {
      file(last.get());
    }
    SigningKey.takeNext(folder);
  }

  private void file(Key key) throws IOException {
    Files.writeString(
        folder.resolve(KeyHistory.FILE),
        key.line() + "\n",
        StandardCharsets.US_ASCII,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND,
        StandardOpenOption.SYNC);
  }

  /// Writes the file anew by what the database has: part of what an administrator accepts.
  void refile(Connection connection) throws IOException, SQLException {
    StringBuilder lines = new StringBuilder();
    history(connection).keys().forEach(key -> lines.append(key.line()).append('\n'));
    Path next = folder.resolve(KeyHistory.FILE + ".new");
    Files.writeString(next, lines.toString(), StandardCharsets.US_ASCII);
    Files.move(
        next,
        folder.resolve(KeyHistory.FILE),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private static void insert(Connection connection, Key key) throws SQLException {
    try (var sql =
        connection.prepareStatement(
            """
            insert into ledger.signing_key (key_id, public_key, made_at, previous_id, signature)
            values (?, ?, ?, ?, ?)
            """)) {
      sql.setString(1, key.id());
      sql.setBytes(2, key.key().getEncoded());
      sql.setTimestamp(3, Timestamp.from(key.madeAt()));
      sql.setString(4, key.previousId());
      sql.setBytes(5, key.signature());
      sql.executeUpdate();
    }
    // The row first: where it stops here, the next start brings it to its end.
    connection.commit();
  }

  /// The keys that the database has, in their order.
  static KeyHistory history(Connection connection) throws SQLException {
    List<Key> keys = new ArrayList<>();
    try (Statement sql = connection.createStatement();
        ResultSet row =
            sql.executeQuery(
                """
                select public_key, made_at, previous_id, signature from ledger.signing_key
                order by sequence
                """)) {
      while (row.next()) {
        keys.add(
            new Key(
                KeyHistory.decoded(row.getBytes(1)),
                row.getTimestamp(2).toInstant(),
                row.getString(3),
                row.getBytes(4)));
      }
    } catch (GeneralSecurityException e) {
      throw new SQLException("ledger.signing_key holds what is no key", e);
    }
    return new KeyHistory(keys);
  }
}

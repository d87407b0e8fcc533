package org.ridgeline.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Signs the chain's end now and then, and at the stop: a row, and a line in `checkpoints.log`, of
/// which a copy is to be kept where nobody of this system can write.
public final class Checkpoints implements AutoCloseable {
  /// Name of the file of checkpoints in the ledger's folder.
  public static final String FILE = "checkpoints.log";

  private static final Logger LOG = System.getLogger(Checkpoints.class.getName());

  private final JdbcClient jdbc;
  private final SigningKey key;
  private final Path file;
  private final Clock clock;

  /// - **Shape** `dataSource` of the schema's owner; `folder` with the key and the file
  public Checkpoints(DataSource dataSource, Path folder, Clock clock) throws IOException {
    jdbc = JdbcClient.create(dataSource);
    key = SigningKey.in(folder);
    file = folder.resolve(FILE);
    this.clock = clock;
  }

  /// Signs where enough was written since the last time, or something was and it is long ago.
  public void signIfDue() {
    long end = end();
    Optional<Checkpoint> last = last();
    long signed = last.map(Checkpoint::number).orElse(0L);
    Instant since = last.map(Checkpoint::madeAt).orElse(Instant.EPOCH);
    boolean isOld = since.plus(Limits.CHECKPOINT_EVERY).isBefore(clock.instant());
    if (end - signed >= Limits.CHECKPOINT_ENTRIES || end > signed && isOld) {
      sign();
    }
  }

  private long end() {
    return jdbc.sql("select coalesce(max(number), 0) from ledger.link").query(Long.class).single();
  }

  private Optional<Checkpoint> last() {
    return jdbc.sql("select * from ledger.checkpoint order by number desc limit 1")
        .query(Checkpoints::row)
        .optional();
  }

  /// All checkpoints in the database, by number.
  public static List<Checkpoint> all(DataSource dataSource) {
    return JdbcClient.create(dataSource)
        .sql("select * from ledger.checkpoint order by number")
        .query(Checkpoints::row)
        .list();
  }

  /// Signs the chain's end as it is now; empty where it is signed already, or there is none.
  public synchronized Optional<Checkpoint> sign() {
    Optional<Checkpoint> made =
        jdbc.sql("select number, hash from ledger.link order by number desc limit 1")
            .query((row, _) -> made(row.getLong(1), HexFormat.of().formatHex(row.getBytes(2))))
            .optional();
    return made.filter(this::keep);
  }

  private Checkpoint made(long number, String hash) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    String keyId = SigningKey.id(key.open());
    byte[] signature = key.sign(Checkpoint.text(number, hash, now, keyId));
    return new Checkpoint(number, hash, now, keyId, signature);
  }

  private boolean keep(Checkpoint made) {
    int added =
        jdbc.sql(
                """
                insert into ledger.checkpoint (number, hash, made_at, key_id, signature)
                values (?, ?, ?, ?, ?) on conflict (number) do nothing
                """)
            .params(
                made.number(),
                HexFormat.of().parseHex(made.hash()),
                Timestamp.from(made.madeAt()),
                made.keyId(),
                made.signature())
            .update();
    if (added == 1) {
      write(made);
    }
    return added == 1;
  }

  private void write(Checkpoint made) {
    byte[] line = (made.line() + "\n").getBytes(StandardCharsets.US_ASCII);
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      out.write(ByteBuffer.wrap(line));
      out.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written", e);
    }
  }

  static Checkpoint row(ResultSet row, int index) throws SQLException {
    return new Checkpoint(
        row.getLong("number"),
        HexFormat.of().formatHex(row.getBytes("hash")),
        row.getTimestamp("made_at").toInstant(),
        row.getString("key_id"),
        row.getBytes("signature"));
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

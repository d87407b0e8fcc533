package org.ridgeline.node.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.node.backup.ContentOutput.Kind;

class BackupFileTest {
  private static final byte[] ROWS = rows();
  private static final String NAME = "DOE,FICTIONAL";

  @TempDir private Path temp;
  private BackupKey key;

  /// Three chunks' worth that does not compress.
  private static byte[] rows() {
    byte[] rows = new byte[3 * Limits.CHUNK_BYTES];
    new Random(7).nextBytes(rows);
    return rows;
  }

  @BeforeEach
  void makeKey() throws IOException {
    key = BackupKey.make(temp.resolve("key"));
  }

  private Path file() {
    return temp.resolve("ridgeline-20261201T120000Z.backup");
  }

  private static void content(ContentOutput out) throws IOException {
    byte[] name = NAME.repeat(100).getBytes(StandardCharsets.UTF_8);
    Sum file = out.write(Kind.FILE, "ledger/keys.log", to -> to.write(name));
    Sum table = out.write(Kind.TABLE, "exchange.submission", to -> to.write(ROWS));
    Instant at = Instant.EPOCH;
    Manifest manifest =
        new Manifest(
            "test",
            new Manifest.Taken(at, at, at),
            new TreeMap<>(Map.of("exchange", "24")),
            List.of(
                new Manifest.Table(
                    "exchange", "submission", List.of("a"), 1, table.bytes(), table.sha256())),
            new TreeMap<>(),
            List.of(new Manifest.Kept("ledger/keys.log", file.bytes(), file.sha256())),
            new TreeMap<>(),
            List.of());
    out.write(Kind.MANIFEST, "manifest", to -> to.write(manifest.json()));
  }

  private Sum write(Optional<BackupKey> by) throws IOException {
    return BackupFile.write(file(), by, BackupFileTest::content);
  }

  private Backup backup(Optional<BackupKey> by) {
    return new Backup(file(), by);
  }

  /// Where chunks begin.
  private static List<Integer> chunks(byte[] bytes) {
    int at = 0;
    for (int lines = 0; lines < 2; at++) {
      lines += bytes[at] == '\n' ? 1 : 0;
    }
    List<Integer> places = new ArrayList<>();
    while (at < bytes.length) {
      places.add(at);
      at += Integer.BYTES + Math.abs(ByteBuffer.wrap(bytes).getInt(at));
    }
    return places;
  }

  private Optional<BackupKey> by(boolean isEncrypted) {
    return isEncrypted ? Optional.of(key) : Optional.empty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatIsWrittenIsRead(boolean isEncrypted) throws IOException {
    Sum written = write(by(isEncrypted));
    List<String> seen = new ArrayList<>();
    Backup.Read read =
        backup(by(isEncrypted))
            .read(
                thing -> {
                  seen.add(thing.name());
                  if (thing.kind() == Kind.TABLE) {
                    assertThat(thing.bytes().readAllBytes()).isEqualTo(ROWS);
                  }
                },
                _ -> {});
    assertThat(seen).containsExactly("ledger/keys.log", "exchange.submission");
    assertThat(read.whole()).isEqualTo(written);
    assertThat(read.manifest().schemas()).containsEntry("exchange", "24");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    assertThat(BackupFile.find(temp)).isEqualTo(file());
  }

  @Test
  void nothingOfItStandsInAnEncryptedFile() throws IOException {
    write(Optional.of(key));
    String bytes = Files.readString(file(), StandardCharsets.ISO_8859_1);
    assertThat(bytes).doesNotContain("FICTIONAL", "exchange", "submission", "keys.log");
    String part = new String(ROWS, 4096, 32, StandardCharsets.ISO_8859_1);
    assertThat(bytes).doesNotContain(part);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aFlippedByteIsSeenWhereverItIs(boolean isEncrypted) throws IOException {
    write(by(isEncrypted));
    byte[] whole = Files.readAllBytes(file());
    List<Integer> chunks = chunks(whole);
    assertThat(chunks).hasSizeGreaterThan(3);
    List<Integer> places = new ArrayList<>(List.of(5, 30, chunks.getFirst() - 3));
    chunks.forEach(at -> places.addAll(List.of(at, at + 3, at + 4, at + 20)));
    places.add(whole.length - 1);
    for (int at : places) {
      byte[] flipped = whole.clone();
      flipped[at] ^= 1;
      Files.write(file(), flipped);
      assertThatThrownBy(() -> backup(by(isEncrypted)).check(_ -> {}))
          .as("byte " + at)
          .isInstanceOf(BadBackupException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aCutFileIsSeenAlsoWhereAChunkEnds(boolean isEncrypted) throws IOException {
    write(by(isEncrypted));
    byte[] whole = Files.readAllBytes(file());
    List<Integer> cuts = new ArrayList<>(chunks(whole));
    cuts.addAll(List.of(0, 10, whole.length - 1, whole.length / 2));
    for (int at : cuts) {
      Files.write(file(), Arrays.copyOf(whole, at));
      assertThatThrownBy(() -> backup(by(isEncrypted)).check(_ -> {}))
          .as("cut at " + at)
          .isInstanceOf(BadBackupException.class);
    }
    Files.write(file(), Arrays.copyOf(whole, whole.length + 1));
    assertThatThrownBy(() -> backup(by(isEncrypted)).check(_ -> {}))
        .hasMessageContaining("follows");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void chunksInAnotherOrderAreSeen(boolean isEncrypted) throws IOException {
    write(by(isEncrypted));
    byte[] whole = Files.readAllBytes(file());
    List<Integer> chunks = chunks(whole);
    int second = chunks.get(1);
    int third = chunks.get(2);
    int length = third - second;
    assertThat(chunks.get(3) - third).isEqualTo(length);
    byte[] swapped = whole.clone();
    System.arraycopy(whole, second, swapped, third, length);
    System.arraycopy(whole, third, swapped, second, length);
    Files.write(file(), swapped);
    assertThatThrownBy(() -> backup(by(isEncrypted)).check(_ -> {}))
        .isInstanceOf(BadBackupException.class)
        .hasMessageContaining("chunk 1 is not what was written");
  }

  @Test
  void aChunkThatIsMadeTheLastIsSeen() throws IOException {
    write(Optional.of(key));
    byte[] whole = Files.readAllBytes(file());
    int second = chunks(whole).get(1);
    int end = chunks(whole).get(2);
    byte[] ended = Arrays.copyOf(whole, end);
    ByteBuffer.wrap(ended).putInt(second, -ByteBuffer.wrap(whole).getInt(second));
    Files.write(file(), ended);
    assertThatThrownBy(() -> backup(Optional.of(key)).check(_ -> {}))
        .isInstanceOf(BadBackupException.class);
  }

  @Test
  void aChunkOfAnotherBackupByTheSameKeyIsSeen() throws IOException {
    write(Optional.of(key));
    byte[] one = Files.readAllBytes(file());
    Files.delete(file());
    write(Optional.of(key));
    byte[] other = Files.readAllBytes(file());
    int from = chunks(one).get(1);
    int to = chunks(one).get(2);
    assertThat(chunks(other).get(1)).isEqualTo(from);
    System.arraycopy(one, from, other, from, to - from);
    Files.write(file(), other);
    assertThatThrownBy(() -> backup(Optional.of(key)).check(_ -> {}))
        .hasMessageContaining("chunk 1");
  }

  @Test
  void aWrongAMissingAndANeedlessKeyAreSaid() throws IOException {
    write(Optional.of(key));
    BackupKey other = BackupKey.make(temp.resolve("other"));
    assertThatThrownBy(() -> backup(Optional.of(other)).check(_ -> {}))
        .hasMessageContaining("wrong key")
        .hasMessageContaining(key.id())
        .hasMessageContaining(other.id());
    assertThatThrownBy(() -> backup(Optional.empty()).check(_ -> {}))
        .hasMessageContaining("is encrypted with key " + key.id());
    Files.delete(file());
    write(Optional.empty());
    assertThatThrownBy(() -> backup(Optional.of(key)).check(_ -> {}))
        .hasMessageContaining("is not encrypted");
  }

  @Test
  void aKeyIsTheSameWhenReadAgainAndNobodyElsesToRead() throws IOException {
    Path file = temp.resolve("key");
    assertThat(BackupKey.read(file).id()).isEqualTo(key.id()).hasSize(16);
    assertThatThrownBy(() -> BackupKey.make(file)).isInstanceOf(IOException.class);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> BackupKey.read(file)).hasMessageContaining("chmod 600");
    Path none = Files.writeString(temp.resolve("none"), "fictional");
    Files.setPosixFilePermissions(none, PosixFilePermissions.fromString("rw-------"));
    assertThatThrownBy(() -> BackupKey.read(none)).hasMessageContaining("holds no key");
  }

  /// A disk with so much room.
  private static final class Full extends FilterOutputStream {
    private long room;

    Full(OutputStream out, long room) {
      super(out);
      this.room = room;
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      if (count > room) {
        throw new IOException("No space left on device");
      }
      room -= count;
      out.write(bytes, from, count);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 100, 1_500_000, 3_145_000})
  void aFullDiskLeavesNothing(long room) throws IOException {
    assertThatThrownBy(() ->
            BackupFile.write(
                file(), Optional.of(key), BackupFileTest::content, out -> new Full(out, room)))
        .hasMessage("No space left on device");
    try (var left = Files.list(temp)) {
      assertThat(left).containsExactly(temp.resolve("key"));
    }
  }

  @Test
  void oneThatIsNotDoneIsNone() throws IOException {
    BackupFile.write(
        file(),
        Optional.of(key),
        out -> {
          content(out);
          assertThat(file()).doesNotExist();
          assertThatThrownBy(() -> BackupFile.find(temp)).hasMessageContaining("no backup in");
        });
    assertThat(file()).exists();
  }

  @Test
  void theHeadersBoundHolds() throws IOException {
    String first = "RIDGELINE-BACKUP-1\n";
    Files.writeString(file(), first + "x".repeat(Limits.HEADER_BYTES_MAX));
    assertThatThrownBy(() -> backup(Optional.of(key)).check(_ -> {}))
        .hasMessageContaining("is no backup that this version reads");
    Files.writeString(file(), first + "{}" + "\n");
    assertThatThrownBy(() -> backup(Optional.of(key)).check(_ -> {}))
        .isInstanceOf(BadBackupException.class);
  }
}

package org.ridgeline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PublicKey;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.fixture.TestDatabase;
import org.ridgeline.ledger.AuditFinding.Code;

/// Somebody who holds the database, the folder or both, and what the next signature, and the next
/// audit, say of it.
class CheckpointsTest {
  /// Makes every hash anew: a chain that nothing but a signature can tell from the true one.
  private static final String RECHAIN =
      """
      do $$ declare r record; before bytea := decode(repeat('00', 32), 'hex'); begin
        set search_path = ledger;
        for r in select number, e from ledger.link l join ledger.entry e using (entry_id)
          order by number loop
          before := sha256(ledger.canonical(before, r.number, r.e));
          update ledger.link set hash = before where number = r.number;
        end loop;
      end $$
      """;

  @TempDir private Path data;
  private TestDatabase database;
  private Checkpoints server;

  /// Nine entries under three checkpoints, and one more.
  @BeforeEach
  void begin() throws Exception {
    database = TestDatabase.create();
    LedgerSchema.migrate(database.of().ledger());
    Files.createDirectories(data.resolve("elsewhere"));
    server = started();
    for (int i = 0; i < 3; i++) {
      append(3);
      assertThat(server.sign()).isPresent();
    }
    append(1);
  }

  @AfterEach
  void end() {
    database.close();
  }

  private Checkpoints started() throws IOException {
    return new Checkpoints(
        database.of().ledger(), data.resolve("ledger"), Optional.of(copy()), Clock.systemUTC());
  }

  private Path file() {
    return data.resolve("ledger").resolve(Checkpoints.FILE);
  }

  private Path copy() {
    return data.resolve("elsewhere/copy.log");
  }

  private void append(int count) {
    Ledger exchange = new Ledger(database.of().exchange());
    for (int i = 0; i < count; i++) {
      exchange.append(
          new LedgerEntry(
              "exchange",
              "SYSTEM",
              "booking",
              Action.Known.SEARCH_DECIDE,
              Subject.Kind.SUBMISSION.of("R" + i),
              Map.of("outcome", "HIT")));
    }
  }

  private void tamper(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database.adminUrl());
        Statement sql = connection.createStatement()) {
      sql.execute("set session_replication_role = replica");
      for (String statement : statements) {
        sql.execute(statement);
      }
    }
  }

  private static void cut(Path file, int... lines) throws IOException {
    List<String> kept = new ArrayList<>(Files.readAllLines(file));
    for (int i = lines.length - 1; i >= 0; i--) {
      kept.remove(lines[i]);
    }
    Files.write(file, kept);
  }

  private void forge() throws SQLException {
    tamper(
        "update ledger.entry set detail = '{outcome,NO_HIT}' where entry_id ="
            + " (select entry_id from ledger.link where number = 5)",
        RECHAIN);
  }

  /// As if the database of the second checkpoint was restored.
  private void restoreOlderDatabase() throws SQLException {
    tamper(
        "delete from ledger.checkpoint where number > 6",
        "delete from ledger.link where number > 7",
        """
        delete from ledger.entry e
        where not exists (select 1 from ledger.link l where l.entry_id = e.entry_id)
        """);
  }

  private PublicKey firstKey() throws IOException {
    return KeyHistory.firstIn(data.resolve("ledger")).orElseThrow();
  }

  private LedgerAudit.Report audit() throws Exception {
    return audit(firstKey(), file());
  }

  private LedgerAudit.Report audit(PublicKey key, Path lines) throws Exception {
    List<String> all = Files.exists(lines) ? Files.readAllLines(lines) : List.of();
    return LedgerAudit.of(database.of().ledger(), key, all, (_, _) -> {});
  }

  private void assertStopped(Checkpoints signing, Code... codes) {
    assertThat(signing.sign()).isEmpty();
    assertThat(signing.findings()).extracting(AuditFinding::code).contains(codes);
  }

  private void assertAudited(Code... codes) throws Exception {
    assertThat(audit().findings()).extracting(AuditFinding::code).contains(codes);
  }

  @Test
  void anUntouchedLedgerIsSignedOnAndClean() throws Exception {
    assertThat(started().sign()).map(Checkpoint::number).contains(10L);
    assertThat(started().sign()).as("nothing new").isEmpty();
    LedgerAudit.Report report = audit();
    assertThat(report.isClean()).as(report.toString()).isTrue();
    assertThat(report.checkpoints()).isEqualTo(4);
    assertThat(Files.readString(copy())).isEqualTo(Files.readString(file()));
  }

  @Test
  void aForgedChainIsNotSigned() throws Exception {
    forge();
    assertStopped(started(), Code.REWRITTEN);
    assertStopped(server, Code.REWRITTEN);
    assertAudited(Code.REWRITTEN);
  }

  @Test
  void aForgedChainIsNotSignedWhereItsCheckpointsAreGone() throws Exception {
    forge();
    tamper("delete from ledger.checkpoint");
    assertStopped(started(), Code.CHECKPOINT_MISSING);
    assertAudited(Code.CHECKPOINT_MISSING, Code.REWRITTEN);
    Files.delete(file());
    assertStopped(server, Code.CHECKPOINT_MISSING);
    assertStopped(started(), Code.CHECKPOINT_MISSING);
    assertThat(audit(firstKey(), copy()).findings())
        .as("by the copy elsewhere")
        .extracting(AuditFinding::code)
        .contains(Code.CHECKPOINT_MISSING, Code.REWRITTEN);
    Files.delete(copy());
    assertStopped(server, Code.CHECKPOINT_MISSING);
  }

  @Test
  void anEntryAlteredAfterTheLastSignatureIsNotSigned() throws Exception {
    tamper(
        "update ledger.entry set actor = 'other' where entry_id ="
            + " (select entry_id from ledger.link where number = 10)");
    assertStopped(server, Code.ALTERED);
    assertAudited(Code.ALTERED);
  }

  @Test
  void anOlderDatabaseIsNotSignedUntilItIsAccepted() throws Exception {
    restoreOlderDatabase();
    assertStopped(started(), Code.CHECKPOINT_MISSING);
    assertStopped(server, Code.CHECKPOINT_MISSING);
    assertAudited(Code.CHECKPOINT_MISSING, Code.TAIL_MISSING);

    Checkpoint made = started().accept("root", "restored after the disk failed").orElseThrow();
    assertThat(made.era()).isEqualTo(2);
    LedgerAudit.Report report = audit();
    assertThat(report.findings()).isEmpty();
    assertThat(report.accepted())
        .extracting(AuditFinding::code)
        .contains(Code.CHECKPOINT_MISSING, Code.TAIL_MISSING);
    var entry = new LedgerReader(database.of().ledger()).last().orElseThrow().entry();
    assertThat(entry.action()).isEqualTo(Action.Known.LEDGER_ACCEPT);
    assertThat(entry.actor()).isEqualTo("root");
    assertThat(entry.detail()).containsEntry("reason", "restored after the disk failed");

    append(1);
    assertThat(server.sign()).map(Checkpoint::era).as("the server goes on by itself").contains(2);
    assertThat(server.accept("root", "again")).as("nothing to accept").isEmpty();
    append(1);
    assertThat(started().sign()).isPresent();
    assertThat(audit().findings()).isEmpty();
  }

  @Test
  void whatIsForgedAfterAnAcceptanceIsNotAccepted() throws Exception {
    restoreOlderDatabase();
    started().accept("root", "restored");
    forge();
    assertStopped(server, Code.REWRITTEN);
    assertAudited(Code.REWRITTEN);
  }

  @Test
  void aRemovedCheckpointIsNamedWhereverItWasRemoved() throws Exception {
    List<String> whole = Files.readAllLines(file());
    tamper("create table ledger.saved as select * from ledger.checkpoint");
    tamper("delete from ledger.checkpoint where number = 9");
    assertStopped(started(), Code.CHECKPOINT_MISSING);
    assertAudited(Code.CHECKPOINT_MISSING);
    tamper(
        "delete from ledger.checkpoint",
        "insert into ledger.checkpoint overriding system value select * from ledger.saved"
            + " order by sequence");
    cut(file(), 1);
    assertAudited(Code.CHECKPOINT_UNFILED);
    Files.write(file(), whole);
    cut(file(), 1, 2);
    assertStopped(started(), Code.CHECKPOINT_UNFILED);
    Files.delete(file());
    assertStopped(started(), Code.CHECKPOINT_UNFILED);
    Files.write(file(), whole);
    cut(file(), 1);
    tamper("delete from ledger.checkpoint where number = 6");
    assertAudited(Code.CHECKPOINT_MISSING);
  }

  @Test
  void aStopBetweenRowAndLineIsMadeUpFor() throws Exception {
    String whole = Files.readString(file());
    cut(file(), 2);
    assertThat(started().sign()).isPresent();
    assertThat(Files.readString(file())).startsWith(whole);
    assertThat(audit().isClean()).isTrue();
  }

  @Test
  void aCopyThatIsAwayIsBroughtUpLater() throws Exception {
    Files.move(data.resolve("elsewhere"), data.resolve("away"));
    assertThat(server.sign()).isPresent();
    assertThat(server.copyTrouble()).contains("copy.log cannot be written");
    Files.move(data.resolve("away"), data.resolve("elsewhere"));
    append(1);
    assertThat(server.sign()).isPresent();
    assertThat(server.copyTrouble()).isEmpty();
    assertThat(Files.readString(copy())).isEqualTo(Files.readString(file()));
  }

  private void swapKey() throws IOException {
    SigningKey.make().write(data.resolve("ledger"));
  }

  @Test
  void aSwappedKeySignsNothing() throws Exception {
    swapKey();
    assertStopped(started(), Code.KEY_SWAPPED);
    assertStopped(server, Code.KEY_SWAPPED);
    assertThatThrownBy(() -> server.accept("root", "whatever"))
        .hasMessageContaining("audit new-key");
    Checkpoint made = server.newKey("root", "the old one was stolen");
    assertThat(made.era()).isEqualTo(2);
    append(1);
    assertThat(started().sign()).isPresent();
    LedgerAudit.Report report = audit();
    assertThat(report.findings()).isEmpty();
    assertThat(report.accepted()).extracting(AuditFinding::code).contains(Code.KEY_UNTRUSTED);
  }

  @Test
  void aSwappedKeyWithAHistoryToMatchIsFound() throws Exception {
    swapKey();
    Files.delete(data.resolve("ledger").resolve(KeyHistory.FILE));
    tamper("delete from ledger.signing_key");
    assertStopped(started(), Code.KEY_SWAPPED);
  }

  @Test
  void aMissingKeyIsNotMadeAnew() throws Exception {
    PublicKey before = firstKey();
    Files.delete(data.resolve("ledger/signing.key"));
    assertThatThrownBy(this::started)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("signing.key is not there")
        .hasMessageContaining("audit new-key");
    assertThat(data.resolve("ledger/signing.key")).doesNotExist();
    new KeyRescue(
            database.of().ledger(), data.resolve("ledger"), Optional.empty(), Clock.systemUTC())
        .begin("root", "the disk is gone");
    append(1);
    assertThat(started().sign()).map(Checkpoint::era).contains(2);
    assertThat(audit(before, file()).findings()).isEmpty();
  }

  @Test
  void anUnreadableKeyIsNotMadeAnewAndOneThatOthersReadIsRefused() throws Exception {
    Path key = data.resolve("ledger/signing.key");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(this::started).hasMessageContaining("chmod 600");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    Files.writeString(key, "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
    assertThatThrownBy(this::started)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("holds no Ed25519 key")
        .hasMessageContaining("restore");
  }

  @Test
  void aRotatedKeyIsVouchedForByTheOldOne() throws Exception {
    PublicKey old = firstKey();
    String next = started().rotateKey("root");
    Checkpoint made = server.sign().orElseThrow();
    assertThat(made.keyId()).isEqualTo(next).isNotEqualTo(SigningKey.id(old));
    assertThat(audit(old, file()).isClean()).isTrue();
    PublicKey now = SigningKey.publicKey(data.resolve("ledger/public.key"));
    assertThat(audit(now, file()).findings())
        .as("the new one says nothing of those before")
        .extracting(AuditFinding::code)
        .containsOnly(Code.KEY_UNTRUSTED);
    tamper("update ledger.signing_key set signature = '\\x00' where sequence = 2");
    assertThat(audit(old, file()).findings())
        .extracting(AuditFinding::code)
        .containsOnly(Code.KEY_UNTRUSTED);
    append(1);
    assertStopped(server, Code.KEYS_DIFFER);
  }

  @Test
  void anInterruptedRotationIsBroughtToItsEnd() throws Exception {
    Path ledger = data.resolve("ledger");
    byte[] old = Files.readAllBytes(ledger.resolve("signing.key"));
    byte[] oldOpen = Files.readAllBytes(ledger.resolve("public.key"));
    String next = started().rotateKey("root");
    Files.move(ledger.resolve("signing.key"), ledger.resolve("signing.key.next"));
    Files.move(ledger.resolve("public.key"), ledger.resolve("public.key.next"));
    Files.write(ledger.resolve("public.key"), oldOpen);
    Files.write(ledger.resolve("signing.key"), old);
    Files.setPosixFilePermissions(
        ledger.resolve("signing.key"), PosixFilePermissions.fromString("rw-------"));
    assertThat(server.sign()).map(Checkpoint::keyId).contains(next);
  }

  @Test
  void aLedgerOfTheFirstFormatIsSignedOn() throws Exception {
    Checkpoint third = Checkpoints.all(database.of().ledger()).get(2);
    SigningKey key = SigningKey.read(data.resolve("ledger"));
    Checkpoint old =
        new Checkpoint(third.number(), third.hash(), third.madeAt(), third.keyId(), new byte[0])
            .signedBy(key);
    tamper("delete from ledger.checkpoint", "delete from ledger.signing_key");
    tamper(
        """
        insert into ledger.checkpoint (number, hash, made_at, key_id, signature)
        values (%d, '\\x%s', '%s', '%s', '\\x%s')
        """
            .formatted(
                old.number(),
                old.hash(),
                old.madeAt(),
                old.keyId(),
                java.util.HexFormat.of().formatHex(old.signature())));
    Files.writeString(file(), old.line() + "\n");
    Files.delete(copy());
    Files.delete(data.resolve("ledger").resolve(KeyHistory.FILE));
    Checkpoint made = started().sign().orElseThrow();
    assertThat(made.more().orElseThrow().previous()).isEqualTo(old.digest());
    assertThat(old.text()).startsWith("RIDGELINE-CHECKPOINT-1 9 ");
    assertThat(made.text()).startsWith("RIDGELINE-CHECKPOINT-2 1 10 ");
    assertThat(audit().isClean()).isTrue();
  }
}

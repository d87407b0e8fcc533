package org.ridgeline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.fixture.TestDatabase;
import org.ridgeline.ledger.AuditFinding.Code;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The ledger in a real database: who may do what to it, and what becomes of tampering.
class LedgerTest {
  @TempDir private static Path data;
  private static TestDatabase database;
  private static Ledger exchange;
  private static LedgerReader reader;
  private static TransactionTemplate transaction;

  @BeforeAll
  static void open() {
    database = TestDatabase.create();
    LedgerSchema.migrate(database.of().ledger());
    exchange = new Ledger(database.of().exchange());
    reader = new LedgerReader(database.of().ledger());
    transaction =
        new TransactionTemplate(new DataSourceTransactionManager(database.of().exchange()));
  }

  @AfterAll
  static void close() {
    database.close();
  }

  /// Ten entries, the first six signed.
  @BeforeEach
  void begin() throws Exception {
    tamper("truncate ledger.entry, ledger.link, ledger.checkpoint");
    Files.deleteIfExists(file());
    append(6);
    checkpoints().sign();
    append(4);
  }

  private static Path file() {
    return data.resolve("ledger").resolve(Checkpoints.FILE);
  }

  private static Checkpoints checkpoints() throws IOException {
    return new Checkpoints(database.of().ledger(), data.resolve("ledger"), Clock.systemUTC());
  }

  private static void append(int count) {
    for (int i = 0; i < count; i++) {
      exchange.append(entry("submission:R" + i));
    }
  }

  private static LedgerEntry entry(String subject) {
    return new LedgerEntry(
        "examiner.one",
        "EXAMINER",
        "verification",
        KeptAction.of("verification.look"),
        new Subject(subject),
        Map.of("fgp", "2", "note", "straße 指纹", "case", "case:42"));
  }

  /// Does as somebody who can do anything in the database.
  private static void tamper(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database.adminUrl());
        Statement sql = connection.createStatement()) {
      sql.execute("set session_replication_role = replica");
      for (String statement : statements) {
        sql.execute(statement);
      }
    }
  }

  private static LedgerAudit.Report audit(List<String> lines) throws Exception {
    Path key = data.resolve("ledger/public.key");
    return LedgerAudit.of(database.of().ledger(), SigningKey.publicKey(key), lines, (_, _) -> {});
  }

  private static List<AuditFinding> findings() throws Exception {
    return audit(Files.readAllLines(file())).findings();
  }

  private static void assertFound(Code code, long... numbers) throws Exception {
    List<AuditFinding> findings = findings();
    assertThat(findings).extracting(AuditFinding::code).containsOnly(code);
    assertThat(findings.stream().mapToLong(AuditFinding::number)).containsExactly(box(numbers));
  }

  private static Long[] box(long[] numbers) {
    return java.util.Arrays.stream(numbers).boxed().toArray(Long[]::new);
  }

  @Test
  void anUntouchedLedgerIsClean() throws Exception {
    LedgerAudit.Report report = audit(Files.readAllLines(file()));
    assertThat(report.isClean()).as(report.toString()).isTrue();
    assertThat(report.entries()).isEqualTo(10);
    assertThat(report.signedUpTo()).isEqualTo(6);
  }

  @Test
  void readsBackWhatWasAppended() {
    var about = reader.about(List.of(new Subject("submission:R5")));
    assertThat(about).hasSize(1);
    assertThat(about.getFirst().entry()).isEqualTo(entry("submission:R5"));
    assertThat(about.getFirst().room()).isEqualTo("ridgeline_exchange");
    assertThat(reader.about(List.of(new Subject("case:42")))).hasSize(10);
    assertThat(reader.about(List.of(new Subject("case:4")))).isEmpty();
  }

  @Test
  void findsAnAlteredEntry() throws Exception {
    tamper(
        "update ledger.entry set actor = 'examiner.two' where entry_id ="
            + " (select entry_id from ledger.link where number = 3)");
    assertFound(Code.ALTERED, 3);
  }

  @Test
  void findsARemovedEntry() throws Exception {
    tamper(
        "delete from ledger.entry where entry_id ="
            + " (select entry_id from ledger.link where number = 4)",
        "delete from ledger.link where number = 4");
    List<AuditFinding> findings = findings();
    assertThat(findings.getFirst().code()).isEqualTo(Code.NUMBER_MISSING);
    assertThat(findings.getFirst().number()).isEqualTo(4);
  }

  @Test
  void findsARemovedRecordBehindAStandingNumber() throws Exception {
    tamper(
        "delete from ledger.entry where entry_id ="
            + " (select entry_id from ledger.link where number = 4)");
    assertFound(Code.ENTRY_MISSING, 4);
  }

  @Test
  void findsARemovedTailOnceItWasSigned() throws Exception {
    checkpoints().sign();
    tamper(
        "delete from ledger.link where number > 8",
        """
        delete from ledger.entry e
        where not exists (select 1 from ledger.link l where l.entry_id = e.entry_id)
        """);
    assertFound(Code.TAIL_MISSING, 10);
  }

  @Test
  void findsARemovedTailByTheFileWhereTheDatabaseForgotTheSignature() throws Exception {
    checkpoints().sign();
    tamper(
        "delete from ledger.link where number > 8",
        "delete from ledger.checkpoint where number > 8",
        """
        delete from ledger.entry e
        where not exists (select 1 from ledger.link l where l.entry_id = e.entry_id)
        """);
    assertThat(findings())
        .extracting(AuditFinding::code)
        .containsExactly(Code.CHECKPOINT_MISSING, Code.TAIL_MISSING);
    assertThat(audit(List.of()).isClean()).as("without the file nothing shows").isTrue();
  }

  @Test
  void findsReordering() throws Exception {
    tamper(
        "update ledger.link set entry_id = -entry_id where number in (2, 3)",
        """
        update ledger.link l set entry_id = -(select entry_id from ledger.link o
          where o.number = 5 - l.number) where number = 2
        """);
    tamper(
        """
        update ledger.link set entry_id = (select min(entry_id) from ledger.entry e
          where not exists (select 1 from ledger.link o where o.entry_id = e.entry_id))
        where number = 3
        """);
    assertFound(Code.ALTERED, 2, 3);
  }

  @Test
  void findsAChainRewrittenWithGoodHashes() throws Exception {
    tamper(
        "update ledger.entry set purpose = 'maintenance' where entry_id ="
            + " (select entry_id from ledger.link where number = 5)",
        """
        do $$ declare r record; before bytea := decode(repeat('00', 32), 'hex'); begin
          set search_path = ledger;
          for r in select number, e from ledger.link l join ledger.entry e using (entry_id)
            order by number loop
            before := sha256(ledger.canonical(before, r.number, r.e));
            update ledger.link set hash = before where number = r.number;
          end loop;
        end $$
        """);
    assertFound(Code.REWRITTEN, 6);
  }

  @Test
  void findsASignatureByAnotherKey() throws Exception {
    // Flipped, not set: one signature in 256 has any given byte there already.
    tamper(
        "update ledger.checkpoint"
            + " set signature = set_byte(signature, 3, get_byte(signature, 3) # 1)");
    assertThat(findings())
        .extracting(AuditFinding::code)
        .containsExactlyInAnyOrder(Code.CHECKPOINT_MISSING, Code.SIGNATURE_WRONG);
  }

  @Test
  void findsAnEntryThatWasSlippedPastTheChain() throws Exception {
    tamper(
        "insert into ledger.entry (at, room, actor, role, purpose, action, subject, detail)"
            + " values (now(), 'x', 'x', 'x', 'x', 'case.open', 'case:1', '{}')");
    assertFound(Code.NOT_CHAINED, 0);
  }

  @Test
  void otherRoomsCanOnlyAppend() {
    for (var room : List.of(database.of().exchange(), database.of().casework())) {
      JdbcClient jdbc = JdbcClient.create(room);
      for (String sql :
          List.of(
              "select count(*) from ledger.entry",
              "select count(*) from ledger.link",
              "insert into ledger.entry (actor) values ('x')",
              "update ledger.entry set actor = 'x'",
              "delete from ledger.link",
              "truncate ledger.checkpoint",
              "select ledger.canonical(null, 1, null)",
              "drop trigger append_only on ledger.entry")) {
        assertThatThrownBy(() -> jdbc.sql(sql).query().listOfRows())
            .as(sql)
            .hasStackTraceContaining("ERROR");
      }
      new Ledger(room).append(entry("submission:OK"));
    }
    assertThatThrownBy(() -> new Ledger(database.of().immigration()).append(entry("submission:NO")))
        .hasStackTraceContaining("permission denied");
  }

  @Test
  void notEvenTheOwnerChangesWhatIsThere() {
    JdbcClient owner = JdbcClient.create(database.of().ledger());
    for (String table : List.of("entry", "link", "checkpoint")) {
      for (String sql :
          List.of(
              "update " + table + " set " + (table.equals("entry") ? "actor" : "hash") + " = null",
              "delete from " + table,
              "truncate " + table)) {
        assertThatThrownBy(() -> owner.sql(sql).update())
            .as(sql)
            .hasStackTraceContaining("append-only");
      }
    }
  }

  @Test
  void rollsBackWithTheStep() {
    transaction.executeWithoutResult(status -> {
      exchange.append(entry("submission:NEVER"));
      status.setRollbackOnly();
    });
    assertThat(reader.about(List.of(new Subject("submission:NEVER")))).isEmpty();
    append(1);
    assertThat(reader.last().orElseThrow().number()).isEqualTo(11);
  }

  @Test
  void manyAppendersMakeOneChainWithoutGaps() throws Exception {
    List<Future<?>> all = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 12; i++) {
        String subject = "submission:T" + i;
        all.add(
            threads.submit(() -> {
              for (int step = 0; step < 10; step++) {
                boolean undone = step % 5 == 4;
                transaction.executeWithoutResult(status -> {
                  for (int n = 0; n < 5; n++) {
                    exchange.append(entry(subject));
                  }
                  if (undone) {
                    status.setRollbackOnly();
                  }
                });
              }
            }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
    LedgerAudit.Report report = audit(Files.readAllLines(file()));
    assertThat(report.isClean()).as(report.toString()).isTrue();
    assertThat(report.entries()).isEqualTo(10 + 12 * 8 * 5);
  }

  @Test
  void theDatabaseMakesTheBytesOfTheStandard() throws Exception {
    ChainedEntry last = reader.last().orElseThrow();
    List<ChainedEntry> before = reader.after(last.number() - 2, 1);
    var entry = last.entry();
    var detail = new ArrayList<String>();
    entry.detail().forEach((key, value) -> detail.addAll(List.of(key, value)));
    var fields =
        new CanonicalForm.Fields(
            last.at(),
            List.of(
                last.room(),
                entry.actor(),
                entry.role(),
                entry.purpose(),
                entry.action().key(),
                entry.subject().text()),
            detail);
    assertThat(CanonicalForm.hash(before.getFirst().hash(), last.number(), fields))
        .isEqualTo(last.hash());
  }

  @Test
  void keepsWhoWasTold() {
    var one = new Subject("submission:R77");
    var step = LedgerEntry.of("exchange", "SYSTEM", "answer", Disclosure.ACTION, one);
    exchange.disclosed(
        step, new Disclosure("agency", "CA0340000", "answer.SRE", "ab".repeat(32), Map.of()));
    var told = reader.disclosures(List.of(one));
    assertThat(told).hasSize(1);
    assertThat(told.getFirst().disclosure().recipient()).isEqualTo("CA0340000");
    assertThat(told.getFirst().disclosure().document()).isEqualTo("answer.SRE");
  }

  @Test
  void theSecretKeyIsItsOwnersAlone() throws Exception {
    checkpoints().close();
    var mode = Files.getPosixFilePermissions(data.resolve("ledger/signing.key"));
    assertThat(PosixFilePermissions.toString(mode)).isEqualTo("rw-------");
    assertThat(audit(Files.readAllLines(file())).signedUpTo()).isEqualTo(10);
  }
}

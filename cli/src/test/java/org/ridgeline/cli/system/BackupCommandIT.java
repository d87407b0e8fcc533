package org.ridgeline.cli.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.app.system.Api;
import org.ridgeline.app.system.Rooms;
import org.ridgeline.app.system.RunningServer;
import org.ridgeline.app.system.TestCards;
import org.ridgeline.casework.casefile.Case;
import org.ridgeline.cli.Said;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.ledger.ChainedEntry;
import org.ridgeline.ledger.Subject;
import org.ridgeline.node.DataFolder;
import org.ridgeline.repository.Purpose;
import org.ridgeline.repository.Repository;
import org.ridgeline.repository.SampleStore;
import org.ridgeline.repository.SampleStore.Sampled;
import org.ridgeline.repository.amend.Amendment;
import org.ridgeline.repository.amend.AmendmentDesk;
import org.ridgeline.repository.amend.Amendments;
import org.ridgeline.repository.amend.Change;
import org.ridgeline.repository.amend.Ground;
import org.ridgeline.vocabulary.TenPrint;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A server that works, backed up beside it, checked, and restored where nothing of it is.
class BackupCommandIT {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int PEOPLE = 2;

  @TempDir private static Path temp;
  private static RunningServer running;
  private static String token;
  private static Path key;
  private static final List<String> BOOKED = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    running = new RunningServer(temp.resolve("data"));
    token = running.activeAgency(TestCards.ORI);
    for (int person = 0; person < PEOPLE; person++) {
      Rooms.of(running.server)
          .importer(person % 2 == 0 ? RepositoryName.IMMIGRATION : RepositoryName.CRIMINAL)
          .take(TestCards.card(860 + person, 1, "T-IN-" + person, "ROE,FICTIONAL"));
      book(person, 2);
    }
    key = temp.resolve("backup.key");
    assertThat(Said.by("backup", "new-key", key.toString()).exitCode()).isZero();
  }

  @AfterAll
  static void stop() throws Exception {
    running.close();
  }

  private static void book(int person, int touch) throws Exception {
    byte[] card = TestCards.card(860 + person, touch, "T-" + person + "-" + touch, "DOE,FICTIONAL");
    BOOKED.add(running.booked(token, card).path("control").asString());
  }

  private static TestProgram backup(Path to) {
    return TestProgram.start("backup", "--data", temp.resolve("data").toString())
        .with("--to", to.toString(), "--key", key.toString(), "--json");
  }

  /// With patience: it shares its machine with a server that takes cards.
  private static TestProgram.Ended ended(TestProgram program) throws Exception {
    Path output = Files.createTempFile(temp, "program", ".out");
    Process process = program.begun(output);
    try {
      assertThat(process.waitFor(4, TimeUnit.MINUTES)).as(Files.readString(output)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new TestProgram.Ended(process.exitValue(), Files.readString(output));
  }

  private static JsonNode json(String output) {
    return JSON.readTree(
        output.lines().filter(line -> line.startsWith("{")).findFirst().orElseThrow());
  }

  /// Sends cards until told to stop; gives the number of those that were taken.
  private static int streamed(AtomicBoolean isOver) throws Exception {
    int count = 0;
    Api api = running.api;
    while (!isOver.get()) {
      byte[] card = TestCards.card(860 + count % PEOPLE, 3, "T-STREAM-" + count, "DOE,FICTIONAL");
      assertThat(api.post("/api/v1/submissions", token, card).status()).isEqualTo(202);
      count++;
      Thread.sleep(250);
    }
    return count;
  }

  private static JsonNode backedUpWhileBookingsStreamIn(Path to) throws Exception {
    AtomicBoolean isOver = new AtomicBoolean();
    int[] count = new int[1];
    Thread streaming =
        Thread.ofVirtual()
            .start(() -> {
              try {
                count[0] = streamed(isOver);
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    TestProgram.Ended ended;
    try {
      ended = ended(backup(to));
    } finally {
      isOver.set(true);
      streaming.join();
    }
    assertThat(ended.exitCode()).as(ended.output()).isZero();
    assertThat(count[0]).isPositive();
    return json(ended.output());
  }

  @Test
  void whatIsBackedUpWhileBookingsStreamInAnswersElsewhereAsItDidHere() throws Exception {
    Path to = temp.resolve("backups");
    JsonNode made = backedUpWhileBookingsStreamIn(to);
    Path file = Path.of(made.path("file").asString());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    onRecord(file, made);
    nothingInClear(file);

    Said verified = Said.by("backup", "verify", to.toString(), "--key", key.toString(), "--json");
    assertThat(verified.exitCode()).as(verified.out() + verified.err()).isZero();
    JsonNode report = json(verified.out());
    assertThat(report.path("differences").isEmpty()).isTrue();
    assertThat(verified.out())
        .contains("rows compared with their digests", "criminal: ", "found first");

    Path restored = temp.resolve("restored");
    Path later = laterThan(made);
    Path receipt = erased();
    Said done =
        Said.by(
            "restore",
            "--from",
            file.toString(),
            "--data",
            restored.toString(),
            "--key",
            key.toString(),
            "--later",
            later.toString());
    assertThat(done.exitCode()).as(done.err()).isZero();
    long head = made.path("upTo").path("ledger.entries").asLong();
    assertThat(done.out())
        .contains("ledger up to entry " + head)
        .contains("submissions up to " + made.path("upTo").path("exchange.control").asString())
        .contains("missing: entries " + (head + 1) + " to at least ")
        .contains(" submission.accept submission:" + BOOKED.getLast() + " by " + TestCards.ORI);
    goesAgain(receipt, restored);
    answersAsBefore(head, restored);
  }

  /// Erases, on the server that goes on, one person that the backup has; gives the receipt.
  private static Path erased() throws Exception {
    Rooms rooms = Rooms.of(running.server);
    UUID encounter =
        new SampleStore(data(RepositoryName.IMMIGRATION, rooms))
            .encounters(1)
            .getFirst()
            .encounterId();
    Amendments amendments = rooms.get(AmendmentDesk.class).of("immigration");
    Amendment asked =
        amendments.ask(
            Change.of(Change.Kind.EXPUNGE_ENCOUNTER, encounter),
            new Ground("Order 17", "by court"),
            "records.one");
    Amendment done = amendments.approve(asked.id(), "records.two");
    return Files.writeString(temp.resolve("receipt"), done.receipt().orElseThrow().printed());
  }

  private static void goesAgain(Path receipt, Path restored) throws Exception {
    Path changed =
        Files.writeString(
            temp.resolve("changed"), Files.readString(receipt).replace("Order 17", "Order 18"));
    Said said =
        Said.by(
            "repository",
            "amend",
            "again",
            "--data",
            restored.toString(),
            receipt.toString(),
            receipt.toString(),
            changed.toString());
    assertThat(said.exitCode()).isEqualTo(ExitCode.FINDINGS);
    assertThat(said.err()).contains(changed + ": no receipt, changed");
    assertThat(said.out())
        .contains(
            "immigration, 1 encounters erased again, 0 were not there",
            "immigration, 0 encounters erased again, 1 were not there");
  }

  /// What an overseer has kept: a checkpoint of after the backup, and what was printed of a booking
  /// of after it.
  private static Path laterThan(JsonNode made) throws Exception {
    book(1, 4);
    Rooms.of(running.server).checkpoints().sign();
    String control = BOOKED.getLast();
    assertThat(made.path("upTo").path("exchange.control").asString()).isNotEqualTo(control);
    TestProgram.Ended entries =
        TestProgram.start("audit", "export", "--data", temp.resolve("data").toString())
            .with("--subject", Subject.Kind.SUBMISSION.text(control))
            .ended();
    List<String> lines = new ArrayList<>();
    lines.addAll(Files.readAllLines(temp.resolve("data/ledger/checkpoints.log")));
    entries.output().lines().filter(line -> line.startsWith("{")).forEach(lines::add);
    return Files.write(temp.resolve("later"), lines);
  }

  private static void onRecord(Path file, JsonNode made) {
    List<ChainedEntry> entries =
        Rooms.of(running.server)
            .ledger()
            .about(List.of(Subject.Kind.BACKUP.of(file.getFileName().toString())));
    assertThat(entries)
        .extracting(one -> one.entry().action().key())
        .containsExactly("backup.start", "backup.end");
    assertThat(entries.getLast().entry().detail())
        .containsEntry("sha256", made.path("sha256").asString())
        .containsEntry("to", file.getParent().toAbsolutePath().toString());
    long upTo = made.path("upTo").path("ledger.entries").asLong();
    assertThat(entries.getFirst().number()).isLessThanOrEqualTo(upTo);
    assertThat(entries.getLast().number()).isGreaterThan(upTo);
  }

  private static void nothingInClear(Path file) throws Exception {
    String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
    byte[] card = TestCards.card(860, 2, "T-0-2", "DOE,FICTIONAL");
    assertThat(bytes).doesNotContain("FICTIONAL", "T-0-2", TestCards.ORI, "submission");
    for (int at = 2000; at + 32 < card.length; at += 4000) {
      assertThat(bytes).doesNotContain(new String(card, at, 32, StandardCharsets.ISO_8859_1));
    }
  }

  private static void answersAsBefore(long head, Path restored) throws Exception {
    Rooms here = Rooms.of(running.server);
    String last = BOOKED.removeLast();
    try (RunningServer other = new RunningServer(restored)) {
      Rooms there = Rooms.of(other.server);
      assertThat(there.ledger().after(head - 1, 1)).isEqualTo(here.ledger().after(head - 1, 1));
      assertThat(there.ledger().after(head, 1).getFirst().entry().action().key())
          .isEqualTo("backup.restore");
      for (String control : BOOKED) {
        assertThat(other.api.closed(control, token).path("answers"))
            .isEqualTo(running.api.closed(control, token).path("answers"));
        assertThat(caseOf(there, control)).isEqualTo(caseOf(here, control));
      }
      assertThat(other.api.get("/api/v1/submissions/" + last, token).status()).isEqualTo(404);
      everyBookingThereComesToItsEnd(other);
      assertThat(there.checkpoints().look()).isEmpty();
      for (RepositoryName name : RepositoryName.values()) {
        alike(name, here, there);
      }
    }
  }

  private static Optional<UUID> caseOf(Rooms rooms, String control) {
    return rooms.casework().cases().shelf().cases().ofControl(control).map(Case::caseId);
  }

  private static DataFolder folder(Rooms rooms) {
    return rooms.get(DataFolder.class);
  }

  private static void everyBookingThereComesToItsEnd(RunningServer other) throws Exception {
    List<String> controls =
        JdbcClient.create(folder(Rooms.of(other.server)).databases().exchange())
            .sql("select control from submission")
            .query(String.class)
            .list();
    assertThat(controls).containsAll(BOOKED);
    for (String control : controls) {
      assertThat(other.api.closed(control, token).path("state").asString()).isEqualTo("ANSWERED");
    }
  }

  /// Searches for whoever was enrolled there say the same in both.
  private static void alike(RepositoryName name, Rooms here, Rooms there) {
    Repository one = here.repositories().of(name);
    Repository other = there.repositories().of(name);
    Purpose purpose =
        switch (name) {
          case CRIMINAL -> Purpose.CRIMINAL_BOOKING;
          case IMMIGRATION -> Purpose.INTEROPERABILITY;
          case CIVIL -> Purpose.APPLICANT;
        };
    for (Sampled sample : new SampleStore(data(name, there)).encounters(PEOPLE)) {
      TenPrint prints = other.encounterPrints(sample.encounterId(), purpose).orElseThrow();
      assertThat(first(other, prints, purpose))
          .isEqualTo(first(one, prints, purpose))
          .isEqualTo(sample.personId());
    }
  }

  private static DataSource data(RepositoryName name, Rooms rooms) {
    return switch (name) {
      case CRIMINAL -> folder(rooms).databases().criminal();
      case IMMIGRATION -> folder(rooms).databases().immigration();
      case CIVIL -> folder(rooms).databases().civil();
    };
  }

  private static UUID first(Repository repository, TenPrint prints, Purpose purpose) {
    return repository.identify(prints, purpose).candidates().candidates().getFirst().personId();
  }

  @Test
  void oneThatIsKilledIsNone() throws Exception {
    Path to = temp.resolve("killed");
    Process process = backup(to).begun(temp.resolve("killed.out"));
    while (process.isAlive() && parts(to) == 0) {
      Thread.sleep(1);
    }
    process.destroyForcibly();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as("killed before it ended").isNotZero();
    assertThat(parts(to)).isEqualTo(1);
    Said said = Said.by("backup", "verify", to.toString(), "--key", key.toString());
    assertThat(said.exitCode()).isEqualTo(ExitCode.TROUBLE);
    assertThat(said.err()).contains("no backup in " + to);
  }

  private static long parts(Path to) throws Exception {
    if (Files.notExists(to)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(to)) {
      return files.filter(file -> file.toString().endsWith(".part")).count();
    }
  }

  @Test
  void whatCannotBeRestoredIsSaidAndNothingIsMade() throws Exception {
    Path to = temp.resolve("refused");
    TestProgram.Ended ended = ended(backup(to));
    assertThat(ended.exitCode()).as(ended.output()).isZero();
    Path file = Path.of(json(ended.output()).path("file").asString());
    Path empty = temp.resolve("empty");

    Said full = restore(file, Files.createDirectories(temp.resolve("full/of")).getParent(), key);
    assertThat(full.exitCode()).isEqualTo(ExitCode.TROUBLE);
    assertThat(full.err()).contains("is not empty");

    Path other = temp.resolve("other.key");
    assertThat(Said.by("backup", "new-key", other.toString()).exitCode()).isZero();
    Said wrong = restore(file, empty, other);
    assertThat(wrong.exitCode()).isEqualTo(ExitCode.FINDINGS);
    assertThat(wrong.err()).contains("wrong key");
    Said none = Said.by("restore", "--from", to.toString(), "--data", empty.toString());
    assertThat(none.exitCode()).isEqualTo(ExitCode.FINDINGS);
    assertThat(none.err()).contains("is encrypted with key");

    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    Said damaged = restore(file, empty, key);
    assertThat(damaged.exitCode()).isEqualTo(ExitCode.FINDINGS);
    assertThat(damaged.err()).contains("is not what was written");
    Said verified = Said.by("backup", "verify", to.toString(), "--key", key.toString());
    assertThat(verified.exitCode()).isEqualTo(ExitCode.FINDINGS);
    assertThat(empty).doesNotExist();
  }

  private static Said restore(Path file, Path data, Path by) {
    return Said.by(
        "restore", "--from", file.toString(), "--data", data.toString(), "--key", by.toString());
  }
}

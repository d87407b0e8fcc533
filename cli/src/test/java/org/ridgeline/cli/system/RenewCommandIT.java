package org.ridgeline.cli.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.app.system.Rooms;
import org.ridgeline.app.system.RunningServer;
import org.ridgeline.app.system.TestCards;
import org.ridgeline.codec.itl.Decoded;
import org.ridgeline.codec.itl.ItlReader;
import org.ridgeline.exchange.identify.Card;
import org.ridgeline.exchange.identify.FairPool;
import org.ridgeline.exchange.identify.ProbeMaker;
import org.ridgeline.exchange.intake.EncounterImport.Imported;
import org.ridgeline.exchange.submission.ProbeFinger;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.extract.Extractor;
import org.ridgeline.ledger.ChainedEntry;
import org.ridgeline.ledger.Subject;
import org.ridgeline.node.DataFolder;
import org.ridgeline.repository.Purpose;
import org.ridgeline.repository.Repository;
import org.ridgeline.vocabulary.Decision;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Sha256;
import org.ridgeline.vocabulary.Template;
import org.ridgeline.vocabulary.TenPrint;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Templates made anew by command beside a server that is searched all the while: killed, run
/// again, and run once more.
class RenewCommandIT {
  private static final int PEOPLE = 6;
  private static final int FINGERS = 4;

  /// Between two searches, so that the command has its share of the cores.
  private static final int PAUSE_MS = 100;

  @TempDir private static Path temp;
  private static RunningServer running;
  private static Rooms rooms;
  private static JdbcClient rows;
  private static final List<UUID> PERSONS = new ArrayList<>();
  private static final List<TenPrint> PROBES = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    running = new RunningServer(temp.resolve("data"));
    rooms = Rooms.of(running.server);
    rows = JdbcClient.create(rooms.get(DataFolder.class).databases().criminal());
    try (FairPool pool = new FairPool("probe-", 2)) {
      for (int person = 0; person < PEOPLE; person++) {
        byte[] card = TestCards.card(800 + person, 1, "T-RENEW-" + person, "OLD,OTTO");
        Imported imported = rooms.importer(RepositoryName.CRIMINAL).take(card);
        PERSONS.add(((Imported.Done) imported).personId());
        PROBES.add(prints(pool, TestCards.card(800 + person, 2, "T-PROBE", "OLD,OTTO")));
      }
    }
  }

  @AfterAll
  static void stop() throws Exception {
    running.close();
  }

  private static TenPrint prints(FairPool pool, byte[] card) throws InterruptedException {
    var read = (Decoded.Accepted) ItlReader.read(card);
    Map<FingerPosition, Template> fingers = new EnumMap<>(FingerPosition.class);
    for (ProbeFinger finger :
        new ProbeMaker(pool).make("test", Card.asSent(read.transaction())).fingers()) {
      fingers.put(finger.finger(), finger.template());
    }
    return new TenPrint(fingers);
  }

  private record Row(UUID encounter, int fgp, byte[] template) {
    int extractor() {
      return Template.extractor(template);
    }
  }

  private static List<Row> stored() {
    return rows.sql("select encounter_id, fgp, template from finger order by 1, 2")
        .query((row, _) -> new Row(row.getObject(1, UUID.class), row.getInt(2), row.getBytes(3)))
        .list();
  }

  /// What an extractor of minutiae alone would have left.
  private static void age() {
    for (Row row : stored()) {
      Template made = Template.ofBytes(row.template());
      var old =
          new Template(
              made.widthPx(),
              made.heightPx(),
              made.resolutionPpi(),
              made.quality(),
              made.minutiae());
      rows.sql("update finger set template = ? where encounter_id = ? and fgp = ?")
          .params(old.toBytes(), row.encounter(), row.fgp())
          .update();
    }
  }

  private static TestProgram renew(String... more) {
    return TestProgram.start("repository", "renew-templates", "--name", "criminal")
        .with("--data", temp.resolve("data").toString())
        .with(more);
  }

  private static TestProgram.Ended ended(String... more) throws Exception {
    TestProgram.Ended ended = renew(more).ended();
    assertThat(ended.exitCode()).as(ended.output()).isZero();
    return ended;
  }

  /// Searches for everybody until told to stop; gives how often somebody was no hit, of how many.
  private static int[] search(AtomicBoolean isOver) throws InterruptedException {
    Repository repository = rooms.repositories().of(RepositoryName.CRIMINAL);
    int misses = 0;
    int searches = 0;
    while (!isOver.get()) {
      int person = searches++ % PEOPLE;
      var found = repository.identify(PROBES.get(person), Purpose.CRIMINAL_BOOKING).decision();
      boolean isFound =
          found instanceof Decision.Hit(var candidate)
              && candidate.personId().equals(PERSONS.get(person));
      misses += isFound ? 0 : 1;
      Thread.sleep(PAUSE_MS);
    }
    return new int[] {misses, searches};
  }

  private static void killOnceBegun(Process process) throws InterruptedException {
    Instant until = Instant.now().plusSeconds(60);
    while (stored().stream().noneMatch(row -> row.extractor() > 0)) {
      assertThat(process.isAlive()).isTrue();
      assertThat(Instant.now()).isBefore(until);
      Thread.sleep(5);
    }
    process.destroyForcibly();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void templatesAreMadeAnewWhileSearchesFindEverybody() throws Exception {
    List<Row> fresh = stored();
    age();
    List<Row> old = stored();
    assertThat(ended("--dry-run").output())
        .contains("24 fingers, 0 by extractor " + Extractor.VERSION, "24 wait, of 6 encounters");
    AtomicBoolean isOver = new AtomicBoolean();
    Future<int[]> searching;
    try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
      searching = threads.submit(() -> search(isOver));
      try {
        killedAndRunAgain(old, fresh);
      } finally {
        isOver.set(true);
      }
    }
    assertThat(searching.get()[0]).as("misses of %d", searching.get()[1]).isZero();
    assertThat(digests(stored())).isEqualTo(digests(fresh));
    assertThat(steps()).containsExactly("begin", "begin", "end", "begin", "end");
  }

  private static void killedAndRunAgain(List<Row> old, List<Row> fresh) throws Exception {
    killOnceBegun(renew("--batch", "1").begun(temp.resolve("killed.out")));
    List<Row> between = stored();
    long left = between.stream().filter(row -> row.extractor() == 0).count();
    assertThat(left).isPositive().isLessThan(PEOPLE * FINGERS);
    for (int i = 0; i < between.size(); i++) {
      Row whole = between.get(i).extractor() == 0 ? old.get(i) : fresh.get(i);
      assertThat(Sha256.hex(between.get(i).template())).isEqualTo(Sha256.hex(whole.template()));
    }
    assertThat(ended().output()).contains(left + " templates made anew", "0 wait, of 0 encounters");
    assertThat(ended("--json").output()).contains("\"encounters\":0", "\"present\":24");
  }

  private static List<String> digests(List<Row> rows) {
    return rows.stream().map(row -> Sha256.hex(row.template())).toList();
  }

  private static List<String> steps() {
    return rooms.ledger().about(List.of(Subject.Kind.REPOSITORY.of("criminal"))).stream()
        .map(ChainedEntry::entry)
        .filter(entry -> entry.action().key().equals("repository.renew"))
        .map(entry -> entry.detail().get("step"))
        .toList();
  }
}

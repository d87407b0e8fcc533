package org.ridgeline.cli.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.app.system.Api;
import org.ridgeline.app.system.Rooms;
import org.ridgeline.app.system.TestCards;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.agency.Channel;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.node.DataFolder;
import org.ridgeline.node.Settings;
import org.ridgeline.search.rank.Engine;
import org.ridgeline.vocabulary.Ori;
import tools.jackson.databind.JsonNode;

/// Kills the server, and now and then its database too, at random moments while bookings stream in.
/// Afterwards every submission that was given a control number is answered, once, and no lead is
/// lost or doubled.
class CrashIT {
  private static final int KILLS = Integer.getInteger("ridgeline.kills", 36);
  private static final long SEED = Long.getLong("ridgeline.seed", System.nanoTime());

  /// Of servers that are started often and run for seconds; the last one answers all that is left.
  private static final List<String> QUICK_TO_START = List.of("-XX:TieredStopAtLevel=1");

  private static final int PEOPLE = 12;
  private static final int KNOWN_TO_IMMIGRATION = 4;

  private final Random random = new Random(SEED);
  private final Map<String, Sent> sent = new ConcurrentHashMap<>();
  private final AtomicReference<Throwable> broken = new AtomicReference<>();
  private final AtomicBoolean stop = new AtomicBoolean();

  @TempDir private Path temp;
  private Path data;
  private int port;
  private String token = "";
  private String officeToken = "";

  /// One booking of the stream.
  private record Sent(int person, String control) {}

  @Test
  void everyAcceptedBookingIsAnsweredOnceWhateverIsKilled() throws Exception {
    System.out.println("CrashIT: kills=" + KILLS + " seed=" + SEED);
    data = temp.resolve("data");
    port = freePort();
    drawPrints();
    setUp();
    Thread sender =
        Thread.ofPlatform().uncaughtExceptionHandler((_, e) -> broken.set(e)).start(this::stream);
    for (int kill = 0; kill < KILLS; kill++) {
      runAndKill(kill);
    }
    Process last = launch(List.of());
    awaitReady(last);
    while (sent.size() < 2 * KILLS && sender.isAlive()) {
      Thread.sleep(100);
    }
    stop.set(true);
    sender.join(Duration.ofSeconds(60));
    assertThat(sender.isAlive()).isFalse();
    assertThat(broken.get()).isNull();
    try {
      check();
    } finally {
      last.destroy();
      assertThat(last.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
    checkRepositories();
  }

  /// Ahead of the stream, which would otherwise be as slow as the drawing.
  private static void drawPrints() {
    IntStream.range(0, PEOPLE)
        .parallel()
        .forEach(person -> {
          TestCards.card(person, 2, "DRAWN", "DRAWN,NAME");
          TestCards.card(person, 3, "DRAWN", "DRAWN,NAME");
        });
  }

  private void setUp() throws Exception {
    try (DataFolder folder = DataFolder.use(data, Settings.of(data, Optional.empty()));
        Rooms rooms = Rooms.open(folder, Engine.standard(), Clock.systemUTC())) {
      Ori ori = new Ori(TestCards.ORI);
      token =
          rooms
              .stores()
              .agencies()
              .add(
                  new Agency(
                      ori, "Test", "CA", "06067", "", true, Channel.FETCH, Optional.empty()));
      rooms.stores().activation().activate(ori, LocalDate.of(2010, 1, 12));
      officeToken = rooms.stores().offices().add("Office", List.of("CA"));
      for (int person = 0; person < KNOWN_TO_IMMIGRATION; person++) {
        rooms
            .importer(RepositoryName.IMMIGRATION)
            .take(TestCards.card(person, 1, "IMPORT-" + person, "KNOWN,NAME"));
      }
    }
  }

  private void runAndKill(int kill) throws Exception {
    Process server = launch(QUICK_TO_START);
    boolean early = random.nextInt(6) == 0;
    if (early) {
      Thread.sleep(random.nextInt(4000));
    } else {
      awaitReady(server);
      Thread.sleep(random.nextInt(4000));
    }
    if (kill % 9 == 4) {
      killDatabase();
    }
    server.destroyForcibly();
    assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
  }

  /// As a power cut would: the database's first process goes without a chance to tidy up.
  private void killDatabase() throws IOException {
    Path pid = data.resolve("postgres/postmaster.pid");
    if (Files.exists(pid)) {
      long number = Long.parseLong(Files.readAllLines(pid).getFirst().strip());
      ProcessHandle.of(number).ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  private Process launch(List<String> flags) throws IOException {
    Files.deleteIfExists(temp.resolve("ready"));
    String classPath =
        System.getProperty("ridgeline.jar")
            + File.pathSeparator
            + System.getProperty("ridgeline.lib")
            + "/*";
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(List.of("-XX:+UseSerialGC", "-Xshare:auto"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("--sun-misc-unsafe-memory-access=allow", "-cp", classPath));
    command.addAll(List.of("org.ridgeline.cli.Ridgeline", "serve", "--data", data.toString()));
    command.addAll(List.of("--port", String.valueOf(port)));
    command.addAll(List.of("--ready-file", temp.resolve("ready").toString()));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(temp.resolve("server.log").toFile()))
        .start();
  }

  private void awaitReady(Process server) throws Exception {
    long until = System.nanoTime() + Duration.ofSeconds(90).toNanos();
    while (!Files.exists(temp.resolve("ready"))) {
      if (!server.isAlive() || System.nanoTime() > until) {
        throw new AssertionError(
            "server did not become ready:\n" + Files.readString(temp.resolve("server.log")));
      }
      Thread.sleep(20);
    }
  }

  /// A sender that keeps trying a booking until it has a control number, as a livescan does.
  private void stream() {
    Api api = new Api("http://127.0.0.1:" + port);
    Random who = new Random(SEED + 1);
    for (int number = 0; !stop.get(); number++) {
      int person = who.nextInt(PEOPLE);
      String tcn = "TCN-%06d".formatted(number);
      byte[] card = TestCards.card(person, 2 + who.nextInt(2), tcn, "CLAIMED,NAME");
      Optional<String> control = untilAccepted(api, card);
      control.ifPresent(c -> sent.put(tcn, new Sent(person, c)));
      if (control.isPresent() && who.nextInt(4) == 0) {
        Optional<String> again = untilAccepted(api, card);
        again.ifPresent(c -> assertSame(tcn, control.get(), c));
      }
      pause();
    }
  }

  private static void assertSame(String tcn, String first, String second) {
    if (!first.equals(second)) {
      throw new AssertionError(tcn + " has control numbers " + first + " and " + second);
    }
  }

  private Optional<String> untilAccepted(Api api, byte[] card) {
    while (true) {
      try {
        Api.Reply reply = api.post("/api/v1/submissions", token, card);
        if (reply.status() == 202) {
          return Optional.of(reply.json().path("control").asString());
        }
        if (reply.status() != 503) {
          throw new AssertionError(reply.status() + " " + new String(reply.response().body()));
        }
        Thread.sleep(100);
      } catch (IOException e) {
        if (stop.get()) {
          return Optional.empty();
        }
        pause();
      } catch (InterruptedException e) {
        return Optional.empty();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void check() throws Exception {
    Api api = new Api("http://127.0.0.1:" + port);
    assertThat(sent.size()).isGreaterThanOrEqualTo(2 * KILLS);
    assertThat(sent.values().stream().map(Sent::control).distinct()).hasSameSizeAs(sent.values());
    Map<String, Integer> leads = leads(api);
    int expectedLeads = 0;
    for (var one : sent.entrySet()) {
      String control = one.getValue().control();
      JsonNode submission = api.closed(control, token);
      assertThat(submission.path("tcn").asString()).isEqualTo(one.getKey());
      assertThat(submission.path("state").asString())
          .as(submission.toString())
          .isEqualTo("ANSWERED");
      assertThat(submission.path("answers").size()).as(control).isEqualTo(2);
      boolean known = one.getValue().person() < KNOWN_TO_IMMIGRATION;
      assertThat(Api.answer(submission, "immigration").path("outcome").asString())
          .as(control)
          .isEqualTo(known ? "pending" : "no-hit");
      assertThat(Api.answer(submission, "criminal").path("outcome").asString())
          .isIn("hit", "no-hit");
      expectedLeads += known ? 1 : 0;
    }
    leads = leads(api);
    assertThat(leads.values()).allMatch(count -> count == 1);
    assertThat(leads.keySet())
        .containsAll(
            sent.values().stream()
                .filter(s -> s.person() < KNOWN_TO_IMMIGRATION)
                .map(Sent::control)
                .toList());
    // A booking may have been committed whose answer to the sender a kill swallowed for good: at
    // most the stream's last one, which nobody sent again.
    assertThat(leads.size()).isBetween(expectedLeads, expectedLeads + 1);
  }

  private Map<String, Integer> leads(Api api) throws Exception {
    Map<String, Integer> leads = new TreeMap<>();
    for (JsonNode lead : api.get("/api/v1/leads", officeToken).json()) {
      leads.merge(lead.path("control").asString(), 1, Integer::sum);
    }
    return leads;
  }

  /// Each person was enrolled once, however often enrolment was cut off; nobody was added to the
  /// immigration repository.
  private void checkRepositories() throws Exception {
    long people = sent.values().stream().map(Sent::person).distinct().count();
    try (DataFolder folder = DataFolder.use(data, Settings.of(data, Optional.empty()));
        Rooms rooms = Rooms.open(folder, Engine.standard(), Clock.systemUTC())) {
      var criminal = rooms.repositories().criminal().size();
      assertThat(criminal.persons()).isBetween((int) people, (int) people + 1);
      assertThat(criminal.encounters()).isBetween(sent.size(), sent.size() + 1);
      assertThat(rooms.repositories().immigration().size().encounters())
          .isEqualTo(KNOWN_TO_IMMIGRATION);
      assertThat(personsByControl(rooms)).hasSize((int) people);
    }
  }

  /// Every booking of a person was answered with the same person.
  private Map<UUID, Integer> personsByControl(Rooms rooms) {
    Map<UUID, Integer> persons = new TreeMap<>();
    sent.values()
        .forEach(s -> {
          UUID id =
              rooms.stores().searches().of(s.control()).stream()
                  .filter(row -> row.repository() == RepositoryName.CRIMINAL)
                  .findFirst()
                  .orElseThrow()
                  .personId()
                  .orElseThrow();
          Integer before = persons.put(id, s.person());
          assertThat(before == null ? s.person() : before).isEqualTo(s.person());
        });
    return persons;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}

package org.ridgeline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.app.Server;
import org.ridgeline.app.system.Rooms;
import org.ridgeline.app.system.RunningServer;
import org.ridgeline.app.system.Visitor;
import org.ridgeline.casework.casefile.Case;
import org.ridgeline.casework.casefile.CaseQueue;
import org.ridgeline.casework.casefile.CaseState;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.redress.Deadlines.Reading;
import org.ridgeline.casework.redress.RedressItem;
import org.ridgeline.exchange.operator.Duty;
import org.ridgeline.exchange.operator.Role;

/// The demo's staff, its cases in every state, and its tour, stop by stop; and that without a demo
/// there are none.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoIT {
  private static final Pattern PERSON = Pattern.compile("/demo/as/([a-z.]+)");
  private static final Pattern PASSWORD = Pattern.compile("<code>([0-9a-f]{18})</code>");
  private static final Pattern STOP =
      Pattern.compile(
          "action=\"/demo/as/([a-z.]+)\".*?name=\"to\" value=\"([^\"]+)\""
              + ".*?name=\"stop\" value=\"([0-9]+)\"",
          Pattern.DOTALL);

  /// So many bookings are enough for a case in every state.
  private static final int BOOKINGS_MAX = 80;

  /// Looks after that, while the staff finishes what has come.
  private static final int LATE_LOOKS = 120;

  /// Looks for what is told or alarmed of a little after a case has come where it is.
  private static final int LATER_LOOKS = 600;

  private static final Actor OFFICER = actor(Role.OFFICER);

  /// A word of what the tour promises on each page.
  private static final Map<String, List<String>> PROMISED =
      Map.ofEntries(
          Map.entry("/submissions", List.of("R20", "CARROW")),
          Map.entry("/leads", List.of("machine match, unverified", "Lead on")),
          Map.entry("/examine", List.of("wait for you", ">Begin<")),
          Map.entry("/examine/conflicts", List.of("Compare the next")),
          Map.entry("/examine/examiners", List.of("demo.examiner.three", "demo.examiner.four")),
          Map.entry("/cases?state=CITIZENSHIP_REVIEW", List.of("class=\"caselink\"")),
          Map.entry("/cases?state=FACTS", List.of("class=\"caselink\"")),
          Map.entry("/cases?state=READY", List.of("class=\"caselink\"")),
          Map.entry("/cases?state=COUNTERSIGN", List.of("class=\"caselink\"")),
          Map.entry("/bureau", List.of("second", "CARROW")),
          Map.entry("/bureau/option", List.of("Choose anew")),
          Map.entry("/agency/custody", List.of("/agency/custody/R20", "reached")),
          Map.entry("/redress", List.of("citizenship", "missed")),
          Map.entry("/oversight", List.of("Oversight")));

  @TempDir private static Path temp;
  private static final ByteArrayOutputStream SAID = new ByteArrayOutputStream();
  private static Server server;
  private static Demo demo;
  private static Thread runs = new Thread();

  @BeforeAll
  static void start() throws Exception {
    server =
        Demo.serve(
            temp.resolve("demo"),
            Optional.empty(),
            new Server.Listen("127.0.0.1", 0, Optional.empty()));
    demo = new Demo(server, NationSize.SMALL, new PrintStream(SAID, true, StandardCharsets.UTF_8));
    runs = Thread.ofVirtual().start(DemoIT::run);
  }

  @AfterAll
  static void stop() throws Exception {
    demo.stop();
    runs.interrupt();
    server.close();
  }

  private static void run() {
    try {
      demo.run(0, Duration.ofMillis(200));
    } catch (Exception e) {
      // The test ends it.
    }
  }

  private static Actor actor(Role role) {
    return new Actor("looks.on", Duty.of(role), "test: what the demo has made");
  }

  private static Rooms.Casework casework() {
    return Rooms.of(server).casework();
  }

  private static String said() {
    return SAID.toString(StandardCharsets.UTF_8);
  }

  @Test
  @Order(1)
  void aDemoHasSomebodyOfEveryRole() throws Exception {
    Visitor visitor = Visitor.stranger(server.url());
    String page = await(visitor);
    assertThat(visitor.get("/tour").body()).contains("The demo has just begun");
    Set<String> people = found(PERSON, page);
    Set<String> passwords = found(PASSWORD, page);
    assertThat(people).hasSize(11);
    assertThat(passwords).as("everybody has a password of their own").hasSize(11);
    for (String name : people) {
      visitor.become(name);
      assertThat(visitor.get("/tour").body()).contains("<b>" + name + "</b>");
    }
    for (String elsewhere : List.of("//elsewhere", "https://elsewhere", "/\\elsewhere")) {
      assertThat(visitor.become("demo.officer", Map.of("to", elsewhere)).statusCode())
          .as(elsewhere)
          .isEqualTo(400);
    }
  }

  private static String await(Visitor visitor) throws Exception {
    for (int i = 0; i < 300; i++) {
      var reply = visitor.get("/demo");
      if (reply.statusCode() == 200) {
        return reply.body();
      }
      Thread.sleep(200);
    }
    throw new AssertionError("no demo after a minute");
  }

  private static Set<String> found(Pattern pattern, String page) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = pattern.matcher(page);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  /// A lead's case is before the examiners as soon as it is there: nobody sees it received.
  @Test
  @Order(2)
  void aCaseIsInEveryState() throws Exception {
    Set<CaseState> missing = EnumSet.allOf(CaseState.class);
    missing.remove(CaseState.RECEIVED);
    int late = 0;
    while (!missing.isEmpty() && late < LATE_LOOKS) {
      late += said().lines().filter(line -> line.startsWith("R20")).count() < BOOKINGS_MAX ? 0 : 1;
      Thread.sleep(500);
      casework()
          .cases()
          .queue()
          .counts()
          .forEach((state, count) -> {
            if (count > 0) {
              missing.remove(state);
            }
          });
    }
    assertThat(missing).as(said()).isEmpty();
  }

  @Test
  @Order(3)
  void examinersSettledThemAndLeaveSomeToVisitors() {
    var verification = casework().verification();
    List<Case> settled = new ArrayList<>();
    for (CaseState state : CaseState.values()) {
      if (state != CaseState.VERIFYING) {
        settled.addAll(in(state));
      }
    }
    assertThat(settled).hasSizeGreaterThan(9);
    for (Case one : settled) {
      assertThat(casework().cases().shelf().cases().events(one.caseId()))
          .filteredOn(event -> event.step().startsWith("SETTLE"))
          .isNotEmpty()
          .allMatch(event -> event.purpose().equals("settled by blind verification"));
    }
    assertThat(verification.examiners().standing(actor(Role.EXAMINER)).waiting())
        .isGreaterThanOrEqualTo(3);
    assertThat(verification.examiners().standing(actor(Role.SUPERVISOR)).waiting())
        .as("a conflict waits")
        .isPositive();
    assertThat(verification.knownPairs().count()).isPositive();
    var examiners = verification.supervisors().examiners(actor(Role.SUPERVISOR));
    assertThat(examiners).hasSize(2).allMatch(examiner -> examiner.off().isEmpty());
  }

  private static List<Case> in(CaseState state) {
    var filter = new CaseQueue.Filter(state.name(), "", "", "", Instant.now().plusSeconds(60));
    return casework().cases().queue().list(OFFICER, filter, 100);
  }

  @Test
  @Order(4)
  void stopsAlarmsAndRequestsAreThere() throws Exception {
    assertThat(in(CaseState.DETERMINED)).as("a stop holds an answer").allMatch(Case::stopped);
    awaitThat(() -> alarms().contains("LIMIT_REACHED"));
    assertThat(alarms()).as(said()).contains("LIMIT_REACHED");
    assertThat(casework().custody().facilities().all()).hasSizeGreaterThan(3);
    var redress = Rooms.of(server).redress();
    Actor officer = actor(Role.REDRESS_OFFICER);
    awaitThat(DemoIT::isOneAnswered);
    Instant now = Instant.now();
    List<RedressItem> open = redress.desk().queue(officer, false);
    assertThat(open).hasSize(3);
    assertThat(open).anyMatch(item -> item.deadlines().urgent());
    assertThat(open).anyMatch(item -> item.deciding(now) == Reading.BREACHED);
    List<RedressItem> decided = redress.desk().queue(officer, true);
    assertThat(decided).as(said()).hasSize(1);
    assertThat(redress.corrections().of(decided.getFirst().itemId()))
        .isNotEmpty()
        .allMatch(notice -> notice.acknowledgedAt().isPresent());
  }

  /// Answered, and everybody who had been told has acknowledged the correction.
  private static boolean isOneAnswered() {
    var redress = Rooms.of(server).redress();
    List<RedressItem> decided = redress.desk().queue(actor(Role.REDRESS_OFFICER), true);
    return !decided.isEmpty()
        && redress.corrections().of(decided.getFirst().itemId()).stream()
            .allMatch(notice -> notice.acknowledgedAt().isPresent());
  }

  private static void awaitThat(BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < LATER_LOOKS && !condition.getAsBoolean(); i++) {
      Thread.sleep(200);
    }
  }

  private static Set<String> alarms() {
    Set<String> kinds = new TreeSet<>();
    var watched = in(CaseState.IN_CUSTODY_WATCH).stream().map(Case::caseId).toList();
    casework()
        .custody()
        .desk()
        .byCase(watched)
        .values()
        .forEach(file -> file.standingAlarms().forEach(alarm -> kinds.add(alarm.kind().name())));
    return kinds;
  }

  @Test
  @Order(5)
  void everyStopOfTheTourShowsWhatItPromises() throws Exception {
    Visitor visitor = Visitor.stranger(server.url());
    Matcher stops = STOP.matcher(visitor.get("/tour").body());
    Set<String> pages = new TreeSet<>();
    int last = 0;
    while (stops.find()) {
      String name = stops.group(1);
      String to = stops.group(2);
      last = Integer.parseInt(stops.group(3));
      pages.add(to);
      var go = visitor.become(name, Map.of("to", to, "stop", stops.group(3)));
      assertThat(go.headers().firstValue("Location").orElse("")).endsWith(to);
      var reply = visitor.get(to);
      assertThat(reply.statusCode()).as(to).isEqualTo(200);
      assertThat(reply.body()).as(to).contains("<b>" + name + "</b>");
      assertThat(reply.body()).as(to).contains(PROMISED.getOrDefault(to, List.of("no such stop")));
      assertThat(visitor.get("/tour").headers().firstValue("Location").orElse(""))
          .endsWith("/tour?at=" + last + "#stop-" + last);
      assertThat(visitor.get("/tour?at=" + last).body())
          .containsOnlyOnce("you were here")
          .doesNotContain("The demo has just begun");
    }
    assertThat(last).isEqualTo(11);
    assertThat(visitor.get("/tour?at=1").body()).containsOnlyOnce("go on here");
    assertThat(pages).isEqualTo(new TreeSet<>(PROMISED.keySet()));
  }

  @Test
  @Order(6)
  void withoutADemoThereIsNoWayIn() throws Exception {
    try (RunningServer plain = new RunningServer(temp.resolve("plain"))) {
      Visitor stranger = Visitor.stranger(plain.server.url());
      assertThat(stranger.get("/demo").statusCode()).isEqualTo(404);
      assertThat(stranger.get("/tour").statusCode()).isEqualTo(404);
      assertThat(stranger.post("/demo/as/demo.officer", Map.of()).statusCode()).isEqualTo(404);
    }
  }
}

package org.ridgeline.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.app.ComparedPrints;
import org.ridgeline.casework.casefile.Case;
import org.ridgeline.casework.casefile.CaseState;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.casework.verification.TaskSheet;
import org.ridgeline.exchange.operator.Duty;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.ledger.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Blind verification over HTTP: one real case, and with every request a planted pair.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExamineIT {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String NAME = "QUENTIN,XAVIERA";
  private static final String ON_RECORD = "ZAPATERO,YOLANDA";
  private static final String TCN = "TCNBLIND0001";
  private static final String KEYS =
      "degrees fingers heightPx image kind label left marksMax minutiae noteCharsMax number"
          + " pointsMin ppi reasonCharsMin ridgesMax right rule task widthPx x y";

  @TempDir private static Path temp;
  private static CaseWorld world;
  private static JdbcClient jdbc;
  private static Case real;

  @BeforeAll
  static void start() throws Exception {
    Path data = Files.createDirectories(temp.resolve("data"));
    Files.writeString(data.resolve("ridgeline.properties"), "verification.planted-share=0.5\n");
    world = new CaseWorld(data);
    verification().preparer().start();
    jdbc = world.jdbc();
    plant(true, 21, 21);
    Rooms.of(world.running.server)
        .importer(RepositoryName.IMMIGRATION)
        .take(TestCards.card(7, 1, "ENROLLED1", ON_RECORD));
    String token = world.running.activeAgency(TestCards.ORI);
    JsonNode booked = world.running.booked(token, TestCards.card(7, 2, TCN, NAME));
    real = awaited(booked.path("control").asString());
  }

  @AfterAll
  static void stop() throws Exception {
    world.close();
  }

  private static Rooms.Verification verification() {
    return Rooms.of(world.running.server).casework().verification();
  }

  private static void plant(boolean isMate, long one, long other) {
    verification()
        .knownPairs()
        .add(
            isMate,
            "test:" + one + ":" + other,
            ComparedPrints.ofCards(
                TestCards.card(one, 1, "K1", "DOE,A"), TestCards.card(other, 2, "K2", "DOE,B")),
            "test");
  }

  private static Case awaited(String control) throws InterruptedException {
    for (int i = 0; i < 300; i++) {
      Optional<Case> one =
          jdbc.sql("select case_id from case_lead where control = ?")
              .param(control)
              .query(java.util.UUID.class)
              .optional()
              .map(id -> world.cases.shelf().known(id));
      if (one.isPresent() && open() >= 2) {
        return one.get();
      }
      Thread.sleep(100);
    }
    throw new AssertionError("no comparison of " + control);
  }

  private static int open() {
    return jdbc.sql("select count(*) from comparison where state = 'OPEN'")
        .query(Integer.class)
        .single();
  }

  private static Browserless as(Role role, String number) throws Exception {
    return Browserless.loggedIn(
        world.running.server.url(), CaseWorld.name(role, number), CaseWorld.PASSWORD);
  }

  /// Takes the next comparison; gives its path.
  private static String next(Browserless examiner) throws Exception {
    examiner.get("/examine");
    String to =
        examiner.post("/examine/next", Map.of()).headers().firstValue("location").orElse("");
    return to.replaceFirst("^https?://[^/]+", "");
  }

  private static String verdict(String conclusion) {
    return "{\"conclusion\":\""
        + conclusion
        + "\",\"note\":\"ridge flow differs or agrees, as said\",\"seconds\":61}";
  }

  /// All that a browser gets of a comparison: page, JSON, prints, with headers.
  private static List<HttpResponse<byte[]>> everything(Browserless examiner, String path)
      throws Exception {
    List<HttpResponse<byte[]>> all = new ArrayList<>();
    all.add(examiner.bytes("/examine"));
    all.add(examiner.bytes(path));
    all.add(examiner.bytes(path + "/work.json"));
    for (JsonNode finger : JSON.readTree(all.getLast().body()).path("fingers")) {
      for (String side : List.of("left", "right")) {
        all.add(examiner.bytes(finger.path(side).path("image").asString()));
      }
    }
    assertThat(all).allMatch(reply -> reply.statusCode() == 200);
    return all;
  }

  /// What can be read in a reply. Pixels are left out: packed, they spell four letters by chance;
  /// that a print holds nothing but pixels is for [Blindness#chunks] to say.
  private static String words(HttpResponse<byte[]> reply) {
    boolean pixels = reply.headers().firstValue("content-type").orElse("").startsWith("image/png");
    return pixels ? "" : new String(reply.body(), StandardCharsets.ISO_8859_1);
  }

  @Test
  @Order(1)
  void nothingOfTheCaseReachesAnExaminer() throws Exception {
    Browserless examiner = as(Role.EXAMINER, "one");
    List<String> secrets =
        new ArrayList<>(
            List.of(
                "QUENTIN",
                "XAVIERA",
                "ZAPATERO",
                "YOLANDA",
                TCN,
                TestCards.ORI,
                "CONTAINER",
                real.booking().control(),
                real.number(),
                real.caseId().toString(),
                real.personId().toString(),
                real.booking().encounterId().toString(),
                real.booking().leadId().toString()));
    secrets.addAll(Blindness.TELLING);
    Set<String> paths = new HashSet<>();
    List<List<HttpResponse<byte[]>>> both = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      String path = next(examiner);
      assertThat(path).matches("/examine/[0-9a-f-]{36}");
      assertThat(paths.add(path)).isTrue();
      List<HttpResponse<byte[]>> all = everything(examiner, path);
      both.add(all);
      for (HttpResponse<byte[]> reply : all.subList(1, all.size())) {
        String seen = reply.uri() + " " + reply.headers().map() + " " + words(reply);
        secrets.forEach(secret -> assertThat(seen).doesNotContainIgnoringCase(secret));
      }
      assertThat(String.join(" ", Blindness.keys(JSON.readTree(all.get(2).body()))))
          .isEqualTo(KEYS);
      all.subList(3, all.size())
          .forEach(png ->
              assertThat(Blindness.chunks(png.body())).isEqualTo(List.of("IHDR", "IDAT", "IEND")));
      assertThat(examiner.postJson(path + "/verdict", verdict("IDENTIFICATION")).statusCode())
          .isEqualTo(200);
    }
    Blindness.alike(both.getFirst(), both.getLast());
    assertThat(next(examiner)).as("nobody gets a pair twice").isEqualTo("/examine");
  }

  @Test
  @Order(2)
  void whatIsAnothersDoesNotExistAndOtherRolesAreKeptOut() throws Exception {
    Browserless two = as(Role.EXAMINER, "two");
    String path = next(two);
    String print = path + "/0/left.png";
    Browserless one = as(Role.EXAMINER, "one");
    one.get("/examine");
    for (String url : List.of(path, path + "/work.json", print)) {
      assertThat(one.get(url).statusCode()).as(url).isEqualTo(404);
    }
    assertThat(one.postJson(path + "/verdict", verdict("EXCLUSION")).statusCode()).isEqualTo(404);
    assertThat(one.postJson(path + "/skip", "{\"reason\":\"no\"}").statusCode()).isEqualTo(404);
    for (String url :
        List.of(
            "/cases",
            "/leads",
            "/submissions",
            "/operators",
            "/activation",
            "/oversight",
            "/cases/" + real.caseId(),
            "/submissions/" + real.booking().control(),
            "/redress",
            "/agency",
            "/bureau",
            "/examine/conflicts",
            "/examine/examiners")) {
      assertThat(two.get(url).statusCode()).as(url).isEqualTo(403);
    }
    for (Role role : Role.values()) {
      if (role != Role.EXAMINER && role != Role.SUPERVISOR) {
        Browserless other = as(role, "one");
        for (String url : List.of("/examine", path, path + "/work.json", print)) {
          assertThat(other.get(url).statusCode()).as(role + " " + url).isEqualTo(403);
        }
      }
    }
    Browserless supervisor = as(Role.SUPERVISOR, "one");
    assertThat(supervisor.get(path).statusCode()).isEqualTo(404);
    assertThat(two.get(path + "/9/left.png").statusCode()).isEqualTo(404);
    assertThat(two.postJson(path + "/verdict", verdict("MAYBE")).statusCode()).isEqualTo(400);
    assertThat(two.postJson(path + "/verdict", "{\"conclusion\":\"EXCLUSION\",\"seconds\":1}"))
        .satisfies(reply -> assertThat(reply.statusCode()).isEqualTo(422))
        .satisfies(reply -> assertThat(reply.body()).contains("reason"));
  }

  @Test
  @Order(3)
  void twoDifferAndASupervisorWhoSawNeitherSettlesIt() throws Exception {
    Browserless two = as(Role.EXAMINER, "two");
    for (String path = next(two); !path.equals("/examine"); path = next(two)) {
      assertThat(two.postJson(path + "/verdict", verdict("EXCLUSION")).statusCode()).isEqualTo(200);
      assertThat(two.postJson(path + "/verdict", verdict("IDENTIFICATION")).statusCode())
          .as("a verdict is final")
          .isEqualTo(404);
    }
    assertThat(world.now(real).state()).isEqualTo(CaseState.VERIFYING);
    Browserless supervisor = as(Role.SUPERVISOR, "one");
    assertThat(supervisor.get("/examine/conflicts").body())
        .doesNotContain("examiner.one", "examiner.two", NAME);
    for (String path = next(supervisor); !path.equals("/examine"); path = next(supervisor)) {
      for (HttpResponse<byte[]> reply : everything(supervisor, path)) {
        assertThat(new String(reply.body(), StandardCharsets.ISO_8859_1))
            .doesNotContain("examiner.one", "examiner.two", "QUENTIN");
      }
      assertThat(supervisor.postJson(path + "/verdict", verdict("EXCLUSION")).statusCode())
          .isEqualTo(200);
    }
    assertThat(world.now(real).state()).isEqualTo(CaseState.EXCLUDED);
    assertThat(supervisor.get("/examine/conflicts").body())
        .contains("examiner.one", "examiner.two", "supervisor.one, supervisor")
        .doesNotContain("QUENTIN", real.number());
    assertThat(printsOfCases())
        .as("nobody was identified: the case is purged, with what is kept for the supervisor")
        .isZero();
    assertThat(knownPrints()).isPositive();
    assertThatThrownBy(
            () -> jdbc.sql("update comparison_verdict set conclusion = 'IDENTIFICATION'").update())
        .hasMessageContaining("not changed");
  }

  private static int printsOfCases() {
    return jdbc.sql("select count(*) from comparison_print where pair_key like 'R%'")
        .query(Integer.class)
        .single();
  }

  private static int knownPrints() {
    return jdbc.sql("select count(*) from comparison_print where pair_key like 'known%'")
        .query(Integer.class)
        .single();
  }

  /// Planted comparisons: a case whose prints cannot be read is inconclusive at once.
  private static void planted(int count) throws InterruptedException {
    for (int i = 0; i < count; i++) {
      Case one = world.opened();
      world.await(one.caseId(), CaseState.INCONCLUSIVE);
    }
    verification().preparer().prepare();
  }

  @Test
  @Order(4)
  void manyAtOnceGetTwoPlacesEachAndATimedOutOneGoesBack() throws Exception {
    plant(true, 31, 31);
    plant(true, 32, 32);
    planted(2);
    int waiting = open();
    List<Callable<Optional<TaskSheet>>> storm = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Actor actor = examiner("storm." + i);
      storm.add(() -> verification().examiners().next(actor));
    }
    int taken = 0;
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var one : threads.invokeAll(storm)) {
        taken += one.get().isPresent() ? 1 : 0;
      }
    }
    assertThat(taken).isEqualTo(Math.min(8, 2 * waiting));
    assertThat(
            jdbc.sql(
                    "select max(n) from (select count(*) n from comparison_task"
                        + " where ended_at is null group by comparison_id) as counts")
                .query(Integer.class)
                .single())
        .isEqualTo(2);
    jdbc.sql(
            "update comparison_task set expires_at = now() - interval '1 s' where ended_at is null")
        .update();
    assertThat(verification().examiners().standing(examiner("late")).waiting()).isEqualTo(waiting);
    assertThatThrownBy(() ->
            verification().examiners().sheet(examiner("storm.0"), java.util.UUID.randomUUID()))
        .isInstanceOf(RefusedStep.class);
  }

  private static Actor examiner(String name) {
    return new Actor(name, Duty.of(Role.EXAMINER), "test");
  }

  @Test
  @Order(5)
  void whoCallsStrangersOnePersonLeavesTheQueueUntilASupervisorBringsThemBack() throws Exception {
    for (int i = 0; i < 4; i++) {
      plant(false, 41 + i, 51 + i);
    }
    planted(8);
    Browserless examiner = as(Role.EXAMINER, "two");
    String path = next(examiner);
    while (path.matches("/examine/.+")) {
      assertThat(examiner.postJson(path + "/verdict", verdict("IDENTIFICATION")).statusCode())
          .isEqualTo(200);
      path = next(examiner);
    }
    assertThat(examiner.get("/examine").body()).contains("You are off the queue");
    assertThat(examiner.post("/examine/next", Map.of()).statusCode()).isEqualTo(403);
    Browserless supervisor = as(Role.SUPERVISOR, "two");
    String page = supervisor.get("/examine/examiners").body();
    assertThat(page).contains("examiner.two, off the queue", "false identifications in the last");
    String reinstate = "/examine/examiners/examiner.two/reinstate";
    assertThat(supervisor.post(reinstate, Map.of("note", "ok")).statusCode()).isEqualTo(422);
    assertThat(examiner.post(reinstate, Map.of("note", "a day's course with a test")).statusCode())
        .isEqualTo(403);
    assertThat(
            supervisor.post(reinstate, Map.of("note", "a day's course with a test")).statusCode())
        .isEqualTo(302);
    assertThat(supervisor.get("/examine/examiners").body())
        .containsPattern(Pattern.compile("back to the queue|Brought back by"))
        .doesNotContain("examiner.two, off the queue");
    assertThat(examiner.get("/examine").body()).doesNotContain("You are off the queue");
    List<String> actions =
        Rooms.of(world.running.server)
            .ledger()
            .about(List.of(new Subject("examiner:examiner.two")))
            .stream()
            .map(entry -> entry.entry().action().key())
            .toList();
    assertThat(actions).contains("examiner.off", "examiner.reinstate");
  }
}

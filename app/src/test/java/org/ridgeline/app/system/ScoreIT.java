package org.ridgeline.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.casework.casefile.Case;
import org.ridgeline.casework.casefile.CaseState;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.ledger.Subject;
import org.ridgeline.node.DataFolder;
import org.ridgeline.node.Settings;
import org.ridgeline.vocabulary.Template;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xml.sax.InputSource;

/// How a score came about, over HTTP: for administrators, for supervisors once two examiners have
/// compared the prints, and for nobody else.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ScoreIT {
  private static final int BARE = 8;

  @TempDir private static Path temp;
  private static CaseWorld world;
  private static DataFolder beside;
  private static Case one;
  private static String token = "";
  private static String control = "";
  private static String ofSubmission = "";
  private static String ofCase = "";
  private static final Map<Role, Browserless> PEOPLE = new EnumMap<>(Role.class);

  @BeforeAll
  static void start() throws Exception {
    Path data = Files.createDirectories(temp.resolve("data"));
    Files.writeString(data.resolve("ridgeline.properties"), "verification.planted-share=0\n");
    world = new CaseWorld(data);
    Rooms.of(world.running.server).casework().verification().preparer().start();
    beside = DataFolder.use(data, Settings.of(data, Optional.empty()));
    world.known(7);
    token = world.running.activeAgency(TestCards.ORI);
    control = world.booked(token, 7, 2);
    one = world.cases.shelf().cases().ofControl(control).orElseThrow();
    ofSubmission = "/submissions/" + control + "/scores/immigration";
    ofCase = "/cases/" + one.caseId() + "/scores/" + control;
    for (Role role : Role.values()) {
      Browserless person =
          Browserless.loggedIn(
              world.running.server.url(), CaseWorld.name(role, "one"), CaseWorld.PASSWORD);
      person.post("/purpose", Map.of("other", "why " + role));
      person.get("/cases/" + one.caseId());
      person.post("/cases/" + one.caseId() + "/purpose", Map.of("other", "why " + role));
      PEOPLE.put(role, person);
    }
  }

  @AfterAll
  static void stop() throws Exception {
    beside.close();
    world.close();
  }

  private static int status(Role role, String path) throws Exception {
    return PEOPLE.get(role).get(path).statusCode();
  }

  private static String page(Role role, String path) throws Exception {
    HttpResponse<String> page = PEOPLE.get(role).get(path);
    assertThat(page.statusCode()).as(role + " " + path).isEqualTo(200);
    return page.body();
  }

  private static JdbcClient immigration() {
    return JdbcClient.create(beside.databases().immigration());
  }

  private static List<String> looks(Role role) {
    return Rooms.of(world.running.server)
        .ledger()
        .about(List.of(new Subject("submission:" + control)))
        .stream()
        .map(recorded -> recorded.entry())
        .filter(entry -> entry.action().key().equals("print.read"))
        .filter(entry -> entry.role().equals(role.name()))
        .map(entry -> entry.purpose() + " " + entry.detail())
        .toList();
  }

  /// What page and picture answer each role, at both addresses.
  /// - **Shape** statuses of the submission's and of the case's; all others are refused
  private static void answers(Map<Role, List<Integer>> expected) throws Exception {
    for (Role role : Role.values()) {
      List<Integer> statuses = expected.getOrDefault(role, List.of(403, 403));
      for (String rest : List.of("", "?finger=2", "/2.svg", "/2.svg?tall=1")) {
        assertThat(status(role, ofSubmission + rest)).as(role + rest).isEqualTo(statuses.get(0));
        assertThat(status(role, ofCase + rest)).as(role + rest).isEqualTo(statuses.get(1));
      }
    }
  }

  @Test
  @Order(1)
  void whilePrintsAreComparedBlindOnlyAdministratorsSeeIt() throws Exception {
    answers(Map.of(Role.ADMINISTRATOR, List.of(200, 403), Role.SUPERVISOR, List.of(403, 409)));
    assertThat(page(Role.SUPERVISOR, "/cases/" + one.caseId())).doesNotContain("score");
    assertThat(looks(Role.SUPERVISOR)).isEmpty();
    String url = world.running.server.url();
    Browserless silent =
        Browserless.loggedIn(url, CaseWorld.name(Role.ADMINISTRATOR, "two"), CaseWorld.PASSWORD);
    assertThat(silent.get(ofSubmission).statusCode()).as("why first").isEqualTo(302);
    assertThat(silent.get(ofSubmission + "/2.svg").statusCode()).isEqualTo(403);
  }

  @Test
  @Order(2)
  void anAdministratorSeesSharesAndPicture() throws Exception {
    assertThat(page(Role.ADMINISTRATOR, "/submissions/" + control))
        .contains("href=\"" + ofSubmission + "\"");
    assertThat(page(Role.OPERATOR, "/submissions/" + control)).doesNotContain("/scores/");
    String html = page(Role.ADMINISTRATOR, ofSubmission);
    assertThat(html)
        .contains("How this score came about", "immigration repository", "ridges agree")
        .contains("agreed before fitted", "grew together", "minutiae paired", "hundredths of a bit")
        .contains(ofSubmission + "/", ".svg")
        .doesNotContain("minutiae only");
    assertThat(html.split("data-fgp=", -1)).hasSize(TestCards.FINGERS.size() + 1);
    assertThat(page(Role.ADMINISTRATOR, ofSubmission + "?finger=7")).contains("Left index</h2>");
    HttpResponse<String> picture = PEOPLE.get(Role.ADMINISTRATOR).get(ofSubmission + "/7.svg");
    var headers = picture.headers();
    assertThat(headers.firstValue("content-type").orElse("")).startsWith("image/svg+xml");
    assertThat(headers.firstValue("cache-control").orElse("")).isEqualTo("no-store");
    assertThat(headers.allValues("content-security-policy"))
        .hasSize(1)
        .allMatch(policy -> policy.startsWith("default-src 'none'"));
    var svg =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(picture.body())));
    assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
        .contains("booking, left index", "record, left index");
    assertThat(svg.getElementsByTagName("image").getLength()).isEqualTo(4);
  }

  @Test
  @Order(2)
  void eachLookIsOnRecordWithItsPurposeAndThePerson() throws Exception {
    int before = looks(Role.ADMINISTRATOR).size();
    page(Role.ADMINISTRATOR, ofSubmission + "?finger=3");
    page(Role.ADMINISTRATOR, ofSubmission + "/3.svg");
    List<String> looks = looks(Role.ADMINISTRATOR);
    assertThat(looks).hasSize(before + 2);
    assertThat(looks.subList(before, before + 2))
        .allMatch(look -> look.startsWith("why ADMINISTRATOR"))
        .allMatch(look -> look.contains("fgp=3") && look.contains("person:" + one.personId()));
  }

  @Test
  @Order(2)
  void whatThereIsNotIsNotFound() throws Exception {
    for (String path :
        List.of(
            "/submissions/R0/scores/immigration",
            "/submissions/R0/scores/immigration/2.svg",
            "/submissions/" + control + "/scores/none",
            "/submissions/" + control + "/scores/criminal",
            ofSubmission + "?finger=1",
            ofSubmission + "?finger=x",
            ofSubmission + "?finger=11",
            ofSubmission + "/1.svg",
            ofSubmission + "/02.svg",
            ofSubmission + "/x.svg")) {
      assertThat(status(Role.ADMINISTRATOR, path)).as(path).isEqualTo(404);
    }
  }

  @Test
  @Order(2)
  void aCriminalHitIsLaidOnTheEncounterThatWasFound() throws Exception {
    world.running.booked(token, TestCards.card(9, 1, "T-9-1", "POE,KIM"));
    String again =
        world
            .running
            .booked(token, TestCards.card(9, 2, "T-9-2", "POE,KIM"))
            .path("control")
            .asString();
    String page = "/submissions/" + again + "/scores/criminal";
    assertThat(page(Role.ADMINISTRATOR, page))
        .contains("criminal repository", "ridges agree")
        .doesNotContain("id=\"enrolled\"");
    assertThat(page(Role.ADMINISTRATOR, page + "/2.svg")).contains("booking, right index");
    for (Role role : Role.values()) {
      if (role != Role.ADMINISTRATOR) {
        assertThat(status(role, page)).as(role.name()).isEqualTo(403);
      }
    }
    // As if the person had come in while the search ran: enrolment notes the booking's own.
    UUID own =
        JdbcClient.create(beside.databases().criminal())
            .sql("select encounter_id from encounter where source = ?")
            .param("submission:" + again)
            .query(UUID.class)
            .single();
    JdbcClient.create(beside.databases().exchange())
        .sql("update search set encounter_id = ? where control = ? and repository = 'criminal'")
        .params(own, again)
        .update();
    assertThat(page(Role.ADMINISTRATOR, page)).contains("id=\"enrolled\"", "ridges agree");
  }

  @Test
  @Order(3)
  void aSupervisorSeesItOnceTwoExaminersAgree() throws Exception {
    identified("one");
    assertThat(status(Role.SUPERVISOR, ofCase)).as("one of two").isEqualTo(409);
    identified("two");
    world.await(one.caseId(), CaseState.CITIZENSHIP_REVIEW);
    answers(Map.of(Role.ADMINISTRATOR, List.of(200, 403), Role.SUPERVISOR, List.of(403, 200)));
    String casePage = "/cases/" + one.caseId();
    assertThat(page(Role.SUPERVISOR, casePage)).contains("href=\"" + ofCase + "\"");
    for (Role role : List.of(Role.OFFICER, Role.APPROVER)) {
      assertThat(page(role, casePage)).doesNotContain("/scores/");
    }
    assertThat(page(Role.SUPERVISOR, ofCase)).contains("Case " + one.number(), "ridges agree");
    assertThat(looks(Role.SUPERVISOR))
        .isNotEmpty()
        .allMatch(look -> look.startsWith("why SUPERVISOR"))
        .allMatch(look -> look.contains("case:" + one.caseId()));
    for (String path : List.of(casePage + "/scores/R0", ofCase + "?finger=1", ofCase + "/1.svg")) {
      assertThat(status(Role.SUPERVISOR, path)).as(path).isEqualTo(404);
    }
    assertThat(status(Role.SUPERVISOR, "/cases/" + UUID.randomUUID() + "/scores/" + control))
        .as("no purpose is stated of a case that is not there")
        .isEqualTo(403);
  }

  private static void identified(String number) throws Exception {
    Browserless examiner =
        Browserless.loggedIn(
            world.running.server.url(), CaseWorld.name(Role.EXAMINER, number), CaseWorld.PASSWORD);
    String path = "";
    for (int i = 0; i < 100 && !path.matches("/examine/.+"); i++) {
      examiner.get("/examine");
      path =
          examiner
              .post("/examine/next", Map.of())
              .headers()
              .firstValue("location")
              .orElse("")
              .replaceFirst("^https?://[^/]+", "");
      Thread.sleep(100);
    }
    String verdict =
        "{\"conclusion\":\"IDENTIFICATION\",\"note\":\"the ridge flow agrees\",\"seconds\":61}";
    assertThat(examiner.postJson(path + "/verdict", verdict).statusCode()).isEqualTo(200);
  }

  @Test
  @Order(4)
  void aTemplateOfAnotherSystemIsSaidToHaveNoRidges() throws Exception {
    UUID encounter = one.booking().encounterId();
    Template kept =
        Template.ofBytes(
            immigration()
                .sql("select template from finger where encounter_id = ? and fgp = ?")
                .params(encounter, BARE)
                .query(byte[].class)
                .single());
    Template bare =
        new Template(
            kept.widthPx(), kept.heightPx(), kept.resolutionPpi(), kept.quality(), kept.minutiae());
    immigration()
        .sql("update finger set template = ? where encounter_id = ? and fgp = ?")
        .params(bare.toBytes(), encounter, BARE)
        .update();
    String html = page(Role.ADMINISTRATOR, ofSubmission + "?finger=" + BARE);
    assertThat(html)
        .contains("compared by its minutiae alone", "minutiae only</td>")
        .doesNotContain(BARE + ".svg", "ridges agree");
    assertThat(status(Role.ADMINISTRATOR, ofSubmission + "/" + BARE + ".svg")).isEqualTo(404);
    assertThat(page(Role.ADMINISTRATOR, ofSubmission)).contains("ridges agree");
  }

  @Test
  @Order(5)
  void whoIsSealedOrTakenOutIsNotShown() throws Exception {
    UUID encounter = one.booking().encounterId();
    String seal = "update encounter set sealed = ? where encounter_id = ?";
    immigration().sql(seal).params(true, encounter).update();
    answers(Map.of(Role.ADMINISTRATOR, List.of(404, 403), Role.SUPERVISOR, List.of(403, 404)));
    immigration().sql(seal).params(false, encounter).update();
    assertThat(status(Role.SUPERVISOR, ofCase)).isEqualTo(200);
    immigration().sql("delete from encounter where encounter_id = ?").param(encounter).update();
    answers(Map.of(Role.ADMINISTRATOR, List.of(404, 403), Role.SUPERVISOR, List.of(403, 404)));
  }
}

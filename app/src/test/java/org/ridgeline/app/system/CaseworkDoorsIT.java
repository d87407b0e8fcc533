package org.ridgeline.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ridgeline.app.system.CaseWorld.actor;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.casework.casefile.Case;
import org.ridgeline.casework.casefile.CaseState;
import org.ridgeline.casework.casefile.Step;
import org.ridgeline.casework.casefile.Transitions;
import org.ridgeline.casework.evidence.CheckResult;
import org.ridgeline.casework.evidence.ProtectedStop;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.ledger.Subject;

/// Every address and every step of cases, tried over HTTP with the log-in of every role.
class CaseworkDoorsIT {
  private static final Set<Role> CASE_ROLES =
      EnumSet.of(Role.OFFICER, Role.APPROVER, Role.SUPERVISOR);

  @TempDir private static Path temp;
  private static CaseWorld world;
  private static final Map<Role, Browserless> PEOPLE = new EnumMap<>(Role.class);

  @BeforeAll
  static void start() throws Exception {
    world = new CaseWorld(temp.resolve("data"));
    for (Role role : Role.values()) {
      PEOPLE.put(
          role,
          Browserless.loggedIn(
              world.running.server.url(), CaseWorld.name(role, "one"), CaseWorld.PASSWORD));
    }
  }

  @AfterAll
  static void stop() throws Exception {
    world.close();
  }

  private static Map<String, Map<String, String>> posts(Case one) {
    String version = String.valueOf(one.version());
    String today = LocalDate.now().toString();
    Map<String, Map<String, String>> posts = new LinkedHashMap<>();
    posts.put(
        "check", Map.of("kind", "PASSPORT", "result", "NEGATIVE", "source", "index", "on", today));
    posts.put("review", Map.of("finding", "Looked at."));
    posts.put(
        "fact",
        Map.of("side", "AGAINST", "kind", "OTHER", "content", "a fact", "source", "a source"));
    posts.put("interview", Map.of("held", "no", "content", "not willing"));
    posts.put(
        "sign",
        Map.of(
            "version",
            version,
            "outcome",
            "no-action",
            "narrative",
            "What I decided, and why.",
            "password",
            CaseWorld.PASSWORD));
    posts.put("countersign", Map.of("version", version, "password", CaseWorld.PASSWORD));
    posts.put("return", Map.of("version", version, "note", "not yet"));
    posts.put("release", Map.of("version", version, "note", "not protected"));
    return posts;
  }

  private static void state(Role role, Case one) throws Exception {
    PEOPLE.get(role).post("/cases/" + one.caseId() + "/purpose", Map.of("other", "trying doors"));
  }

  @Test
  void otherRolesComeNowhereNearACase() throws Exception {
    Case one = world.opened();
    for (Role role : EnumSet.complementOf(EnumSet.copyOf(CASE_ROLES))) {
      Browserless person = PEOPLE.get(role);
      for (String path :
          List.of("", "/live", "/" + one.caseId(), "/" + one.caseId() + "/file.pdf")) {
        assertThat(person.get("/cases" + path).statusCode()).as(role + " " + path).isEqualTo(403);
      }
      for (var post : posts(one).entrySet()) {
        HttpResponse<String> answer =
            person.post("/cases/" + one.caseId() + "/" + post.getKey(), post.getValue());
        assertThat(answer.statusCode()).as(role + " " + post.getKey()).isEqualTo(403);
      }
      assertThat(person.post("/cases/" + one.caseId() + "/take", Map.of()).statusCode())
          .isEqualTo(403);
    }
    assertUnchanged(one);
  }

  /// Every step makes a new version; the level alone is reworked in the background.
  private static void assertUnchanged(Case one) {
    assertThat(world.now(one).version()).isEqualTo(one.version());
    assertThat(world.now(one).state()).isEqualTo(one.state());
  }

  @Test
  void withoutAPurposeNothingIsReadOrDone() throws Exception {
    Case one = world.identified(world.opened());
    for (Role role : CASE_ROLES) {
      Browserless person = PEOPLE.get(role);
      HttpResponse<String> page = person.get("/cases/" + one.caseId());
      assertThat(page.body()).contains("Why do you open").doesNotContain("DOE,SAM");
      assertThat(person.get("/cases/" + one.caseId() + "/file.pdf").statusCode()).isEqualTo(403);
      for (var post : posts(one).entrySet()) {
        assertThat(
                person
                    .post("/cases/" + one.caseId() + "/" + post.getKey(), post.getValue())
                    .statusCode())
            .as(role + " " + post.getKey())
            .isEqualTo(403);
      }
    }
    assertUnchanged(one);
  }

  @Test
  void everyStepOfAnotherRoleStateOrVersionIsRefusedInWords() throws Exception {
    Case one = world.identified(world.opened());
    for (Role role : CASE_ROLES) {
      state(role, one);
      for (Step step : Step.values()) {
        boolean may =
            Transitions.of(one.state(), step)
                .filter(row -> row.roles().contains(role))
                .filter(row -> row.whenStopped() == Transitions.WhenStopped.WAITS)
                .isPresent();
        if (may && step != Step.FINISH_CITIZENSHIP) {
          continue;
        }
        HttpResponse<String> answer =
            PEOPLE
                .get(role)
                .post(
                    "/cases/" + one.caseId() + "/step",
                    Map.of(
                        "version", String.valueOf(one.version()),
                        "step", step.name(),
                        "note", "a reason in words"));
        assertThat(answer.statusCode()).as(role + " " + step).isIn(403, 409, 422);
        assertThat(answer.body()).as(role + " " + step).contains("Nothing was changed");
      }
    }
    HttpResponse<String> stale =
        PEOPLE
            .get(Role.OFFICER)
            .post(
                "/cases/" + one.caseId() + "/step",
                Map.of("version", "999", "step", "RENEW", "note", "x"));
    assertThat(stale.statusCode()).isEqualTo(409);
    assertUnchanged(one);
  }

  @Test
  void anOfficerGoesFromReviewToSignatureOverHttp() throws Exception {
    Case one = world.identified(world.opened());
    Browserless officer = PEOPLE.get(Role.OFFICER);
    String at = "/cases/" + one.caseId();
    state(Role.OFFICER, one);
    assertThat(officer.get(at).body())
        .contains("Next: run the naturalisation index check (officer).");
    HttpResponse<String> early = step(officer, one, Step.FINISH_CITIZENSHIP);
    assertThat(early.statusCode()).isEqualTo(422);
    assertThat(early.body()).contains("passport record");
    world.checks(one);
    assertThat(officer.get(at).body())
        .contains("Next: finish the citizenship review (officer).", "step-FINISH_CITIZENSHIP")
        .as("only what is for good takes a tick")
        .doesNotContain("name=\"confirmed\"");
    assertThat(step(officer, one, Step.FINISH_CITIZENSHIP).statusCode()).isEqualTo(302);
    HttpResponse<String> empty =
        officer.post(at + "/fact", Map.of("side", "NONE_FOUND", "content", " ", "source", "me"));
    assertThat(empty.statusCode()).isEqualTo(422);
    world.facts(one);
    assertThat(step(officer, one, Step.FINISH_FACTS).statusCode()).isEqualTo(302);
    HttpResponse<String> wrong = officer.post(at + "/sign", paper(one, "not the password"));
    assertThat(wrong.statusCode()).isEqualTo(403);
    assertThat(officer.post(at + "/sign", paper(one, CaseWorld.PASSWORD)).statusCode())
        .isEqualTo(302);
    assertThat(world.now(one).state()).as("databases only").isEqualTo(CaseState.COUNTERSIGN);
    Browserless approver = PEOPLE.get(Role.APPROVER);
    state(Role.APPROVER, one);
    assertThat(approver.get(at).body()).contains("from databases only");
    HttpResponse<byte[]> pdf = officer.bytes(at + "/file.pdf");
    assertThat(pdf.statusCode()).isEqualTo(200);
    assertThat(new String(pdf.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    assertThat(
            approver
                .post(
                    at + "/countersign",
                    Map.of(
                        "version",
                        String.valueOf(world.now(one).version()),
                        "dossier",
                        world.seen(one),
                        "password",
                        CaseWorld.PASSWORD))
                .statusCode())
        .isEqualTo(302);
    assertThat(world.now(one).state()).isEqualTo(CaseState.DETERMINED);
    assertThat(officer.get("/cases").body()).contains(one.number()).doesNotContain("DOE,SAM");
  }

  private static Map<String, String> with(Map<String, String> form, String key, String value) {
    Map<String, String> other = new LinkedHashMap<>(form);
    other.put(key, value);
    return other;
  }

  private static String field(String page, String name) {
    var found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
    assertThat(found.find()).as(name).isTrue();
    return found.group(1);
  }

  @Test
  void aSignatureNamesWhatThePageShowedAndIsRefusedForAnythingElse() throws Exception {
    Case one = world.opened();
    world.ready(one);
    Browserless officer = PEOPLE.get(Role.OFFICER);
    String at = "/cases/" + one.caseId();
    state(Role.OFFICER, one);
    String page = officer.get(at).body();
    String drawn = field(page, "dossier");
    String whole = world.cases.exhibits().of(world.now(one)).whole();
    assertThat(page).contains(whole).contains(">" + whole.substring(0, 16) + "<");
    // Past every desk, so that the version of the case stays what it was.
    world
        .jdbc()
        .sql(
            """
            insert into fact (case_id, side, kind, content, source, by_name, at)
            values (?, 'AGAINST', 'OTHER', 'a birth record', 'registrar', 'somebody', now())
            """)
        .param(one.caseId())
        .update();
    Map<String, String> paper = paper(one, CaseWorld.PASSWORD);
    HttpResponse<String> unseen = officer.post(at + "/sign", with(paper, "dossier", drawn));
    assertThat(unseen.statusCode()).isEqualTo(409);
    assertThat(unseen.body()).contains("The case has changed since this page was drawn: the facts");
    for (String nothing : List.of("", "0", drawn + ".")) {
      HttpResponse<String> unnamed = officer.post(at + "/sign", with(paper, "dossier", nothing));
      assertThat(unnamed.statusCode()).as(nothing).isEqualTo(409);
    }
    assertThat(world.now(one).state()).isEqualTo(CaseState.READY);
    // What is signed is what was shown before: the determination itself is shown to the second
    // only.
    String signed = world.cases.exhibits().of(world.now(one)).whole();
    assertThat(signed).isNotEqualTo(whole);
    assertThat(officer.post(at + "/sign", paper).statusCode()).isEqualTo(302);
    assertThat(world.cases.determinations().of(one.caseId()).getLast().first().dossier())
        .contains(signed);
    assertThat(
            Rooms.of(world.running.server)
                .ledger()
                .about(List.of(Subject.Kind.CASE.of(one.caseId()))))
        .filteredOn(made -> made.entry().action().key().equals("case.sign-first"))
        .extracting(made -> made.entry().detail().get("dossier"))
        .containsExactly(signed);
  }

  @Test
  void noSecondSignatureNoReleaseAndNoReviewOfWhatWasNotSeen() throws Exception {
    Case one = world.opened();
    world.ready(one);
    Browserless officer = PEOPLE.get(Role.OFFICER);
    String at = "/cases/" + one.caseId();
    for (Role role : CASE_ROLES) {
      state(role, one);
    }
    assertThat(officer.post(at + "/sign", paper(one, CaseWorld.PASSWORD)).statusCode())
        .isEqualTo(302);
    String seen = world.seen(one);
    String other = seen.replaceFirst("^.", seen.startsWith("0") ? "1" : "0");
    Map<String, String> second =
        Map.of("version", "" + world.now(one).version(), "password", CaseWorld.PASSWORD);
    Browserless approver = PEOPLE.get(Role.APPROVER);
    Browserless supervisor = PEOPLE.get(Role.SUPERVISOR);
    assertThat(approver.post(at + "/countersign", second).statusCode()).isEqualTo(409);
    HttpResponse<String> changed =
        approver.post(at + "/countersign", with(second, "dossier", other));
    assertThat(changed.statusCode()).isEqualTo(409);
    assertThat(changed.body()).contains("the bookings and what examiners found");
    world
        .cases
        .evidence()
        .stop(actor(Role.OFFICER), world.wish(one, Step.STOP), ProtectedStop.Kind.MINOR);
    Map<String, String> release =
        Map.of("version", "" + world.now(one).version(), "note", "not protected", "dossier", seen);
    HttpResponse<String> blind = supervisor.post(at + "/release", release);
    assertThat(blind.statusCode()).isEqualTo(409);
    assertThat(blind.body()).contains("the stops");
    assertThat(
            supervisor
                .post(at + "/release", with(release, "dossier", world.seen(one)))
                .statusCode())
        .isEqualTo(302);
    Case other1 = world.identified(world.opened());
    state(Role.SUPERVISOR, other1);
    String before = world.seen(other1);
    world.checks(other1, new CheckResult.Positive("a passport"));
    String review = "/cases/" + other1.caseId() + "/review";
    Map<String, String> finding = Map.of("finding", "Looked.", "dossier", before);
    assertThat(supervisor.post(review, finding).statusCode()).isEqualTo(409);
    assertThat(supervisor.post(review, with(finding, "dossier", world.seen(other1))).statusCode())
        .isEqualTo(302);
  }

  private static Map<String, String> paper(Case one, String password) {
    return Map.of(
        "version",
        String.valueOf(world.now(one).version()),
        "outcome",
        "no-action",
        "document",
        "",
        "narrative",
        "Nothing to act on was found.",
        "dossier",
        world.seen(one),
        "password",
        password);
  }

  private static HttpResponse<String> step(Browserless person, Case one, Step step)
      throws Exception {
    return person.post(
        "/cases/" + one.caseId() + "/step",
        Map.of("version", String.valueOf(world.now(one).version()), "step", step.name()));
  }
}

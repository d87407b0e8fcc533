package org.ridgeline.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.casework.casefile.Case;
import org.ridgeline.casework.casefile.CaseState;
import org.ridgeline.exchange.operator.Role;

/// Whatever a form is refused for, its page comes back with what was typed and with why. That every
/// form of the console is filled so is held by `RefillTest`.
class TypedStaysIT {
  private static final String TODAY = LocalDate.now().toString();
  private static final String WRONG = "wrong-horse-battery";

  @TempDir private static Path temp;
  private static CaseWorld world;
  private static final Map<Role, Browserless> PEOPLE = new EnumMap<>(Role.class);

  @BeforeAll
  static void start() throws Exception {
    world = new CaseWorld(temp.resolve("data"));
    for (Role role : List.of(Role.OFFICER, Role.SUPERVISOR, Role.APPROVER, Role.ADMINISTRATOR)) {
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

  /// A form that is refused.
  /// - **Shape** `kept` of what was typed, as the page shows it
  private record Refused(
      Role role, String path, Map<String, String> form, int status, List<String> kept) {}

  private static Map<String, String> form(String... fields) {
    Map<String, String> form = new LinkedHashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      form.put(fields[i], fields[i + 1]);
    }
    return form;
  }

  private static Map<String, String> paper(Case one, String... more) {
    Map<String, String> paper =
        form("outcome", "no-action", "narrative", "All that I typed & thought.", "against", "");
    paper.put("version", String.valueOf(world.now(one).version()));
    paper.put("dossier", world.seen(one));
    paper.put("password", CaseWorld.PASSWORD);
    paper.putAll(form(more));
    return paper;
  }

  private static List<Refused> refusals(Case one) {
    String at = "/cases/" + one.caseId();
    String narrative = ">All that I typed &amp; thought.</textarea>";
    String chosen = "<option value=\"no-action\" selected=\"selected\"";
    List<Refused> all = new ArrayList<>();
    all.add(
        new Refused(
            Role.OFFICER,
            at + "/sign",
            paper(one, "password", WRONG),
            403,
            List.of(narrative, chosen, "The password is wrong")));
    all.add(
        new Refused(
            Role.OFFICER,
            at + "/sign",
            paper(one, "version", "999"),
            409,
            List.of(narrative, chosen, "changed")));
    all.add(
        new Refused(
            Role.OFFICER,
            at + "/sign",
            paper(one, "confirmed", ""),
            422,
            List.of(narrative, chosen, "This cannot be undone")));
    all.add(
        new Refused(
            Role.OFFICER,
            at + "/sign",
            paper(one, "outcome", ""),
            422,
            List.of(narrative, "Nothing is chosen")));
    all.add(
        new Refused(
            Role.OFFICER,
            at + "/sign",
            paper(one, "outcome", "us-citizen", "against", "too few words"),
            422,
            List.of(
                narrative,
                ">too few words</textarea>",
                "value=\"us-citizen\" selected=\"selected\"")));
    all.add(
        new Refused(
            Role.OFFICER,
            at + "/fact",
            form("side", "FOR", "kind", "OTHER", "content", "What was found.", "source", " "),
            422,
            List.of(">What was found.</textarea>", "<option value=\"FOR\" selected=\"selected\"")));
    all.add(
        new Refused(
            Role.OFFICER,
            at + "/check",
            form("kind", "PASSPORT", "detail", "D 7", "source", "the index", "on", TODAY),
            422,
            List.of("value=\"D 7\"", "value=\"the index\"", "value=\"PASSPORT\" selected")));
    all.add(
        new Refused(
            Role.OFFICER,
            at + "/interview",
            form("on", TODAY, "language", "Quechua", "content", "What was said."),
            422,
            List.of("value=\"Quechua\"", ">What was said.</textarea>")));
    all.add(
        new Refused(
            Role.ADMINISTRATOR,
            "/operators/invite",
            form("role", "STATE_BUREAU", "scope", "CALIFORNIA"),
            422,
            List.of("value=\"CALIFORNIA\"", "value=\"STATE_BUREAU\" selected=\"selected\"")));
    return all;
  }

  private static void state(Role role, Case one) throws Exception {
    PEOPLE.get(role).post("/cases/" + one.caseId() + "/purpose", Map.of("other", "typing"));
  }

  @Test
  void everyRefusedFormComesBackWithWhatWasTyped() throws Exception {
    Case one = world.opened();
    world.ready(one);
    state(Role.OFFICER, one);
    for (Refused refused : refusals(one)) {
      HttpResponse<String> answer = PEOPLE.get(refused.role()).post(refused.path(), refused.form());
      String what = refused.path() + " " + refused.form();
      assertThat(answer.statusCode()).as(what).isEqualTo(refused.status());
      assertThat(answer.body())
          .as(what)
          .contains(refused.kept())
          .contains("id=\"why\"", "note bad beside", "Nothing was changed")
          .doesNotContain(WRONG, CaseWorld.PASSWORD, "id=\"typed\"");
    }
    assertThat(world.now(one).state()).isEqualTo(CaseState.READY);
  }

  @Test
  void aPageIsShownToItsOwnReadersOnlyWhereverAFormIsSaidToStand() throws Exception {
    Case one = world.opened();
    world.ready(one);
    state(Role.OFFICER, one);
    String path = "/cases/" + one.caseId() + "/sign";
    Browserless officer = PEOPLE.get(Role.OFFICER);
    for (String page : List.of("/operators", "/cases/../operators", "/cases/%2e%2e/operators")) {
      HttpResponse<String> answer = officer.postFrom(page, path, paper(one, "password", WRONG));
      assertThat(answer.statusCode()).as(page).isIn(400, 403, 404);
      assertThat(answer.body())
          .as(page)
          .doesNotContain("Invite", CaseWorld.name(Role.ADMINISTRATOR, "one"), WRONG);
    }
    HttpResponse<String> there =
        officer.postFrom("/cases?state=READY", path, paper(one, "password", WRONG));
    assertThat(there.statusCode()).isEqualTo(403);
    assertThat(there.body())
        .contains("id=\"typed\"", "All that I typed &amp; thought.", "The password is wrong");
  }

  @Test
  void whoeverReleasesAStopKeepsTheirWords() throws Exception {
    Case one = world.opened();
    world.ready(one);
    state(Role.OFFICER, one);
    state(Role.SUPERVISOR, one);
    String at = "/cases/" + one.caseId();
    String version = String.valueOf(world.now(one).version());
    PEOPLE.get(Role.OFFICER).post(at + "/stop", form("version", version, "kind", "MINOR"));
    HttpResponse<String> answer =
        PEOPLE
            .get(Role.SUPERVISOR)
            .post(
                at + "/release",
                form(
                    "version",
                    String.valueOf(world.now(one).version()),
                    "dossier",
                    world.seen(one),
                    "note",
                    "too short"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("value=\"too short\"", "says too little");
    assertThat(world.now(one).stopped()).isTrue();
  }

  @Test
  void whatHasNoFormAnyMoreIsListedAndThePageIsTheReadersOwn() throws Exception {
    Case one = world.opened();
    world.ready(one);
    state(Role.OFFICER, one);
    String at = "/cases/" + one.caseId();
    Browserless officer = PEOPLE.get(Role.OFFICER);
    assertThat(officer.post(at + "/sign", paper(one)).statusCode()).isEqualTo(302);
    HttpResponse<String> late = officer.post(at + "/sign", paper(one));
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body())
        .contains("id=\"typed\"", "<dd class=\"said\">All that I typed &amp; thought.</dd>")
        .doesNotContain(CaseWorld.PASSWORD);
    // Without a purpose the page asks for one, and shows nothing of the case.
    Case other = world.opened();
    HttpResponse<String> unstated =
        officer.post("/cases/" + other.caseId() + "/sign", paper(other));
    assertThat(unstated.statusCode()).isEqualTo(403);
    assertThat(unstated.body())
        .contains("Why do you open", "All that I typed &amp; thought.")
        .doesNotContain("DOE,SAM");
  }
}

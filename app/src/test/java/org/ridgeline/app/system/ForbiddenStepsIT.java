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
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.casework.casefile.Case;
import org.ridgeline.casework.casefile.CaseState;
import org.ridgeline.casework.casefile.Step;
import org.ridgeline.casework.casefile.Transitions;
import org.ridgeline.casework.casefile.Transitions.WhenStopped;
import org.ridgeline.exchange.operator.Role;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Every forbidden step, tried over HTTP from every state, stopped or not, with the log-in of each
/// role that has a door to cases at all, and with fields in the form that no page has. What the
/// other roles find behind these doors is in [CaseworkDoorsIT].
class ForbiddenStepsIT {
  private static final Set<Role> CASE_ROLES = Set.of(Role.OFFICER, Role.APPROVER, Role.SUPERVISOR);

  private static final Set<Integer> REFUSED = Set.of(403, 409, 422);

  @TempDir private static Path temp;
  private static CaseWorld world;
  private static JdbcClient jdbc;
  private static final Map<Role, Browserless> PEOPLE = new EnumMap<>(Role.class);
  private static Case one;

  @BeforeAll
  static void start() throws Exception {
    world = new CaseWorld(temp.resolve("data"));
    jdbc = world.jdbc();
    one = world.ready(world.opened());
    for (Role role : CASE_ROLES) {
      Browserless person =
          Browserless.loggedIn(
              world.running.server.url(), CaseWorld.name(role, "one"), CaseWorld.PASSWORD);
      person.post("/cases/" + one.caseId() + "/purpose", Map.of("other", "trying doors"));
      PEOPLE.put(role, person);
    }
  }

  @AfterAll
  static void stop() throws Exception {
    world.close();
  }

  /// The case, its gates all open, put into a state past the desk.
  private static Case inState(CaseState state, boolean stopped) {
    jdbc.sql(
            """
            update case_file set state = ?, stopped = ?, verified_at = now(),
              closed_at = case when ? then now() end where case_id = ?
            """)
        .params(state.name(), stopped, state.isClosed(), one.caseId())
        .update();
    return world.now(one);
  }

  private static boolean isAllowed(CaseState state, Step step, Role role, boolean stopped) {
    return Transitions.of(state, step)
        .filter(row -> row.roles().contains(role))
        .filter(row -> row.whenStopped() == (stopped ? WhenStopped.NEEDED : WhenStopped.WAITS))
        .isPresent();
  }

  /// Fields that no page sends: who acts, where the case stands and whether a stop holds are the
  /// server's to know.
  private static Map<String, String> form(Case seen, Map<String, String> own) {
    Map<String, String> form = new LinkedHashMap<>(own);
    form.put("version", String.valueOf(seen.version()));
    form.put("note", "a reason in words");
    form.put("role", "SUPERVISOR");
    form.put("actor", CaseWorld.name(Role.SUPERVISOR, "two"));
    form.put("by", CaseWorld.name(Role.SUPERVISOR, "two"));
    form.put("state", "READY");
    form.put("stopped", "false");
    form.put("purpose", "none");
    form.put("caseId", one.caseId().toString());
    form.put("actor.duty.role", "SUPERVISOR");
    return form;
  }

  private static void tried(
      Role role, Case before, String door, Map<String, String> own, List<String> wrong)
      throws Exception {
    HttpResponse<String> answer =
        PEOPLE.get(role).post("/cases/" + one.caseId() + "/" + door, form(before, own));
    Case after = world.now(one);
    if (!REFUSED.contains(answer.statusCode())
        || !answer.body().contains("Nothing was changed")
        || after.version() != before.version()
        || after.state() != before.state()
        || after.stopped() != before.stopped()) {
      wrong.add(
          role
              + " "
              + door
              + " "
              + own
              + " while "
              + before.state()
              + (before.stopped() ? " (stopped): " : ": ")
              + answer.statusCode());
    }
  }

  @FunctionalInterface
  private interface Tries {
    /// Tries what is forbidden to a role while a case stands so; gives how often.
    int of(Role role, Case before) throws Exception;
  }

  /// Every state, stopped and not, before every role.
  private static int everywhere(Tries tries) throws Exception {
    int count = 0;
    for (CaseState state : CaseState.values()) {
      for (boolean stopped : List.of(false, true)) {
        for (Role role : CASE_ROLES) {
          count += tries.of(role, inState(state, stopped));
        }
      }
    }
    return count;
  }

  @Test
  void noForbiddenStepIsTakenFromAnyState() throws Exception {
    List<String> wrong = new ArrayList<>();
    int count =
        everywhere((role, before) -> {
          int tries = 0;
          for (Step step : Step.values()) {
            boolean signs =
                Transitions.of(before.state(), step)
                    .filter(row -> row.signed() || row.withOutcome())
                    .isPresent();
            // The generic form neither signs nor closes with an outcome, whoever sends it.
            if (!isAllowed(before.state(), step, role, before.stopped()) || signs) {
              tried(role, before, "step", Map.of("step", step.name()), wrong);
              tries++;
            }
          }
          return tries;
        });
    assertThat(wrong).isEmpty();
    assertThat(count).isGreaterThan(1000);
  }

  private record Door(String name, Step step, Map<String, String> form) {}

  private static List<Door> doors() {
    String today = LocalDate.now().toString();
    Map<String, String> signature =
        Map.of(
            "outcome",
            "no-action",
            "narrative",
            "What I decided, and why.",
            "password",
            CaseWorld.PASSWORD);
    return List.of(
        new Door("sign", Step.SIGN, signature),
        new Door("countersign", Step.COUNTERSIGN, Map.of("password", CaseWorld.PASSWORD)),
        new Door("return", Step.RETURN, Map.of()),
        new Door("stop", Step.STOP, Map.of("kind", "MINOR")),
        new Door("release", Step.RELEASE_STOP, Map.of()),
        new Door(
            "custody/outcome",
            Step.CLOSE_WITH_OUTCOME,
            Map.of(
                "kind", "RELEASED", "on", today, "source", "jail system", "programme", "INTEROP")));
  }

  @Test
  void noDoorOfItsOwnOpensOutOfItsState() throws Exception {
    List<String> wrong = new ArrayList<>();
    int count =
        everywhere((role, before) -> {
          int tries = 0;
          for (Door door : doors()) {
            // An officer may correct the outcome of a closed case.
            boolean corrects =
                door.step() == Step.CLOSE_WITH_OUTCOME && before.isClosed() && role == Role.OFFICER;
            if (!isAllowed(before.state(), door.step(), role, before.stopped()) && !corrects) {
              tried(role, before, door.name(), door.form(), wrong);
              tries++;
            }
          }
          return tries;
        });
    assertThat(wrong).isEmpty();
    assertThat(count).isGreaterThan(300);
  }

  @Test
  void evidenceIsAddedByItsOwnRolesOnlyAndNeverUnderAStop() throws Exception {
    String today = LocalDate.now().toString();
    Map<String, Map<String, String>> evidence = new LinkedHashMap<>();
    evidence.put(
        "check", Map.of("kind", "PASSPORT", "result", "NEGATIVE", "source", "index", "on", today));
    evidence.put("fact", Map.of("side", "AGAINST", "kind", "OTHER", "content", "a", "source", "b"));
    evidence.put("interview", Map.of("held", "no", "content", "not willing"));
    evidence.put("review", Map.of("finding", "Looked at."));
    List<String> wrong = new ArrayList<>();
    for (var entry : evidence.entrySet()) {
      Role own = entry.getKey().equals("review") ? Role.SUPERVISOR : Role.OFFICER;
      for (Role role : CASE_ROLES) {
        if (role != own) {
          tried(role, inState(CaseState.FACTS, false), entry.getKey(), entry.getValue(), wrong);
        }
        tried(role, inState(CaseState.FACTS, true), entry.getKey(), entry.getValue(), wrong);
        tried(role, inState(CaseState.CLOSED, false), entry.getKey(), entry.getValue(), wrong);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(
            jdbc.sql("select count(*) from fact where content = 'a'").query(Integer.class).single())
        .isZero();
  }
}

package org.ridgeline.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.casework.custody.Custody;
import org.ridgeline.console.entry.OperatorPasswords;
import org.ridgeline.exchange.operator.Duty;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.ledger.Subject;
import tools.jackson.databind.JsonNode;

/// Every role's own log-in at every address of agencies and bureaus: what is not theirs is refused
/// or is not there, and what is theirs says nothing of cases.
class AgencyScopeIT {
  private static final String OTHER_ORI = "CA0130000";

  @TempDir private static Path temp;
  private static CaseWorld world;
  private static String control = "";
  private static String otherToken = "";
  private static final UUID CASE = UUID.randomUUID();
  private static final Map<String, Visitor> VISITORS = new LinkedHashMap<>();

  @BeforeAll
  static void start() throws Exception {
    world = new CaseWorld(temp.resolve("data"));
    String token = world.running.activeAgency(TestCards.ORI);
    otherToken = world.running.activeAgency(OTHER_ORI);
    JsonNode booked = world.running.booked(token, TestCards.card(901, 1, "T-SCOPE-001", "DOE,SAM"));
    control = booked.path("control").asString();
    Rooms.of(world.running.server)
        .casework()
        .custody()
        .desk()
        .open(
            new Custody.Booking(
                CASE,
                control,
                "T-SCOPE-001",
                TestCards.ORI,
                "CA",
                Instant.now().minus(Duration.ofDays(2))));
    String hash = OperatorPasswords.encoder().encode(CaseWorld.PASSWORD);
    var operators = Rooms.of(world.running.server).operators();
    operators.add("other.agency", hash, new Duty(Role.BOOKING_AGENCY, OTHER_ORI), Instant.now());
    operators.add("other.bureau", hash, new Duty(Role.STATE_BUREAU, "TX"), Instant.now());
    for (Role role : Role.values()) {
      VISITORS.put(role.name(), visitor(CaseWorld.name(role, "one")));
    }
    VISITORS.put("OTHER_AGENCY", visitor("other.agency"));
    VISITORS.put("OTHER_BUREAU", visitor("other.bureau"));
  }

  @AfterAll
  static void stop() throws Exception {
    world.close();
  }

  private static Visitor visitor(String name) throws Exception {
    return Visitor.of(world.running.server.url(), name, CaseWorld.PASSWORD);
  }

  @Test
  void onlyTheAgencyItselfSeesItsPages() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (String path :
        List.of(
            "/agency",
            "/agency/custody",
            "/agency/bookings/" + control,
            "/agency/custody/" + control)) {
      boolean isOne = path.contains(control);
      for (var visitor : VISITORS.entrySet()) {
        int expected =
            switch (visitor.getKey()) {
              case "BOOKING_AGENCY" -> 200;
              case "OTHER_AGENCY" -> isOne ? 404 : 200;
              default -> 403;
            };
        int status = visitor.getValue().get(path).statusCode();
        if (status != expected) {
          wrong.add(visitor.getKey() + " " + path + ": " + status + ", expected " + expected);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void onlyBureausSeeTheirPages() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (String path : List.of("/bureau", "/bureau/returns", "/bureau/option")) {
      for (var visitor : VISITORS.entrySet()) {
        int expected = visitor.getKey().endsWith("BUREAU") ? 200 : 403;
        int status = visitor.getValue().get(path).statusCode();
        if (status != expected) {
          wrong.add(visitor.getKey() + " " + path + ": " + status + ", expected " + expected);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void nobodyElseReports() throws Exception {
    List<String> wrong = new ArrayList<>();
    Map<String, String> form =
        Map.of(
            "milestone",
            "RELEASED",
            "at",
            "2026-11-20T10:00",
            "source",
            "attack",
            "event",
            UUID.randomUUID().toString(),
            "reason",
            "attack",
            "custodian",
            "nobody",
            "handedBy",
            "nobody",
            "handOver",
            UUID.randomUUID().toString(),
            "number",
            "1");
    for (String step : List.of("report", "correct", "hand-over", "receipt")) {
      for (var visitor : VISITORS.entrySet()) {
        if (!visitor.getKey().equals("BOOKING_AGENCY")) {
          int expected = visitor.getKey().equals("OTHER_AGENCY") ? 404 : 403;
          String path = "/agency/custody/" + control + "/" + step;
          int status = visitor.getValue().post(path, form).statusCode();
          if (status != expected) {
            wrong.add(visitor.getKey() + " " + path + ": " + status + ", expected " + expected);
          }
        }
        if (!visitor.getKey().equals("OFFICER")) {
          String path = "/cases/" + CASE + "/custody/" + step;
          int status = visitor.getValue().post(path, form).statusCode();
          if (status != 403) {
            wrong.add(visitor.getKey() + " " + path + ": " + status + ", expected 403");
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(VISITORS.get("BOOKING_AGENCY").get("/agency/custody/" + control).body())
        .doesNotContain("attack");
  }

  @Test
  void onlyAdministratorsConfigure() throws Exception {
    List<String> wrong = new ArrayList<>();
    Map<String, String> form =
        Map.of(
            "ori",
            OTHER_ORI,
            "name",
            "Attack",
            "kind",
            "LOCAL_JAIL",
            "state",
            "CA",
            "zone",
            "",
            "code",
            "ATTACK",
            "source",
            "attack",
            "from",
            "2026-01-01",
            "hours",
            "48");
    for (String step : List.of("", "/limits", "/programmes")) {
      for (var visitor : VISITORS.entrySet()) {
        if (!visitor.getKey().equals("ADMINISTRATOR")) {
          String path = "/activation/facilities" + step;
          int status = visitor.getValue().post(path, form).statusCode();
          if (status != 403) {
            wrong.add(visitor.getKey() + " " + path + ": " + status + ", expected 403");
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    Visitor administrator = VISITORS.get("ADMINISTRATOR");
    Map<String, String> tooLong =
        Map.of("state", "CA", "from", "2026-01-01", "hours", "49", "source", "attack");
    assertThat(administrator.post("/activation/facilities/limits", tooLong).statusCode())
        .isEqualTo(422);
    administrator.post(
        "/activation/facilities",
        Map.of(
            "ori",
            OTHER_ORI,
            "name",
            "Scope jail",
            "kind",
            "LOCAL_JAIL",
            "state",
            "CA",
            "zone",
            ""));
    HttpResponse<String> register = administrator.get("/activation/facilities");
    assertThat(register.statusCode()).isEqualTo(200);
    assertThat(register.body()).contains("Scope jail", "local jail", "America/Los_Angeles");
  }

  @Test
  void anotherBureauChangesAndSeesOnlyItsOwnState() throws Exception {
    assertThat(VISITORS.get("STATE_BUREAU").get("/bureau").body()).contains(control);
    assertThat(VISITORS.get("OTHER_BUREAU").get("/bureau").body()).doesNotContain(control);
    HttpResponse<String> chosen =
        VISITORS
            .get("OTHER_BUREAU")
            .post("/bureau/option", Map.of("forwards", "yes", "reason", "test", "state", "CA"));
    assertThat(chosen.statusCode()).isEqualTo(302);
    assertThat(VISITORS.get("OTHER_BUREAU").get("/bureau/option").body()).contains("passed on");
    assertThat(Rooms.of(world.running.server).ledger().about(List.of(new Subject("state:TX"))))
        .as("each choice is in the ledger")
        .anyMatch(e ->
            e.entry().action().key().equals("state.option")
                && e.entry().detail().get("forwards").equals("true"));
    var bureaus = world.running.stores().bureaus();
    assertThat(bureaus.forwards("TX")).isTrue();
    assertThat(bureaus.forwards("CA")).isFalse();
    assertThat(
            VISITORS
                .get("STATE_BUREAU")
                .post("/bureau/option", Map.of("forwards", "yes", "reason", " "))
                .statusCode())
        .isEqualTo(422);
  }

  @Test
  void agencyPagesSayNothingOfCases() throws Exception {
    Visitor agency = VISITORS.get("BOOKING_AGENCY");
    for (String path :
        List.of(
            "/agency",
            "/agency/custody",
            "/agency/bookings/" + control,
            "/agency/custody/" + control)) {
      assertThat(agency.get(path).body())
          .as(path)
          .contains(control)
          .doesNotContain(CASE.toString())
          .doesNotContainIgnoringCase("score")
          .doesNotContain("/leads")
          .doesNotContain("/cases");
    }
    assertThat(VISITORS.get("STATE_BUREAU").get("/bureau").body())
        .doesNotContain(CASE.toString())
        .doesNotContain("/cases");
  }

  @Test
  void theApiKnowsOnlyTheAgencysOwn() throws Exception {
    Api api = world.running.api;
    byte[] report =
        "{\"milestone\":\"RELEASED\",\"at\":\"2026-11-20T10:00:00Z\",\"source\":\"x\"}".getBytes();
    assertThat(api.get("/api/v1/custody/" + control, otherToken).status()).isEqualTo(404);
    assertThat(api.get("/api/v1/custody/R0", otherToken).status()).isEqualTo(404);
    assertThat(api.get("/api/v1/custody/" + control, world.running.officeToken).status())
        .isEqualTo(403);
    assertThat(api.get("/api/v1/custody/" + control, "none").status()).isEqualTo(401);
    assertThat(api.post("/api/v1/custody/" + control + "/reports", otherToken, report).status())
        .isIn(404, 415);
  }
}

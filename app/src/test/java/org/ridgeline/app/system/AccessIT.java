package org.ridgeline.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.console.entry.OperatorPasswords;
import org.ridgeline.exchange.Administrator;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.agency.Channel;
import org.ridgeline.exchange.operator.Duty;
import org.ridgeline.exchange.operator.OperatorRegister;
import org.ridgeline.exchange.operator.OperatorStore;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.ledger.LedgerEntry;
import org.ridgeline.vocabulary.Ori;

/// Who lost access has none at the next click or call, and every act and refusal is on record.
class AccessIT {
  private static final String PASSWORD = "correct horse battery";
  private static final String OTHER = "another horse battery";
  private static final Pattern TOKEN = Pattern.compile("id=\"token\">([^<]+)<");

  /// What an agency that is let in is answered with 404.
  private static final String BOOKING = "/api/v1/submissions/R0";

  private static final Pattern LINK = Pattern.compile("id=\"invitation\">[^<]*(/setup/[^<]+)<");

  @TempDir private static Path temp;
  private static RunningServer running;
  private static OperatorStore operators;
  private static OperatorRegister register;

  @BeforeAll
  static void start() throws Exception {
    // As law-enforcement policy has it: else nothing locks.
    Files.createDirectories(temp.resolve("data"));
    Files.writeString(temp.resolve("data/ridgeline.properties"), "console.lock-after=5\n");
    running = new RunningServer(temp.resolve("data"));
    operators = Rooms.of(running.server).operators();
    register = Rooms.of(running.server).get(OperatorRegister.class);
    add("root.admin", Role.ADMINISTRATOR);
  }

  @AfterAll
  static void stop() throws Exception {
    running.close();
  }

  private static void add(String name, Role role) {
    operators.add(name, OperatorPasswords.encoder().encode(PASSWORD), Duty.of(role), Instant.now());
  }

  private static Visitor as(String name) throws Exception {
    return Visitor.of(running.server.url(), name, PASSWORD);
  }

  private static Visitor administrator() throws Exception {
    return as("root.admin");
  }

  private static String to(HttpResponse<?> answer) {
    return answer.headers().firstValue("location").orElse("");
  }

  private static void assertOut(HttpResponse<?> answer) {
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("HX-Redirect")).contains("/login?ended");
  }

  private static List<LedgerEntry> entries(String action) {
    return Rooms.of(running.server).ledger().after(0, 10_000).stream()
        .map(chained -> chained.entry())
        .filter(e -> e.action().key().equals(action))
        .toList();
  }

  private static String found(Pattern pattern, HttpResponse<String> page) {
    Matcher found = pattern.matcher(page.body());
    assertThat(found.find()).as(page.body()).isTrue();
    return found.group(1);
  }

  @Test
  void aDisabledOperatorsOpenSessionGetsNothingOnTheNextClick() throws Exception {
    add("dan", Role.OFFICER);
    Visitor dan = as("dan");
    assertThat(dan.get("/cases").statusCode()).isEqualTo(200);
    HttpResponse<String> done =
        administrator().post("/operators/dan/disable", Map.of("reason", "left the county"));
    assertThat(to(done)).endsWith("/operators/dan");
    assertOut(dan.get("/cases"));
    assertThat(dan.get("/cases").body()).doesNotContain("<table");
    register.enable("dan", Administrator.local());
    assertOut(dan.get("/cases"));
    assertThat(as("dan").get("/cases").statusCode()).as("a log-in of its own").isEqualTo(200);
    assertThat(entries("operator.disable"))
        .anySatisfy(e -> {
          assertThat(e.actor()).isEqualTo("root.admin");
          assertThat(e.subject().text()).isEqualTo("operator:dan");
          assertThat(e.detail())
              .containsEntry("from", "127.0.0.1")
              .containsEntry("reason", "left the county");
        });
  }

  @Test
  void aLockedAdministratorCannotInvite() throws Exception {
    add("liz", Role.ADMINISTRATOR);
    Visitor liz = as("liz");
    for (int i = 0; i < Limits.LOGIN_FAILURES_MAX; i++) {
      operators.tries("liz", Instant.now());
      operators.failed("liz", Instant.now());
    }
    assertOut(liz.post("/operators/invite", Map.of("role", "ADMINISTRATOR")));
    operators.release("liz", Administrator.local());
    assertThat(liz.post("/operators/invite", Map.of("role", "ADMINISTRATOR")).statusCode())
        .as("without a session")
        .isEqualTo(403);
    assertThat(entries("operator.invite")).noneMatch(e -> e.actor().equals("liz"));
  }

  @Test
  void whoHasAnotherRoleIsOutAndComesInAnew() throws Exception {
    add("mia", Role.ADMINISTRATOR);
    Visitor mia = as("mia");
    assertThat(mia.get("/operators").statusCode()).isEqualTo(200);
    administrator().post("/operators/mia/role", Map.of("role", "EXAMINER", "scope", ""));
    assertOut(mia.get("/operators"));
    assertThat(as("mia").get("/operators").statusCode()).isEqualTo(403);
    assertThat(entries("access.deny"))
        .anySatisfy(e -> {
          assertThat(e.actor()).isEqualTo("mia");
          assertThat(e.role()).isEqualTo("EXAMINER");
          assertThat(e.detail()).containsEntry("what", "GET /operators");
        });
  }

  @Test
  void onesOwnPasswordEndsTheOtherSessions() throws Exception {
    add("ned", Role.OFFICER);
    Visitor here = as("ned");
    Visitor elsewhere = as("ned");
    Map<String, String> form = Map.of("old", "wrong", "password", OTHER, "again", OTHER);
    assertThat(here.post("/account/password", form).statusCode()).isEqualTo(403);
    assertThat(here.get("/account").statusCode()).isEqualTo(200);
    here.post("/account/password", Map.of("old", PASSWORD, "password", OTHER, "again", OTHER));
    assertThat(here.get("/account").body()).contains("Your password is changed");
    assertThat(here.get("/cases").statusCode()).isEqualTo(200);
    assertOut(elsewhere.get("/cases"));
    Visitor.of(running.server.url(), "ned", OTHER);
    assertThat(entries("operator.password"))
        .anySatisfy(e -> {
          assertThat(e.actor()).isEqualTo("ned");
          assertThat(e.detail()).containsEntry("by", "own").containsEntry("from", "127.0.0.1");
        });
  }

  @Test
  void anAdministratorResetsAPasswordByALinkThatWorksOnce() throws Exception {
    add("pam", Role.OFFICER);
    Visitor pam = as("pam");
    Visitor administrator = administrator();
    administrator.post("/operators/pam/reset", Map.of());
    String link = found(LINK, administrator.get("/operators/pam"));
    assertThat(administrator.get("/operators/pam").body()).doesNotContain(link);
    Visitor stranger = Visitor.stranger(running.server.url());
    assertThat(stranger.get(link).body()).contains("Set your password").contains("pam");
    Map<String, String> form = Map.of("password", OTHER, "again", OTHER);
    assertThat(
            stranger
                .post(link, Map.of("username", "eve", "password", OTHER, "again", OTHER))
                .statusCode())
        .as("makes nobody")
        .isEqualTo(410);
    assertThat(to(stranger.post(link + "/password", form))).endsWith("/login?reset");
    assertThat(stranger.post(link + "/password", form).statusCode()).isEqualTo(410);
    assertOut(pam.get("/cases"));
    Visitor.of(running.server.url(), "pam", OTHER);
  }

  @Test
  void theLastAdministratorStays() throws Exception {
    Visitor administrator = administrator();
    for (var other : operators.all()) {
      boolean isOther = !other.name().equals("root.admin");
      if (isOther && other.duty().role() == Role.ADMINISTRATOR) {
        register.disable(other.name(), "a test", Administrator.local());
      }
    }
    HttpResponse<String> self =
        administrator.post("/operators/root.admin/disable", Map.of("reason", "tired"));
    assertThat(self.statusCode()).isEqualTo(409);
    assertThat(self.body()).contains("last administrator who may log in");
    assertThat(
            administrator
                .speaking("es")
                .post("/operators/root.admin/role", Map.of("role", "OFFICER"))
                .body())
        .contains("último administrador");
    assertThat(administrator.get("/operators").statusCode()).isEqualTo(200);
  }

  @Test
  void anAgencysTokenIsRefusedWithItsReason() throws Exception {
    Visitor administrator = administrator();
    Map<String, String> agency =
        Map.of(
            "ori",
            "CA0420000",
            "name",
            "Lake Jail",
            "state",
            "CA",
            "fips",
            "06033",
            "county",
            "Lake",
            "channel",
            "FETCH",
            "callback",
            "");
    assertThat(to(administrator.post("/agencies", agency))).endsWith("/agencies/CA0420000");
    String first = found(TOKEN, administrator.get("/agencies/CA0420000"));
    assertThat(administrator.get("/agencies/CA0420000").body()).doesNotContain(first);
    assertThat(administrator.post("/agencies", agency).statusCode()).isEqualTo(409);
    assertThat(running.api.get(BOOKING, first).status()).isEqualTo(404);

    administrator.post("/agencies/CA0420000/rotate-token", Map.of("overlapHours", "0"));
    String second = found(TOKEN, administrator.get("/agencies/CA0420000"));
    assertChallenge(first, "the token has ended");
    assertThat(running.api.get(BOOKING, second).status()).isEqualTo(404);

    administrator.post("/agencies/CA0420000/disable", Map.of("reason", "contract ended"));
    assertChallenge(second, "the access is disabled");
    administrator.post("/agencies/CA0420000/enable", Map.of());
    assertThat(running.api.get(BOOKING, second).status()).isEqualTo(404);
    assertThat(administrator.get("/agencies/CA0420000").body())
        .contains("reason: contract ended")
        .contains("127.0.0.1");
    assertThat(entries("access.deny"))
        .anyMatch(e -> e.actor().equals("CA0420000") && e.subject().text().equals("door:api"));
    assertThat(entries("agency.rotate-token"))
        .allMatch(e -> !e.detail().toString().contains(first));
  }

  private static void assertChallenge(String token, String why) throws Exception {
    Api.Reply reply = running.api.get("/api/v1/submissions", token);
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.response().headers().firstValue("WWW-Authenticate"))
        .contains("Bearer error=\"invalid_token\", error_description=\"" + why + "\"");
  }

  @Test
  void formsThatCannotBeTakenSaySo() throws Exception {
    Visitor administrator = administrator();
    String ori = "CA0430000";
    running.agency(ori, false, Channel.FETCH, Optional.empty());
    String path = "/agencies/" + ori;
    assertThat(administrator.post(path + "/disable", Map.of("reason", " ")).statusCode())
        .isEqualTo(422);
    assertThat(administrator.post(path + "/rotate-token", Map.of("overlapHours", "721")).body())
        .contains("30 days");
    assertThat(administrator.post(path + "/rotate-token", Map.of("overlapHours", "x")).statusCode())
        .isEqualTo(422);
    assertThat(administrator.post(path + "/permit", Map.of("sendsAs", "?")).statusCode())
        .isEqualTo(422);
    assertThat(administrator.get("/agencies/CA0000000").statusCode()).isEqualTo(404);
    assertThat(administrator.get("/agencies/nonsense").statusCode()).isEqualTo(422);
    assertThat(administrator.get("/operators/nobody").statusCode()).isEqualTo(404);
    assertThat(administrator.get("/offices/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    assertThat(administrator.post("/offices", Map.of("name", "X", "areas", "nowhere")).statusCode())
        .isEqualTo(422);
    assertThat(running.stores().agencies().isEnabled(new Ori(ori))).isTrue();
  }

  @Test
  void offices() throws Exception {
    Visitor administrator = administrator();
    String page =
        to(administrator.post("/offices", Map.of("name", "Lake Office", "areas", "06033, nv")));
    String path = page.substring(page.indexOf("/offices/"));
    String token = found(TOKEN, administrator.get(path));
    assertThat(running.api.get("/api/v1/leads", token).status()).isEqualTo(200);
    administrator.post(path + "/change", Map.of("name", "Lake and Valley", "areas", "06033"));
    administrator.post(path + "/disable", Map.of("reason", "moved"));
    assertThat(running.api.get("/api/v1/leads", token).status()).isEqualTo(401);
    administrator.post(path + "/enable", Map.of());
    assertThat(running.api.get("/api/v1/leads", token).status()).isEqualTo(200);
    administrator.post(path + "/end-tokens", Map.of("reason", "stolen"));
    assertThat(running.api.get("/api/v1/leads", token).status()).isEqualTo(401);
    assertThat(administrator.get(path).body())
        .contains("Lake Office &gt; Lake and Valley")
        .contains("has ended");
    assertThat(to(administrator.post(path + "/remove", Map.of("reason", "a test"))))
        .endsWith("/offices");
    assertThat(administrator.get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void nobodyButAdministratorsSeesWhoHasAccess() throws Exception {
    for (Role role : Role.values()) {
      if (role == Role.ADMINISTRATOR) {
        continue;
      }
      String name = "role." + role.name().toLowerCase(Locale.ROOT).replace('_', '-');
      String scope =
          switch (role.scope()) {
            case NONE -> "";
            case ORI -> "CA0340000";
            case STATE -> "CA";
          };
      operators.add(
          name, OperatorPasswords.encoder().encode(PASSWORD), new Duty(role, scope), Instant.now());
      Visitor person = as(name);
      for (String path : List.of("/agencies", "/offices", "/operators", "/operators/root.admin")) {
        assertThat(person.get(path).statusCode()).as(role + " " + path).isEqualTo(403);
      }
      assertThat(person.post("/agencies/CA0340000/disable", Map.of("reason", "x")).statusCode())
          .isEqualTo(403);
      assertThat(person.get("/account").statusCode()).as(role.name()).isEqualTo(200);
      assertThat(entries("access.deny"))
          .anyMatch(e -> e.actor().equals(name) && e.role().equals(role.name()));
    }
  }

  @Test
  void failedLogInsAndDenialsOfTheApiAreOnRecord() throws Exception {
    add("quin", Role.OFFICER);
    Visitor stranger = Visitor.stranger(running.server.url());
    stranger.post("/login", Map.of("username", "quin", "password", "wrong"));
    stranger.post("/login", Map.of("username", "hunter2hunter2", "password", "wrong"));
    assertThat(entries("operator.login-fail"))
        .anyMatch(e -> e.subject().text().equals("operator:quin"))
        .anyMatch(e -> e.subject().text().equals("operator:unknown"))
        .allMatch(e -> e.detail().get("from").equals("127.0.0.1"))
        .noneMatch(e -> e.toString().contains("hunter2"));
    assertThat(running.api.get("/api/v1/submissions", running.officeToken).status()).isEqualTo(403);
    assertThat(entries("access.deny"))
        .anyMatch(e ->
            e.actor().equals("Office")
                && e.role().equals("OFFICE")
                && e.detail().get("what").equals("GET /api/v1/submissions"));
    assertThat(running.api.get("/api/v1/submissions", "nonsense").status()).isEqualTo(401);
    assertThat(entries("access.deny"))
        .anyMatch(e -> e.detail().get("what").equals("nobody's token"));
  }
}

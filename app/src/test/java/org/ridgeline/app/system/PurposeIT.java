package org.ridgeline.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.ledger.Subject;

/// People's submissions and leads are shown to whoever says why, and to nobody before.
class PurposeIT {
  @TempDir private static Path temp;
  private static CaseWorld world;
  private static String control = "";

  @BeforeAll
  static void start() throws Exception {
    world = new CaseWorld(temp.resolve("data"));
    String token = world.running.activeAgency(TestCards.ORI);
    control =
        world
            .running
            .booked(token, TestCards.card(951, 1, "T-PURPOSE-1", "DOE,SAM"))
            .path("control")
            .asString();
  }

  @AfterAll
  static void stop() throws Exception {
    world.close();
  }

  private static Browserless as(Role role) throws Exception {
    return Browserless.loggedIn(
        world.running.server.url(), CaseWorld.name(role, "one"), CaseWorld.PASSWORD);
  }

  private static String to(HttpResponse<?> answer) {
    return answer.headers().firstValue("location").orElse("");
  }

  private static List<String> reasons() {
    return Rooms.of(world.running.server)
        .ledger()
        .about(List.of(new Subject("submission:" + control)))
        .stream()
        .filter(e -> e.entry().action().key().equals("submission.read"))
        .map(e -> e.entry().purpose())
        .toList();
  }

  @Test
  void nobodyIsShownARecordBeforeTheySaidWhy() throws Exception {
    for (Role role : List.of(Role.OPERATOR, Role.ADMINISTRATOR)) {
      Browserless person = as(role);
      String page = "/submissions/" + control;
      for (String path : List.of(page, "/leads", page + "/prints/1")) {
        HttpResponse<String> answer = person.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(302);
        assertThat(to(answer)).as(path).contains("/purpose?to=");
        assertThat(answer.body()).doesNotContain("DOE");
      }
      assertThat(person.get(page + "/prints/1.png").statusCode()).isEqualTo(403);
      assertThat(person.post("/purpose", Map.of("other", "x".repeat(201))).statusCode())
          .isEqualTo(422);
      assertThat(person.post("/purpose", Map.of()).statusCode()).isEqualTo(422);
      assertThat(person.get(page).statusCode()).isEqualTo(302);
      String why = "a question of the jail to " + role;
      HttpResponse<String> said = person.post("/purpose", Map.of("other", why, "to", page));
      assertThat(to(said)).endsWith(page);
      assertThat(person.get(page).body()).contains("DOE,SAM");
      assertThat(reasons()).contains(why);
    }
  }

  @Test
  void noOtherPlaceIsGoneToAfterwards() throws Exception {
    Browserless person = as(Role.OPERATOR);
    for (String elsewhere : List.of("//example.org", "https://example.org/leads", "/operators")) {
      HttpResponse<String> said =
          person.post("/purpose", Map.of("other", "a question", "to", elsewhere));
      assertThat(to(said)).as(elsewhere).endsWith("/submissions");
      assertThat(person.get("/purpose?to=" + elsewhere).body()).doesNotContain("example.org");
    }
  }

  @Test
  void rolesWithoutSuchPagesAreNotAsked() throws Exception {
    for (Role role : Role.values()) {
      if (role != Role.OPERATOR && role != Role.ADMINISTRATOR) {
        assertThat(as(role).get("/purpose").statusCode()).as(role.name()).isEqualTo(403);
      }
    }
  }
}

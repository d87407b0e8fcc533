package org.ridgeline.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.exchange.submission.SearchDecision;
import org.ridgeline.ledger.Subject;
import org.ridgeline.vocabulary.Ori;
import tools.jackson.databind.JsonNode;

/// Ending an activation on the register's page, and what a refusal there says in which language.
class ActivationIT {
  @TempDir private static Path temp;
  private static CaseWorld world;
  private static Visitor chief;

  @BeforeAll
  static void start() throws Exception {
    world = new CaseWorld(temp.resolve("data"));
    chief = visitor(Role.ADMINISTRATOR);
  }

  @AfterAll
  static void stop() throws Exception {
    world.close();
  }

  private static Visitor visitor(Role role) throws Exception {
    return Visitor.of(world.running.server.url(), CaseWorld.name(role, "one"), CaseWorld.PASSWORD);
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  private static Map<String, String> form(String ori, LocalDate day, String reason) {
    return Map.of("ori", ori, "day", day.toString(), "reason", reason);
  }

  private static boolean isActive(String ori) {
    return world.running.stores().activation().isActive(new Ori(ori), today());
  }

  @Test
  void anAdministratorEndsItAfterReadingWhatWillHappen() throws Exception {
    String ori = "CA0340061";
    String token = world.running.activeAgency(ori);
    assertThat(chief.get("/activation").body()).contains("/activation/end?ori=" + ori);
    assertThat(chief.get("/activation/end?ori=" + ori).body()).contains("Test " + ori);
    HttpResponse<String> asked = chief.post("/activation/end", form(ori, today(), "left <b>"));
    assertThat(asked.statusCode()).isEqualTo(200);
    assertThat(asked.body())
        .contains(
            "are not searched in the second repository", today().toString(), "left &lt;b&gt;");
    assertThat(isActive(ori)).isTrue();

    Map<String, String> confirmed = new java.util.TreeMap<>(form(ori, today(), "left <b>"));
    confirmed.put("confirmed", "true");
    HttpResponse<String> ended = chief.post("/activation/end", confirmed);
    assertThat(ended.statusCode()).isEqualTo(302);
    assertThat(chief.get("/activation").body()).contains("takes no part in the second search from");
    assertThat(isActive(ori)).isFalse();
    assertThat(Rooms.of(world.running.server).ledger().about(List.of(Subject.Kind.AGENCY.of(ori))))
        .extracting(e -> e.entry())
        .filteredOn(e -> e.action().key().equals("activation.end"))
        .singleElement()
        .satisfies(e -> {
          assertThat(e.actor()).isEqualTo(CaseWorld.name(Role.ADMINISTRATOR, "one"));
          assertThat(e.detail())
              .containsEntry("reason", "left <b>")
              .containsEntry("day", today().toString());
        });
    assertThat(chief.post("/activation/end", confirmed).statusCode()).isEqualTo(409);

    JsonNode after = world.running.booked(token, TestCards.card(ori, 961, "T-ENDED-1", "DOE,SAM"));
    assertThat(
            world
                .running
                .stores()
                .searches()
                .of(after.path("control").asString(), RepositoryName.IMMIGRATION)
                .decision())
        .contains(SearchDecision.NOT_ACTIVE);
  }

  @Test
  void whatCannotBeIsRefusedAndChangesNothing() throws Exception {
    String ori = "CA0340062";
    world.running.activeAgency(ori);
    for (Map<String, String> wrong :
        List.of(
            form(ori, today().minusDays(1), "past"),
            form(ori, today(), " "),
            form(ori, today(), "x".repeat(501)),
            Map.of("ori", ori, "day", "soon", "reason", "because"))) {
      assertThat(chief.post("/activation/end", wrong).statusCode()).as(wrong + "").isEqualTo(422);
    }
    assertThat(chief.post("/activation/end", form("CA0000000", today(), "none")).statusCode())
        .isEqualTo(404);
    assertThat(isActive(ori)).isTrue();
  }

  @Test
  void nobodyElseEndsOne() throws Exception {
    String ori = "CA0340063";
    world.running.activeAgency(ori);
    for (Role role : Role.values()) {
      if (role != Role.ADMINISTRATOR) {
        Visitor other = visitor(role);
        assertThat(other.get("/activation/end?ori=" + ori).statusCode())
            .as(role.name())
            .isEqualTo(403);
        assertThat(other.post("/activation/end", form(ori, today(), "attack")).statusCode())
            .as(role.name())
            .isEqualTo(403);
      }
    }
    assertThat(visitor(Role.OPERATOR).get("/activation").body()).doesNotContain("/activation/end");
    assertThat(isActive(ori)).isTrue();
  }

  @Test
  void aRefusalIsSaidInTheLanguageOfTheBrowser() throws Exception {
    Map<String, String> wrong = form("CA0000000", today(), "none");
    Visitor one = visitor(Role.ADMINISTRATOR);
    assertThat(one.speaking("es-MX,es;q=0.9,en;q=0.8").post("/activation/end", wrong).body())
        .contains("lang=\"es\"", "No existe tal agencia en el registro. Vuelva a cargar");
    assertThat(one.speaking("fr").post("/activation/end", wrong).body())
        .doesNotContain("lang=\"es\"")
        .contains("There is no such agency in the register.");
    Visitor redress = visitor(Role.REDRESS_OFFICER).speaking("es");
    assertThat(redress.get("/redress/00000000-0000-0000-0000-000000000000").body())
        .as("a room's refusal")
        .contains("lang=\"es\"");
  }
}

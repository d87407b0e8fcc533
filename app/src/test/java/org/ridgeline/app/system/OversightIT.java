package org.ridgeline.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.casework.casefile.Case;
import org.ridgeline.casework.casefile.Step;
import org.ridgeline.exchange.operator.Role;

/// What oversight sees, and that it is counts.
class OversightIT {
  @TempDir private static Path temp;
  private static CaseWorld world;
  private static String token = "";

  @BeforeAll
  static void start() throws Exception {
    world = new CaseWorld(temp.resolve("data"));
    token = world.running.activeAgency(TestCards.ORI);
  }

  @AfterAll
  static void stop() throws Exception {
    world.close();
  }

  private static Browserless as(Role role) throws Exception {
    return Browserless.loggedIn(
        world.running.server.url(), CaseWorld.name(role, "one"), CaseWorld.PASSWORD);
  }

  private static String figure(String page, String id) {
    var found = Pattern.compile("id=\"" + id + "\">([^<]+)<").matcher(page);
    assertThat(found.find()).as(id).isTrue();
    return found.group(1);
  }

  @Test
  void everyMatchIsCountedUntilItIsAnswered() throws Exception {
    Case open = world.opened();
    Case excluded = world.booked(token, 901);
    Browserless oversight = as(Role.OVERSIGHT);
    String before = oversight.get("/oversight").body();
    assertThat(figure(before, "matches")).isEqualTo("2");
    assertThat(figure(before, "answered")).isEqualTo("0 of 2, 0.0 %");
    world.cases.desk().machine(excluded.caseId(), Step.SETTLE_EXCLUDED, "test");
    Instant until = Instant.now().plusSeconds(20);
    String after = oversight.get("/oversight").body();
    while (!figure(after, "answered").equals("1 of 2, 50.0 %")) {
      assertThat(Instant.now()).as(after).isBefore(until);
      Thread.sleep(100);
      after = oversight.get("/oversight").body();
    }
    assertThat(after)
        .contains("not the person <b>1</b>", "audit verify")
        .doesNotContain(
            "DOE,SAM", "ROE,SAM", open.number(), excluded.number(), open.booking().control());
    assertThat(Long.parseLong(figure(after, "entries")))
        .isEqualTo(Rooms.of(world.running.server).ledger().last().orElseThrow().number());
  }

  @Test
  void nobodyElseSeesItAndOversightSeesNothingElse() throws Exception {
    for (Role role : EnumSet.complementOf(EnumSet.of(Role.OVERSIGHT))) {
      assertThat(as(role).get("/oversight").statusCode()).as(role.name()).isEqualTo(403);
    }
    Browserless oversight = as(Role.OVERSIGHT);
    for (String path :
        List.of(
            "/cases",
            "/cases/" + java.util.UUID.randomUUID(),
            "/leads",
            "/submissions",
            "/examine",
            "/redress",
            "/agency",
            "/bureau",
            "/operators",
            "/activation")) {
      assertThat(oversight.get(path).statusCode()).as(path).isEqualTo(403);
    }
  }
}

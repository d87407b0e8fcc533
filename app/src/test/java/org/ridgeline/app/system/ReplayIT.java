package org.ridgeline.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ridgeline.app.system.CaseWorld.actor;

import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.casework.casefile.Case;
import org.ridgeline.casework.casefile.Step;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.evidence.Dossier;
import org.ridgeline.casework.evidence.Fact;
import org.ridgeline.casework.replay.CasePseudonym;
import org.ridgeline.casework.replay.Replay;
import org.ridgeline.casework.replay.ReplayDesk;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.ledger.Subject;

/// A case as oversight replays it: everything that was done and seen, and nobody's name.
class ReplayIT {
  private static final String SAID =
      "DOE, Sam (born 1980-01-01, file A01234567) called officer.two.";

  @TempDir private static Path temp;
  private static CaseWorld world;
  private static Case one;
  private static String pseudonym = "";

  @BeforeAll
  static void start() throws Exception {
    world = new CaseWorld(temp.resolve("data"));
    String token = world.running.activeAgency(TestCards.ORI);
    one = world.booked(token, 641);
    world.identified(one);
    world.checks(one);
    world.step(Role.OFFICER, one, Step.FINISH_CITIZENSHIP);
    world.cases.desk().read(actor(Role.OFFICER), one.caseId());
    Thread.sleep(5);
    fact(actor(Role.OFFICER, "two"), SAID);
    Thread.sleep(5);
    fact(actor(Role.OFFICER), "Stated without reading what came.");
    world.facts(one);
    world.document(one);
    pseudonym = Rooms.of(world.running.server).get(CasePseudonym.class).of(one.caseId());
  }

  @AfterAll
  static void stop() throws Exception {
    world.close();
  }

  private static void fact(Actor by, String content) {
    world
        .cases
        .evidence()
        .fact(
            by,
            one.caseId(),
            new Fact(Fact.Side.FOR, Fact.Kind.OTHER, content, "a call", by.name(), Instant.now()));
  }

  private static Visitor as(Role role) throws Exception {
    return Visitor.of(world.running.server.url(), CaseWorld.name(role, "one"), CaseWorld.PASSWORD);
  }

  private static Replay replay() {
    return Rooms.of(world.running.server)
        .get(ReplayDesk.class)
        .open(actor(Role.OVERSIGHT), pseudonym);
  }

  @Test
  void everythingPutInAppearsOnceAndNothingElse() {
    Dossier dossier = world.cases.evidence().dossier(actor(Role.OFFICER), one.caseId());
    int onFile =
        dossier.checks().size()
            + dossier.facts().size()
            + dossier.documents().size()
            + dossier.interviews().size();
    List<Replay.Entry> added =
        replay().moments().stream().flatMap(moment -> moment.added().stream()).toList();
    assertThat(added).hasSize(onFile).hasSizeGreaterThan(6);
    assertThat(added).anyMatch(entry -> entry.text().contains("[name], [name] (born [number]"));
  }

  @Test
  void whatSomebodyHadNotSeenWhenTheyActedIsNamed() {
    Replay.Moment unread =
        replay().moments().stream()
            .filter(moment ->
                moment.added().stream().anyMatch(e -> e.text().startsWith("Stated without")))
            .findFirst()
            .orElseThrow();
    assertThat(unread.who()).isEqualTo("officer A");
    Replay.Before before = unread.before().orElseThrow();
    assertThat(before.read()).isPresent();
    assertThat(before.unseen()).hasSize(1);
    assertThat(before.unseen().getFirst().by()).isEqualTo("officer B");
    assertThat(before.unseen().getFirst().text()).contains("called officer B");
    Replay.Moment other =
        replay().moments().stream()
            .filter(moment -> moment.who().equals("officer B"))
            .findFirst()
            .orElseThrow();
    assertThat(other.before().orElseThrow().read()).isEmpty();
  }

  @Test
  void momentsAreInOrderAndSayWhatExaminersFound() {
    List<Replay.Moment> moments = replay().moments();
    assertThat(moments)
        .extracting(Replay.Moment::after)
        .isSortedAccordingTo(java.time.Duration::compareTo);
    assertThat(moments.getFirst().says()).contains("a case was opened");
    assertThat(moments)
        .extracting(Replay.Moment::says)
        .anyMatch(s -> s.startsWith("two examiners"));
    assertThat(moments).noneMatch(moment -> moment.says().contains("replayed"));
  }

  @Test
  void thePageSaysWhatWasDoneAndNotWhoseCaseItIs() throws Exception {
    Visitor oversight = as(Role.OVERSIGHT);
    String list = oversight.get("/oversight/replay").body();
    assertThat(list).contains("/oversight/replay/" + pseudonym);
    String path = "/oversight/replay/" + pseudonym;
    assertThat(oversight.get(path).body()).contains("Why do you replay");
    assertThat(oversight.post(path + "/purpose", Map.of("purpose", " ")).statusCode())
        .isEqualTo(422);
    assertThat(oversight.post(path + "/purpose", Map.of("purpose", "a yearly look")).statusCode())
        .isEqualTo(302);
    String page = oversight.get(path).body();
    assertThat(page)
        .contains("officer A", "officer B", "put in since, and not seen by them")
        .doesNotContainIgnoringCase("DOE", "ROE,")
        .doesNotContain(
            one.number(),
            one.booking().control(),
            one.booking().tcn(),
            one.personId().toString(),
            one.caseId().toString(),
            "officer.one",
            "officer.two",
            "1980-01-01",
            "A01234567");
    assertThat(Pattern.compile("20\\d\\d-\\d\\d-\\d\\d").matcher(main(page)).find()).isFalse();
    assertThat(replays()).last().asString().contains("oversight.one", "a yearly look");
  }

  private static String main(String page) {
    return page.substring(page.indexOf("<main"), page.indexOf("</main>"));
  }

  private static List<String> replays() {
    return Rooms.of(world.running.server)
        .ledger()
        .about(List.of(Subject.Kind.CASE.of(one.caseId())))
        .stream()
        .filter(entry -> entry.entry().action().key().equals("case.replay"))
        .map(entry -> entry.entry().actor() + " for " + entry.entry().purpose())
        .toList();
  }

  @Test
  void nobodyElseReplaysAndNothingIsThereUnderAnotherName() throws Exception {
    String path = "/oversight/replay/" + pseudonym;
    for (Role role : EnumSet.complementOf(EnumSet.of(Role.OVERSIGHT))) {
      assertThat(as(role).get(path).statusCode()).as(role.name()).isEqualTo(403);
      assertThat(as(role).get("/oversight/replay").statusCode()).as(role.name()).isEqualTo(403);
    }
    Visitor oversight = as(Role.OVERSIGHT);
    for (String wrong : List.of("x", "0".repeat(32), one.caseId().toString(), one.number())) {
      assertThat(oversight.get("/oversight/replay/" + wrong).statusCode()).as(wrong).isEqualTo(404);
    }
  }
}

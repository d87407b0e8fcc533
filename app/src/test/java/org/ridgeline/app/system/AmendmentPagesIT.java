package org.ridgeline.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.exchange.intake.EncounterImport.Imported;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.ledger.ChainedEntry;
import org.ridgeline.ledger.Subject;
import org.ridgeline.repository.Purpose;
import org.ridgeline.repository.amend.Amendment;
import org.ridgeline.repository.amend.AmendmentDesk;

/// Two records officers at the console, and everybody else before a closed door.
class AmendmentPagesIT {
  @TempDir private static Path temp;
  private static CaseWorld world;
  private static Rooms rooms;

  @BeforeAll
  static void start() throws Exception {
    world = new CaseWorld(temp.resolve("data"));
    rooms = Rooms.of(world.running.server);
  }

  @AfterAll
  static void stop() throws Exception {
    world.close();
  }

  private static Browserless as(Role role, String number) throws Exception {
    return Browserless.loggedIn(
        world.running.server.url(), CaseWorld.name(role, number), CaseWorld.PASSWORD);
  }

  private static UUID imported(int person) throws InterruptedException {
    byte[] card = TestCards.card(person, 1, "T-PAGE-" + person, "DOE,SAM");
    return ((Imported.Done) rooms.importer(RepositoryName.CRIMINAL).take(card)).personId();
  }

  private static Map<String, String> form(String kind, UUID person) {
    return Map.of(
        "repository", "criminal",
        "kind", kind,
        "subject", person.toString(),
        "authority", "Order <26>",
        "reason", "court");
  }

  private static Amendment only(UUID person) {
    return rooms.get(AmendmentDesk.class).of("criminal").newest(10).stream()
        .filter(one -> one.change().subject().equals(person))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isThere(UUID person) {
    return rooms.repositories().criminal().person(person, Purpose.LEAD_REVIEW).isPresent();
  }

  @Test
  void oneOfficerAsksAndAnotherApproves() throws Exception {
    UUID person = imported(731);
    Browserless one = as(Role.RECORDS_OFFICER, "one");
    assertThat(one.get("/records").statusCode()).isEqualTo(200);
    HttpResponse<String> asked = one.post("/records/ask", form("EXPUNGE_PERSON", person));
    assertThat(asked.statusCode()).as(asked.body()).isEqualTo(302);
    String path = "/records/criminal/" + only(person).id();
    assertThat(one.get("/records").body())
        .contains("waits for another officer", "Order &lt;26&gt;")
        .doesNotContain(path + "/approve");
    HttpResponse<String> self = one.post(path + "/approve", Map.of());
    assertThat(self.statusCode()).isEqualTo(409);
    assertThat(self.body()).contains("another person has to decide");
    assertThat(isThere(person)).isTrue();

    Browserless two = as(Role.RECORDS_OFFICER, "two");
    assertThat(two.get("/records").body()).contains(path + "/approve");
    assertThat(two.post(path + "/approve", Map.of()).statusCode()).isEqualTo(302);
    assertThat(isThere(person)).isFalse();
    assertThat(two.get(path + "/receipt").body())
        .startsWith("RIDGELINE-ERASURE-RECEIPT-1\n")
        .contains("approved: records-officer.two");
    assertThat(rooms.ledger().about(List.of(Subject.Kind.PERSON.of(person))))
        .extracting(ChainedEntry::entry)
        .extracting(e -> e.action().key())
        .contains("repository.import", "amendment.ask", "amendment.approve", "amendment.apply");
  }

  @Test
  void applicantsAreAmendedAsOthersAre() throws Exception {
    byte[] card = TestCards.card(734, 1, "T-PAGE-734", "APPLE,ANN");
    UUID person = ((Imported.Done) rooms.importer(RepositoryName.CIVIL).take(card)).personId();
    Browserless one = as(Role.RECORDS_OFFICER, "one");
    assertThat(one.get("/records").body()).contains("value=\"civil\"");
    Map<String, String> form = new TreeMap<>(form("REMOVE_PERSON", person));
    form.put("repository", "civil");
    assertThat(one.post("/records/ask", form).statusCode()).isEqualTo(302);
    Amendment asked = rooms.get(AmendmentDesk.class).of("civil").newest(10).getFirst();
    Browserless two = as(Role.RECORDS_OFFICER, "two");
    two.get("/records");
    String path = "/records/civil/" + asked.id();
    assertThat(two.post(path + "/approve", Map.of()).statusCode()).isEqualTo(302);
    assertThat(rooms.repositories().civil().person(person, Purpose.APPLICANT)).isEmpty();
    assertThat(two.get(path + "/receipt").body()).contains("repository: civil");
  }

  @Test
  void whatCannotBeIsSaid() throws Exception {
    UUID person = imported(732);
    Browserless one = as(Role.RECORDS_OFFICER, "one");
    one.get("/records");
    assertThat(one.post("/records/ask", form("MERGE", person)).body())
        .contains("expects the person to become as well");
    assertThat(one.post("/records/ask", form("REMOVE_PERSON", UUID.randomUUID())).body())
        .contains("there is no person");
    Map<String, String> wrong = new TreeMap<>(form("REMOVE_PERSON", person));
    wrong.put("subject", "nobody");
    assertThat(one.post("/records/ask", wrong).statusCode()).isEqualTo(422);
    wrong.put("subject", person.toString());
    wrong.put("repository", "secret");
    assertThat(one.post("/records/ask", wrong).statusCode()).isEqualTo(409);
    String unknown = "/records/criminal/" + UUID.randomUUID() + "/approve";
    assertThat(one.post(unknown, Map.of()).statusCode()).isEqualTo(409);
    assertThat(isThere(person)).isTrue();
  }

  @Test
  void nobodyElseComesIn() throws Exception {
    UUID person = imported(733);
    for (Role role : Role.values()) {
      if (role != Role.RECORDS_OFFICER) {
        Browserless other = as(role, "one");
        assertThat(other.get("/records").statusCode()).as(role.name()).isEqualTo(403);
        assertThat(other.post("/records/ask", form("REMOVE_PERSON", person)).statusCode())
            .as(role.name())
            .isEqualTo(403);
      }
    }
    Browserless officer = as(Role.RECORDS_OFFICER, "one");
    for (String url : List.of("/submissions", "/cases", "/leads", "/operators", "/agency")) {
      assertThat(officer.get(url).statusCode()).as(url).isEqualTo(403);
    }
  }
}

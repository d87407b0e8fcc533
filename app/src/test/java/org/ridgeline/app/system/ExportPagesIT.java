package org.ridgeline.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.ledger.ChainedEntry;
import org.ridgeline.ledger.Subject;
import org.ridgeline.repository.export.Export;
import org.ridgeline.repository.export.ExportDesk;

/// An export of a repository at the console: two records officers, and nobody else.
class ExportPagesIT {
  private static final String PAGE = "/records/exports";

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

  private static Map<String, String> form(String receiver) {
    return Map.of("repository", "criminal", "receiver", receiver, "reason", "Contract 7");
  }

  private static Export newest() {
    return desk().of("criminal").newest(1).getFirst();
  }

  private static ExportDesk desk() {
    return rooms.get(ExportDesk.class);
  }

  private static Export.State state(UUID id) {
    return desk().of("criminal").state(desk().of("criminal").find(id));
  }

  @Test
  void oneOfficerProposesAndAnotherAgrees() throws Exception {
    Browserless one = as(Role.RECORDS_OFFICER, "one");
    assertThat(one.get(PAGE).statusCode()).isEqualTo(200);
    HttpResponse<String> proposed = one.post(PAGE + "/propose", form("Ministry <2>"));
    assertThat(proposed.statusCode()).as(proposed.body()).isEqualTo(302);
    UUID id = newest().id();
    String path = PAGE + "/criminal/" + id;
    assertThat(one.get(PAGE).body())
        .contains("waits for another officer", "Ministry &lt;2&gt;", "Take back")
        .doesNotContain(path + "/agree");
    HttpResponse<String> self = one.post(path + "/agree", Map.of());
    assertThat(self.statusCode()).isEqualTo(409);
    assertThat(self.body()).contains("another person has to agree");
    assertThat(state(id)).isEqualTo(Export.State.PROPOSED);
    Browserless two = as(Role.RECORDS_OFFICER, "two");
    assertThat(two.get(PAGE).body()).contains(path + "/agree");
    assertThat(two.post(path + "/agree", Map.of()).statusCode()).isEqualTo(302);
    assertThat(state(id)).isEqualTo(Export.State.AGREED);
    assertThat(one.get(PAGE).body()).contains("may be written", ">Stop<");
    assertThat(one.post(path + "/refuse", Map.of()).statusCode()).isEqualTo(302);
    assertThat(state(id)).isEqualTo(Export.State.REFUSED);
    assertThat(rooms.ledger().about(List.of(Subject.Kind.EXPORT.of(id))))
        .extracting(ChainedEntry::entry)
        .extracting(e -> e.actor() + " " + e.action().key())
        .containsExactly(
            "records-officer.one export.propose",
            "records-officer.two export.agree",
            "records-officer.one export.refuse");
  }

  @Test
  void whatCannotBeIsSaid() throws Exception {
    Browserless one = as(Role.RECORDS_OFFICER, "one");
    one.get(PAGE);
    HttpResponse<String> nobody = one.post(PAGE + "/propose", form(" "));
    assertThat(nobody.statusCode()).isEqualTo(409);
    assertThat(nobody.body()).contains("receiver has 0 characters");
    Map<String, String> secret =
        Map.of("repository", "secret", "receiver", "Ministry", "reason", "Contract 7");
    assertThat(one.post(PAGE + "/propose", secret).statusCode()).isEqualTo(409);
    String unknown = PAGE + "/criminal/" + UUID.randomUUID();
    for (String step : List.of("/agree", "/refuse")) {
      assertThat(one.post(unknown + step, Map.of()).statusCode()).isEqualTo(409);
    }
  }

  @Test
  void nobodyElseComesIn() throws Exception {
    for (Role role : Role.values()) {
      if (role != Role.RECORDS_OFFICER) {
        Browserless other = as(role, "one");
        assertThat(other.get(PAGE).statusCode()).as(role.name()).isEqualTo(403);
        assertThat(other.post(PAGE + "/propose", form("Ministry")).statusCode())
            .as(role.name())
            .isEqualTo(403);
      }
    }
  }
}

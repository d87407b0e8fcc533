package org.ridgeline.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ridgeline.app.system.CaseWorld.actor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.app.ErasureProof;
import org.ridgeline.app.ErasureSweep;
import org.ridgeline.casework.casefile.Case;
import org.ridgeline.casework.casefile.CaseState;
import org.ridgeline.casework.determination.SigningDesk.Paper;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.exchange.submission.SearchRow;
import org.ridgeline.repository.amend.Amendment;
import org.ridgeline.repository.amend.AmendmentDesk;
import org.ridgeline.repository.amend.Amendments;
import org.ridgeline.repository.amend.Change;
import org.ridgeline.repository.amend.Ground;
import tools.jackson.databind.JsonNode;

/// A person of both repositories with a closed case, erased on an order: nothing of their prints
/// and names is left in a table, gallery, folder or file of the database, and nobody finds them.
class ErasedEverywhereIT {
  private static final int PERSON = 811;
  private static final List<String> NAMES = List.of("DOE,SAM", "ROE,SAM");

  @TempDir private static Path temp;

  @Test
  void nothingIsLeftOfAnErasedPersonWithAClosedCase() throws Exception {
    try (CaseWorld world = new CaseWorld(temp.resolve("data"))) {
      String token = world.running.activeAgency(TestCards.ORI);
      Case closed = closed(world, token);
      String control = closed.booking().control();
      acknowledge(world, token, control);
      byte[] booked = TestCards.card(PERSON, 2, "T-" + PERSON + "-2", "DOE,SAM");
      byte[] imported = TestCards.card(PERSON, 1, "IMPORT-" + PERSON, "ROE,SAM");
      ErasureProof proof = get(world, ErasureProof.class);
      assertThat(proof.of(booked, NAMES).isGone()).isFalse();

      for (RepositoryName repository :
          List.of(RepositoryName.CRIMINAL, RepositoryName.IMMIGRATION)) {
        erase(world, repository, control);
      }
      get(world, ErasureSweep.class).now();
      assertThat(world.now(closed).purgedAt()).isPresent();
      // What went after the sweep had begun is swept with the next.
      get(world, ErasureSweep.class).now();
      for (byte[] card : List.of(booked, imported)) {
        ErasureProof.Report report = proof.of(card, NAMES);
        assertThat(report.places().stream().filter(place -> !place.found().isEmpty())).isEmpty();
        assertThat(report.isGone()).isTrue();
      }
      JsonNode again = world.running.booked(token, another());
      assertThat(Api.answer(again, "criminal").path("outcome").asString()).isEqualTo("no-hit");
      assertThat(Api.answer(again, "immigration").path("outcome").asString()).isEqualTo("no-hit");
    }
  }

  private static byte[] another() {
    return TestCards.card(PERSON, 3, "T-" + PERSON + "-3", "NEW,NAME");
  }

  private static <T> T get(CaseWorld world, Class<T> kind) {
    return Rooms.of(world.running.server).get(kind);
  }

  /// A case that an officer closed without action.
  private static Case closed(CaseWorld world, String token) throws Exception {
    Case one = world.ready(world.booked(token, PERSON));
    world
        .cases
        .signing()
        .sign(
            actor(Role.OFFICER),
            new Paper(
                one.caseId(),
                world.now(one).version(),
                "no-action",
                Optional.empty(),
                "No action is taken of DOE,SAM.",
                world.seen(one)),
            CaseWorld.PASSWORD);
    if (world.now(one).state() == CaseState.COUNTERSIGN) {
      world
          .cases
          .signing()
          .countersign(
              actor(Role.APPROVER),
              one.caseId(),
              world.now(one).version(),
              world.seen(one),
              CaseWorld.PASSWORD);
    }
    return world.await(one.caseId(), CaseState.CLOSED);
  }

  private static void acknowledge(CaseWorld world, String token, String control) throws Exception {
    String path = "/api/v1/submissions/" + control;
    for (int times = 0; times < 100; times++) {
      JsonNode answers = world.running.api.get(path + "/answers", token).json();
      for (JsonNode answer : answers) {
        String id = answer.path("id").asString();
        world.running.api.post(path + "/answers/" + id + "/acknowledge", token, new byte[0]);
      }
      if (answers.size() >= 3) {
        return;
      }
      Thread.sleep(100);
    }
  }

  private static void erase(CaseWorld world, RepositoryName repository, String control) {
    UUID person =
        world.running.stores().searches().of(control).stream()
            .filter(row -> row.repository() == repository)
            .map(SearchRow::personId)
            .flatMap(Optional::stream)
            .findFirst()
            .orElseThrow();
    Amendments amendments = get(world, AmendmentDesk.class).of(repository.key());
    Amendment asked =
        amendments.ask(
            Change.of(Change.Kind.EXPUNGE_PERSON, person),
            new Ground("Order 26-4401", "expunged"),
            "ann");
    amendments.approve(asked.id(), "bob");
  }
}

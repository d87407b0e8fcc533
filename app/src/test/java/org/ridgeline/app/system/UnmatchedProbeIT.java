package org.ridgeline.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.app.ErasureProof;
import org.ridgeline.ledger.Subject;
import org.ridgeline.node.trace.Place;

/// Somebody whom the second repository does not know is booked: it was asked, and has nothing of
/// them, in no row and in no gallery; the ledger says so, under the signature of its next
/// checkpoint.
class UnmatchedProbeIT {
  private static final int STRANGER = 7411;

  @TempDir private static Path temp;

  @Test
  void theSecondRepositoryHasNothingOfAProbeThatMatchedNobodyAndTheLedgerSaysSo() throws Exception {
    try (CaseWorld world = new CaseWorld(temp.resolve("data"))) {
      String token = world.running.activeAgency(TestCards.ORI);
      world.opened();
      byte[] card = TestCards.card(TestCards.ORI, STRANGER, "STRANGER-1", "DOE,SAM");
      var booked = world.running.booked(token, card);
      assertThat(Api.answer(booked, "immigration").path("outcome").asString()).isEqualTo("no-hit");

      ErasureProof.Report report =
          Rooms.of(world.running.server).get(ErasureProof.class).of(card, List.of("STRANGER-1"));
      assertThat(found(report, "criminal")).isNotEmpty();
      assertThat(places(report, "immigration")).hasSizeGreaterThan(3);
      assertThat(found(report, "immigration")).isEmpty();
      assertThat(report.searched())
          .anyMatch(one -> one.repository().equals("criminal") && one.decision().equals("HIT"))
          .anyMatch(
              one -> one.repository().equals("immigration") && one.decision().equals("NO_HIT"));
      assertThat(receipts(world, booked.path("control").asString()))
          .containsExactly(
              Map.of("repository", "immigration", "decision", "NO_HIT", "kept", "nothing"));
    }
  }

  private static List<Place> places(ErasureProof.Report report, String repository) {
    return report.places().stream().filter(place -> place.name().contains(repository)).toList();
  }

  private static List<Place> found(ErasureProof.Report report, String repository) {
    return places(report, repository).stream().filter(p -> !p.found().isEmpty()).toList();
  }

  private static List<Map<String, String>> receipts(CaseWorld world, String control) {
    return Rooms.of(world.running.server)
        .ledger()
        .about(List.of(Subject.Kind.SUBMISSION.of(control)))
        .stream()
        .map(entry -> entry.entry())
        .filter(entry -> entry.action().key().equals("search.decide"))
        .map(entry -> entry.detail())
        .filter(detail -> "immigration".equals(detail.get("repository")))
        .toList();
  }
}

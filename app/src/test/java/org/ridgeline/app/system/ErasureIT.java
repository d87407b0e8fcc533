package org.ridgeline.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.app.ErasureProof;
import org.ridgeline.app.ErasureSweep;
import org.ridgeline.codec.itl.ItlWriter;
import org.ridgeline.codec.itl.TransactionBuilder;
import org.ridgeline.exchange.intake.EncounterImport.Imported;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.node.DataFolder;
import org.ridgeline.node.Settings;
import org.ridgeline.node.trace.Place;
import org.ridgeline.repository.amend.Amendment;
import org.ridgeline.repository.amend.AmendmentDesk;
import org.ridgeline.repository.amend.Amendments;
import org.ridgeline.repository.amend.Change;
import org.ridgeline.repository.amend.Ground;
import org.ridgeline.search.rank.Engine;

/// A person erased from a repository on a database of our own: nothing of the card is left, and the
/// search that says so finds it where it is.
class ErasureIT {
  private static final byte[] CARD = TestCards.card(701, 1, "T-ERASE-1", "QUILLFEATHER,ODO");
  private static final byte[] OTHER = TestCards.card(702, 1, "T-ERASE-2", "OTHER,ANN");
  private static final List<String> NAME = List.of("QUILLFEATHER");

  @TempDir private Path data;

  private static UUID imported(Rooms rooms, byte[] card) throws InterruptedException {
    return ((Imported.Done) rooms.importer(RepositoryName.CRIMINAL).take(card)).personId();
  }

  private static List<String> found(ErasureProof.Report report) {
    return report.places().stream()
        .filter(place -> !place.found().isEmpty())
        .map(Place::name)
        .toList();
  }

  private static List<String> decisions(ErasureProof.Report report) {
    return report.searched().stream().map(ErasureProof.Searched::decision).toList();
  }

  @Test
  void nothingIsLeftOfAnErasedPerson() throws Exception {
    try (DataFolder folder = DataFolder.use(data, Settings.of(data, Optional.empty()));
        Rooms rooms = Rooms.open(folder, Engine.standard(), Clock.systemUTC())) {
      UUID person = imported(rooms, CARD);
      imported(rooms, OTHER);
      ErasureProof proof = rooms.get(ErasureProof.class);
      ErasureProof.Report before = proof.of(CARD, NAME);
      assertThat(before.lookedFor())
          .contains("template right index", "gallery minutiae right index", "\"QUILLFEATHER\"")
          .contains("gallery signature right index", "examiners' print right index");
      assertThat(decisions(before)).containsExactly("HIT", "NO_HIT", "NO_HIT");
      assertThat(found(before))
          .contains("table criminal.encounter_file", "table criminal.finger", "files gallery")
          .contains("table criminal.name_used", "files postgres/pg_wal");

      Amendments criminal = rooms.get(AmendmentDesk.class).of("criminal");
      Change expunge = Change.of(Change.Kind.EXPUNGE_PERSON, person);
      Amendment asked = criminal.ask(expunge, new Ground("Order 26-1187", "expunged"), "ann");
      criminal.approve(asked.id(), "bob");
      ErasureProof.Report unswept = proof.of(CARD, NAME);
      assertThat(decisions(unswept)).containsExactly("NO_HIT", "NO_HIT", "NO_HIT");
      assertThat(found(unswept))
          .as("only what the database has not given up")
          .isNotEmpty()
          .allMatch(place -> place.startsWith("files postgres"));

      rooms.get(ErasureSweep.class).now();
      ErasureProof.Report after = proof.of(CARD, NAME);
      assertThat(found(after)).isEmpty();
      assertThat(after.isGone()).isTrue();
      assertThat(after.places())
          .filteredOn(place -> place.name().equals("files postgres/base"))
          .allMatch(place -> place.bytes() > 1_000_000);
      assertThat(criminal.notSwept().isEmpty()).isTrue();
      assertThat(proof.of(OTHER, List.of()).isGone()).as("the other is there").isFalse();

      assertThat(rooms.importer(RepositoryName.CRIMINAL).take(CARD))
          .as("the same file does not bring them back")
          .isInstanceOfSatisfying(
              Imported.Refused.class,
              refused ->
                  assertThat(refused.findings().getFirst().found())
                      .isEqualTo("expunged by amendment " + asked.id()));
      assertThat(proof.of(CARD, NAME).isGone()).isTrue();

      Files.createDirectories(data.resolve("outbound/X"));
      Files.write(data.resolve("outbound/X/forgotten.an2"), CARD);
      assertThat(found(proof.of(CARD, List.of()))).containsExactly("files outbound");
    }
  }

  /// Tables and headers of a format are in everybody's images.
  @Test
  void nobodyElsesCardIsTakenForTheErasedOne() throws Exception {
    try (DataFolder folder = DataFolder.use(data, Settings.of(data, Optional.empty()));
        Rooms rooms = Rooms.open(folder, Engine.standard(), Clock.systemUTC())) {
      imported(rooms, inFourFormats(703));
      ErasureProof.Report report =
          rooms.get(ErasureProof.class).of(inFourFormats(704), List.of("SOMEBODY,ELSE"));
      assertThat(report.places()).allMatch(place -> place.found().isEmpty());
      assertThat(decisions(report)).containsExactly("NO_HIT", "NO_HIT", "NO_HIT");
      assertThat(report.lookedFor()).anyMatch(trace -> trace.startsWith("image of position"));
    }
  }

  private static byte[] inFourFormats(int person) {
    TransactionBuilder card = TestCards.booking(TestCards.ORI, "T-MIXED-" + person, "DOE,SAM");
    TestCards.mixedImages(card, person, 1);
    return ItlWriter.write(card.build());
  }
}

package org.ridgeline.exchange.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ridgeline.repository.Amender;
import org.ridgeline.repository.RepositoryProfile;
import org.ridgeline.repository.export.ExportRefusedException;
import org.ridgeline.repository.export.Order;

/// What happens while an export is written.
class ExportMeanwhileTest extends OnExports {
  @Test
  void whatWasBrokenOffGoesOnAndKeepsWhatIsRight() throws Exception {
    for (int person = 1; person <= 4; person++) {
      enrol("r" + person, person, 1);
    }
    UUID id = agreed();
    broken(id, "written");
    List<Path> written =
        files().stream().filter(f -> f.endsWith(".an2")).map(out::resolve).toList();
    assertThat(written).hasSize(4);
    assertThat(out.resolve("manifest.csv")).doesNotExist();
    byte[] changed = Files.readAllBytes(written.get(0));
    changed[0]++;
    Files.write(written.get(0), changed);
    Files.delete(written.get(1));
    Files.writeString(written.get(2).resolveSibling("half.an2.part"), "ha");
    var untouched = Files.getLastModifiedTime(written.get(3));
    broken(id, "listed");
    addsUp(run(id));
    assertThat(Files.getLastModifiedTime(written.get(3))).isEqualTo(untouched);
  }

  @Test
  void whoIsErasedMeanwhileIsTakenOutAgain() throws Exception {
    UUID sam = person(enrol("r1", 1, 1));
    enrol("r2", 1, 2);
    UUID ann = person(enrol("r3", 2, 1));
    enrol("r4", 3, 1);
    Amender amender = new Amender(database.of().criminal(), RepositoryProfile.criminal());
    UUID id = agreed();
    Exported done = run(id, "listed", () -> amender.removePerson(sam));
    addsUp(done);
    assertThat(done.erasedMeanwhile()).isEqualTo(2);
    assertThat(files()).noneMatch(file -> file.contains(sam.toString()));
    assertThat(files()).anyMatch(file -> file.contains(ann.toString()));
    assertThat(Files.readString(out.resolve("manifest.csv"))).doesNotContain(sam.toString());
    assertThat(Files.readString(out.resolve("history.jsonl"))).doesNotContain(sam.toString());
    UUID again = agreed();
    out = temp.resolve("again");
    Exported early = run(again, "written", () -> amender.removePerson(ann));
    addsUp(early);
    assertThat(early.erasedMeanwhile()).isEqualTo(1);
    assertThat(files()).noneMatch(file -> file.contains(ann.toString()));
  }

  @Test
  void whoIsMergedSealedOrEnrolledMeanwhileIsWhereTheyAreInTheEnd() throws Exception {
    UUID sam = person(enrol("r1", 1, 1));
    UUID ann = person(enrol("r2", 2, 1));
    UUID eve = person(enrol("r3", 3, 1));
    Amender amender = new Amender(database.of().criminal(), RepositoryProfile.criminal());
    Exported done =
        run(
            agreed(),
            "listed",
            () -> {
              amender.merge(sam, ann);
              amender.sealPerson(eve, true);
              enrol("r4", 4, 1);
            });
    addsUp(done);
    assertThat(done.erasedMeanwhile()).isZero();
    assertThat(done.enrolledSince()).isEqualTo(1);
    assertThat(done.counts().sealed()).isEqualTo(1);
    assertThat(manifest().values().stream().map(List::getFirst))
        .containsExactlyInAnyOrder(ann.toString(), ann.toString(), eve.toString());
    assertThat(files()).noneMatch(file -> file.contains(sam.toString()));
    assertThat(files()).anyMatch(f -> f.startsWith("sealed/") && f.contains(eve.toString()));
    assertThat(files()).noneMatch(f -> f.startsWith("encounters/") && f.contains(eve.toString()));
    assertThat(Files.readAllLines(out.resolve("merged.csv")))
        .containsExactly("person_id,merged_into", sam + "," + ann);
  }

  @Test
  void whatIsNotAgreedToMakesNoFolderAndWhatIsStoppedEnds() throws Exception {
    enrol("r1", 1, 1);
    UUID proposed = exports.propose(new Order("Successor", "clause 12"), "ann").id();
    assertThatThrownBy(() -> run(proposed)).hasMessageContaining("waits for another person");
    assertThat(out).doesNotExist();
    UUID id = agreed();
    assertThatThrownBy(() -> run(id, "listed", () -> exports.refuse(id, "eve")))
        .isInstanceOf(ExportRefusedException.class)
        .hasMessageContaining("stopped by eve");
    assertThat(out.resolve("manifest.csv")).doesNotExist();
  }

  @Test
  void troubleOfTheDiskSaysThatItGoesOn() throws Exception {
    enrol("r1", 1, 1);
    UUID id = agreed();
    broken(id, "listed");
    Path person = out.resolve(files().stream().filter(f -> f.endsWith(".an2")).findAny().get());
    Files.delete(person);
    Files.createDirectories(person.resolve("in-the-way"));
    assertThatThrownBy(() -> run(id))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(out + ": ")
        .hasMessageEndingWith("what is written stays: put that right and run again");
    Files.delete(person.resolve("in-the-way"));
    Files.delete(person);
    addsUp(run(id));
  }
}

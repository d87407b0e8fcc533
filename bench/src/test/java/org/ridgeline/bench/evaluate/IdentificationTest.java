package org.ridgeline.bench.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.bench.PeopleGallery;
import org.ridgeline.bench.PrintSet;
import org.ridgeline.bench.Progress;
import org.ridgeline.search.gallery.StoredGallery;

class IdentificationTest {
  private static final Progress QUIET = (_, _, _) -> {};

  @TempDir Path folder;

  @Test
  void findsEveryMateAndKeepsFailuresAsMisses() throws IOException {
    SynthFolder.draw(folder, 3, 2);
    SynthFolder.blank(folder.resolve("2_3.png"));
    IdentifyReport report = run(1, Optional.empty(), 10);
    assertThat(report.searches().mated()).isEqualTo(4);
    assertThat(report.searches().nonMated()).isEqualTo(4);
    assertThat(report.searches().rank1()).isEqualTo(3);
    assertThat(report.ranks().cmc()).containsExactly(3, 3, 3);
    assertThat(report.scope().gallerySize()).isEqualTo(3);
    assertThat(report.scope().failureToExtract()).isEqualTo(1);
    assertThat(report.penetration()).isEqualTo(new IdentifyReport.Penetration(1, 1, 1));
  }

  @Test
  void aPersonWhoCouldNotBeEnrolledIsMissed() throws IOException {
    SynthFolder.draw(folder, 2, 2);
    SynthFolder.blank(folder.resolve("1_1.png"));
    IdentifyReport report = run(1, Optional.empty(), 10);
    assertThat(report.scope().gallerySize()).isEqualTo(1);
    assertThat(report.searches().mated()).isEqualTo(2);
    assertThat(report.searches().rank1()).isEqualTo(1);
    assertThat(report.prints().gallery()).isEqualTo(new IdentifyReport.Extracted(2, 1));
  }

  @Test
  void enrolsAsManyDistractorsAsItIsTold() throws IOException {
    SynthFolder.draw(folder, 2, 2);
    Path people = folder.resolve("people");
    try (StoredGallery gallery = PeopleGallery.open(people)) {
      new PeopleGallery(org.ridgeline.search.rank.Engine.standard(), 5, QUIET)
          .fill(gallery, 0, 7, 1);
    }
    IdentifyReport some = run(1, Optional.of(people), 5);
    assertThat(some.scope().distractors()).isEqualTo(5);
    assertThat(some.scope().gallerySize()).isEqualTo(7);
    assertThat(some.searches().rank1()).isEqualTo(2);
    assertThat(run(1, Optional.of(people), 100).scope().distractors()).isEqualTo(7);
    assertThat(run(1, Optional.of(people), 0).scope().distractors()).isZero();
  }

  @Test
  void distractorsThatAreNotThereAreRefusedAndNotMade() throws IOException {
    SynthFolder.draw(folder, 2, 2);
    Path nowhere = folder.resolve("nowhere");
    assertThatThrownBy(() -> run(1, Optional.of(nowhere), 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(nowhere.toString());
    try (Engine cascade = new CascadeEngine()) {
      assertThatThrownBy(() -> cascade.enrolDistractors(nowhere, Set.of()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("synth people --gallery");
    }
    assertThat(nowhere).doesNotExist();
  }

  @Test
  void theCascadeFindsWhomTheExhaustiveSearchFinds() throws IOException {
    SynthFolder.draw(folder, 3, 2);
    PrintFolder prints = PrintFolder.list(new PrintSet(folder, 500));
    var options = new Identification.Options(1, Optional.empty(), Optional.empty());
    var identification = Identification.of(List.of(prints), List.of(prints), options, QUIET);
    IdentifyReport exhaustive = identification.run(new ExhaustiveEngine(0));
    try (Engine cascade = new CascadeEngine()) {
      IdentifyReport report = identification.run(cascade);
      assertThat(report.searches().rank1()).isEqualTo(exhaustive.searches().rank1()).isEqualTo(3);
      assertThat(report.scope().gallerySize()).isEqualTo(3);
    }
  }

  private IdentifyReport run(int fingers, Optional<Path> distractors, int most) throws IOException {
    PrintFolder prints = PrintFolder.list(new PrintSet(folder, 500));
    var options = new Identification.Options(fingers, distractors, Optional.empty());
    Engine engine = new ExhaustiveEngine(most);
    return Identification.of(List.of(prints), List.of(prints), options, QUIET).run(engine);
  }
}

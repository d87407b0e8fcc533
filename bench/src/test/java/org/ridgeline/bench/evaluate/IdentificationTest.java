package org.ridgeline.bench.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.bench.PrintSet;
import org.ridgeline.synth.stream.TenPrintFile;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Minutia;
import org.ridgeline.vocabulary.Template;
import org.ridgeline.vocabulary.TenPrint;

class IdentificationTest {
  private static final Progress QUIET = (_, _, _) -> {};

  @TempDir Path folder;

  @Test
  void findsEveryMateAndKeepsFailuresAsMisses() throws IOException {
    SynthFolder.draw(folder, 3, 2);
    SynthFolder.blank(folder.resolve("2_3.png"));
    IdentifyReport report = run(1, Optional.empty(), 10);
    assertThat(report.mated()).isEqualTo(4);
    assertThat(report.nonMated()).isEqualTo(4);
    assertThat(report.rank1()).isEqualTo(3);
    assertThat(report.cmc()).containsExactly(3, 3, 3);
    assertThat(report.gallerySize()).isEqualTo(3);
    assertThat(report.failureToExtract()).isEqualTo(1);
    assertThat(report.penetration()).isEqualTo(new IdentifyReport.Penetration(1, 1, 1));
  }

  @Test
  void aPersonWhoCouldNotBeEnrolledIsMissed() throws IOException {
    SynthFolder.draw(folder, 2, 2);
    SynthFolder.blank(folder.resolve("1_1.png"));
    IdentifyReport report = run(1, Optional.empty(), 10);
    assertThat(report.gallerySize()).isEqualTo(1);
    assertThat(report.mated()).isEqualTo(2);
    assertThat(report.rank1()).isEqualTo(1);
    assertThat(report.gallery()).isEqualTo(new IdentifyReport.Extracted(2, 1));
  }

  @Test
  void enrolsAsManyDistractorsAsItIsToldOncePerPerson() throws IOException {
    SynthFolder.draw(folder, 2, 2);
    Path file = Files.createTempFile(folder, "people", ".rlp");
    try (var writer =
        new TenPrintFile.Writer(new BufferedOutputStream(Files.newOutputStream(file)))) {
      for (int person = 0; person < 7; person++) {
        for (int impression = 1; impression <= 2; impression++) {
          writer.write(new TenPrintFile.Row(person, impression, stranger(person)));
        }
      }
    }
    IdentifyReport some = run(1, Optional.of(file), 5);
    assertThat(some.distractors()).isEqualTo(5);
    assertThat(some.gallerySize()).isEqualTo(7);
    assertThat(some.rank1()).isEqualTo(2);
    assertThat(run(1, Optional.of(file), 100).distractors()).isEqualTo(7);
    assertThat(run(1, Optional.of(file), 0).distractors()).isZero();
  }

  private IdentifyReport run(int fingers, Optional<Path> distractors, int most) throws IOException {
    PrintFolder prints = PrintFolder.list(new PrintSet(folder, 500));
    var options = new Identification.Options(fingers, distractors, Optional.empty());
    Engine engine = new ExhaustiveEngine(most);
    return Identification.of(List.of(prints), List.of(prints), options, QUIET).run(engine);
  }

  private static TenPrint stranger(int person) {
    List<Minutia> minutiae = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      int at = (i * 37 + person * 13) % 300;
      minutiae.add(new Minutia.RidgeEnding(at, i * 15, i * 3000 + person, 0));
    }
    return new TenPrint(
        Map.of(FingerPosition.RIGHT_INDEX, new Template(400, 400, 500, 50, minutiae)));
  }
}

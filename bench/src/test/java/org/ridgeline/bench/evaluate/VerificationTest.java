package org.ridgeline.bench.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.bench.PrintSet;
import org.ridgeline.bench.Progress;
import org.ridgeline.vocabulary.Template;

class VerificationTest {
  private static final Path REAL = Path.of("../../shared/data/prints/fvc2002_db2b");
  private static final Progress QUIET = (_, _, _) -> {};

  @TempDir Path folder;

  @Test
  void comparesAsFvcDoes() {
    Pairs pairs = new Pairs(List.of(prints(10, 8), prints(3, 2)), false);
    assertThat(count(pairs, true)).isEqualTo(280 + 3);
    assertThat(count(pairs, false)).isEqualTo(45 + 3);
    assertThat(pairs.genuine(0)).containsExactly(1, 2, 3, 4, 5, 6, 7);
    assertThat(pairs.impostors(0)).startsWith(8, 16).hasSize(9);
    assertThat(pairs.impostors(1)).isEmpty();
    assertThat(pairs.impostors(80)).containsExactly(82, 84);
  }

  @Test
  void comparesAllPrintsOfDifferentFingersAcrossSetsWhereAsked() {
    Pairs pairs = new Pairs(List.of(prints(10, 8), prints(3, 2)), true);
    assertThat(count(pairs, true)).isEqualTo(280 + 3);
    assertThat(count(pairs, false)).isEqualTo(86 * 85 / 2 - 283);
  }

  @Test
  void refusesMorePairsThanTheLimit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Pairs(List.of(prints(4500, 1)), true))
        .withMessageContaining("limit=0..10000000")
        .withMessageContaining("--all-impostors");
  }

  @Test
  void keepsFailuresToExtractAsMisses() throws IOException {
    SynthFolder.draw(folder, 3, 2);
    SynthFolder.blank(folder.resolve("3_3.png"));
    Files.write(folder.resolve("3_4.png"), new byte[] {1, 2, 3});
    Verification verification = Verification.of(List.of(list(folder)), false, QUIET);
    VerifyReport.OfSet report = verification.run(new SourceAfisComparer()).pooled();

    assertThat(verification.refused()).singleElement().asString().contains("3_4.png");
    assertThat(report.scope().fingers()).isEqualTo(3);
    assertThat(report.scope().prints()).isEqualTo(8);
    assertThat(report.scope().failureToExtract()).isEqualTo(2);
    // Fingers 1 and 2 have one pair each, finger 3 six, of which five lack a template.
    assertThat(report.scope().genuinePairs()).isEqualTo(8);
    assertThat(report.scope().impostorPairs()).isEqualTo(3);
    assertThat(report.rates().zeroFmr()).isEqualTo(5 / 8.0);
    assertThat(report.rates().fmr100()).isEmpty();
    assertThat(report.fnmrAtFmr().getFirst().reason())
        .hasValue("3 impostor pairs, this FMR needs 300");
  }

  @Test
  void measuresEveryComparerOnTheSamePairs() throws IOException {
    SynthFolder.draw(folder, 2, 2);
    Verification verification = Verification.of(List.of(list(folder)), true, QUIET);
    Comparer constant =
        new Comparer() {
          @Override
          public String name() {
            return "constant";
          }

          @Override
          public Ready ready(List<Template> templates) {
            return (_, references) -> new float[references.length];
          }
        };
    VerifyReport.OfSet alike = verification.run(constant).pooled();
    assertThat(alike.scope().genuinePairs()).isEqualTo(2);
    assertThat(alike.scope().impostorPairs()).isEqualTo(4);
    assertThat(alike.rates().eer().rate()).isEqualTo(0.5);
    assertThat(alike.rates().zeroFmr()).isEqualTo(1);
    assertThat(verification.run(new SourceAfisComparer()).pooled().rates().eer().rate()).isZero();
  }

  @Test
  void refusesFoldersWithNothingToCompare() throws IOException {
    SynthFolder.blank(folder.resolve("1_1.png"));
    SynthFolder.blank(folder.resolve("2_1.png"));
    PrintFolder prints = list(folder);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Verification.of(List.of(prints), false, QUIET))
        .withMessageContaining("expected two fingers or more, and one with two prints");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Verification.of(List.of(prints, prints), false, QUIET))
        .withMessageContaining("given twice");
  }

  @Test
  void agreesWithThePeersTableOnARealSet() throws IOException {
    assumeTrue(Files.isDirectory(REAL), "no prints at " + REAL.toAbsolutePath());
    PrintFolder prints = PrintFolder.list(new PrintSet(REAL, 569));
    VerifyReport.OfSet report =
        Verification.of(List.of(prints), false, QUIET).run(new SourceAfisComparer()).pooled();
    assertThat(report.scope().genuinePairs()).isEqualTo(280);
    assertThat(report.scope().impostorPairs()).isEqualTo(45);
    assertThat(report.rates().fvcEer()).isLessThan(0.02);
  }

  private static PrintFolder list(Path folder) throws IOException {
    return PrintFolder.list(new PrintSet(folder, 500));
  }

  private static int count(Pairs pairs, boolean genuine) {
    int count = 0;
    for (int i = 0; i < pairs.prints().size(); i++) {
      count += (genuine ? pairs.genuine(i) : pairs.impostors(i)).length;
    }
    return count;
  }

  private static List<Print> prints(int fingers, int impressions) {
    List<Print> prints = new ArrayList<>();
    for (int finger = 1; finger <= fingers; finger++) {
      for (int impression = 1; impression <= impressions; impression++) {
        Path path = Path.of(finger + "_" + impression + ".png");
        prints.add(new Print(PrintFile.of(path, 500), Optional.empty(), Optional.empty()));
      }
    }
    return prints;
  }
}

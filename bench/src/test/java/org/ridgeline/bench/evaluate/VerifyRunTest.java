package org.ridgeline.bench.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.bench.PrintSet;
import org.ridgeline.bench.statistics.Difference;

class VerifyRunTest {
  private static final Difference NONE = new Difference(0, 0, 0);

  /// Two sets of three fingers with two impressions: one genuine pair a finger, three impostor
  /// pairs a set.
  private final Pairs small =
      new Pairs(List.of(Sample.prints(3, 2, _ -> 70), Sample.prints(3, 2, _ -> 70)), false);

  /// Finger f scores f with itself and 0 with others: finger 0 is missed, nobody else.
  private final FakeComparer good = new FakeComparer("good", (a, b) -> a / 2 == b / 2 ? a / 2 : 0);

  /// Of the fingers of the first set, only the last scores more than strangers.
  private final FakeComparer poor =
      new FakeComparer(VerifyRun.REFERENCE, (a, b) -> a / 2 == b / 2 && a / 2 > 1 ? 9 : 5);

  @Test
  void countsWhatIsMissedAlsoWherePairsAreTooFewForARate() {
    VerifyReport report = reports(small, good).get("good");
    assertThat(report.sets()).extracting(VerifyReport.OfSet::set).containsExactly("a", "b");
    VerifyReport.OfSet first = report.sets().getFirst();
    assertThat(first.fnmrAtFmr().get(1).fnmr()).isEmpty();
    assertThat(first.countsAtFmr().get(1))
        .isEqualTo(new VerifyReport.Counts(1e-3, Math.nextUp(0.0f), 0, 1));
    assertThat(report.sets().getLast().countsAtFmr().get(1).nonMatches()).isZero();
    assertThat(report.pooled().countsAtFmr().get(1).nonMatches()).isEqualTo(1);
  }

  @Test
  void everyEngineIsComparedWithSourceAfis() {
    Map<String, VerifyReport> reports = reports(small, poor, good);
    assertThat(reports).containsOnlyKeys(VerifyRun.REFERENCE, "good");
    assertThat(reports.get(VerifyRun.REFERENCE).pooled().against()).isEmpty();
    VerifyReport.Against against = reports.get("good").sets().getFirst().against().orElseThrow();
    assertThat(against.engine()).isEqualTo("sourceafis");
    // Of three genuine pairs one is missed, not two.
    VerifyReport.FnmrDifference atPrimary = against.fnmrAtFmr().get(1);
    assertThat(atPrimary.fmr()).isEqualTo(1e-3);
    assertThat(atPrimary.difference().difference()).isCloseTo(-1 / 3.0, within(1e-12));
    // The finger that tells them apart is drawn twice at most: thrice leaves no impostor pair.
    assertThat(atPrimary.difference().low()).isCloseTo(-2 / 3.0, within(1e-12));
    assertThat(atPrimary.difference().high()).isZero();
    assertThat(atPrimary.caution()).hasValue("3 impostor pairs, this FMR needs 3000");
    // In the second set neither misses any, whichever fingers are drawn.
    VerifyReport.Against second = reports.get("good").sets().getLast().against().orElseThrow();
    assertThat(second.eer()).isEqualTo(NONE);
    assertThat(second.fnmrAtFmr().get(1).difference()).isEqualTo(NONE);
  }

  @Test
  void theReferenceMayComeLastAndMayBeMissing() {
    Map<String, VerifyReport> reports = reports(small, good, poor);
    assertThat(reports.keySet()).containsExactly("good", VerifyRun.REFERENCE);
    assertThat(reports.get("good").pooled().against()).isPresent();
    assertThat(reports(small, good).get("good").pooled().against()).isEmpty();
    assertThat(new SourceAfisComparer().name()).isEqualTo(VerifyRun.REFERENCE);
  }

  @Test
  void bandsGoByTheLowerQualityAtThePooledThreshold() {
    // 41 fingers of 2: 3,280 impostor pairs that score 0, and a genuine pair a finger.
    int[] quality = {-1, 15, 39, 40, 59, 60, 79, 80, 100};
    List<Print> prints = Sample.prints(41, 2, finger -> finger <= 9 ? quality[finger - 1] : 70);
    // One print of the last finger is worse than the other.
    prints.set(81, Sample.print(Path.of("41_2.png"), 20));
    Pairs pairs = new Pairs(List.of(prints), true);
    FakeComparer engine = new FakeComparer("e", (a, b) -> a / 2 != b / 2 || a / 2 < 5 ? 0 : 7);
    VerifyReport.Quality bands = reports(pairs, engine).get("e").quality();
    assertThat(bands.fmr()).isEqualTo(1e-3);
    assertThat(bands.threshold()).hasValue(Math.nextUp(0.0f));
    assertThat(bands.bands())
        .extracting(b -> b.band() + " " + b.nonMatches() + "/" + b.genuinePairs())
        .containsExactly("none 1/1", "0-39 2/3", "40-59 2/2", "60-79 0/33", "80-100 0/2");
    assertThat(bands.bands().get(1).fnmr()).hasValue(2 / 3.0);
    assertThat(bands.reason()).isEmpty();
  }

  @Test
  void bandsNeedAsManyImpostorsAsTheRate() {
    VerifyReport.Quality none = reports(small, good).get("good").quality();
    assertThat(none.bands()).isEmpty();
    assertThat(none.reason()).hasValue("6 impostor pairs, this FMR needs 3000");
  }

  @Test
  void refusesTwoEnginesOfOneName(@TempDir Path folder) throws IOException {
    SynthFolder.draw(folder, 2, 2);
    PrintFolder prints = PrintFolder.list(new PrintSet(folder, 500));
    Verification verification = Verification.of(List.of(prints), false, (_, _, _) -> {});
    assertThatIllegalArgumentException()
        .isThrownBy(() -> verification.run(List.of(good, good)))
        .withMessageContaining("engines=[good, good]");
    assertThat(verification.run(List.of(good, poor)).reports()).hasSize(2);
  }

  private static Map<String, VerifyReport> reports(Pairs pairs, FakeComparer... engines) {
    List<String> names = pairs.prints().size() > 12 ? List.of("a") : List.of("a", "b");
    List<Compared> compared =
        List.of(engines).stream().map(e -> Sample.compared(pairs, e)).toList();
    return new VerifyRun(pairs, names, compared).reports();
  }
}

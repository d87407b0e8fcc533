package org.ridgeline.bench.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.ridgeline.bench.statistics.Difference;
import org.ridgeline.bench.statistics.ErrorRates;
import org.ridgeline.vocabulary.FingerPosition;

class IdentifiedTest {
  private static final int PEOPLE = 40;

  @Test
  void everyEngineIsComparedWithTheExhaustiveOne() {
    Map<String, IdentifyReport> reports =
        Identified.reports(
            List.of(identified("cascade", 10, PEOPLE), identified("exhaustive", 4, PEOPLE)));
    assertThat(reports.keySet()).containsExactly("cascade", "exhaustive");
    assertThat(against(reports, "exhaustive")).isEmpty();
    IdentifyReport.Against against = against(reports, "cascade").orElseThrow();
    assertThat(against.engine()).isEqualTo("exhaustive");
    assertThat(against.reason()).isEmpty();
    // Ten of forty people are missed, not four: at each threshold, as nobody else scores much.
    IdentifyReport.FnirDifference first = against.fnir().getFirst();
    assertThat(first.fpir()).isEqualTo(0.1);
    assertThat(first.difference().difference()).isCloseTo(6 / 40.0, within(1e-12));
    assertThat(first.difference().low()).isBetween(0.025, 0.075);
    assertThat(first.difference().high()).isBetween(0.25, 0.3);
    assertThat(first.caution()).isEmpty();
    assertThat(against.fnir().get(1).caution())
        .hasValue("40 non-mated searches, this FPIR needs 300");
  }

  @Test
  void enginesThatFindTheSameDoNotDiffer() {
    Map<String, IdentifyReport> reports =
        Identified.reports(
            List.of(identified("exhaustive", 4, PEOPLE), identified("twin", 4, PEOPLE)));
    assertThat(against(reports, "twin").orElseThrow().fnir())
        .extracting(IdentifyReport.FnirDifference::difference)
        .containsOnly(new Difference(0, 0, 0));
  }

  @Test
  void enginesAmongMorePeopleAreNotCompared() {
    Map<String, IdentifyReport> reports =
        Identified.reports(
            List.of(identified("cascade", 4, 1040), identified("exhaustive", 4, PEOPLE)));
    IdentifyReport.Against against = against(reports, "cascade").orElseThrow();
    assertThat(against.fnir()).isEmpty();
    assertThat(against.reason()).hasValue("N=1040 here and N=40 there");
  }

  @Test
  void withoutTheExhaustiveEngineThereIsNothingToCompareWith() {
    Map<String, IdentifyReport> reports =
        Identified.reports(List.of(identified("cascade", 4, PEOPLE)));
    assertThat(against(reports, "cascade")).isEmpty();
    assertThat(new ExhaustiveEngine(0).name()).isEqualTo(Identified.REFERENCE);
  }

  private static Optional<IdentifyReport.Against> against(
      Map<String, IdentifyReport> reports, String engine) {
    return reports.get(engine).comparison().against();
  }

  /// Forty people in two sets, one search each; the first few are not found.
  private static Identified identified(String engine, int missed, int gallerySize) {
    PrintFile file = new PrintFile(Path.of("1_1.png"), 500, Optional.empty(), "1", 1);
    Map<FingerPosition, PrintFile> finger = Map.of(FingerPosition.RIGHT_INDEX, file);
    List<Subject> subjects = new ArrayList<>();
    List<SearchOutcome> outcomes = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      subjects.add(new Subject(i / 20, finger, List.of(finger)));
      OptionalInt rank = i < missed ? OptionalInt.empty() : OptionalInt.of(1);
      double score = i < missed ? -1000 : 1000;
      outcomes.add(new SearchOutcome(i, rank, score, i, OptionalDouble.of(1), 1));
    }
    var scoring = new IdentifyScoring(new Subjects(subjects, 0), true, outcomes);
    Optional<ErrorRates> rates = scoring.rates();
    IdentifyReport.Extracted all = new IdentifyReport.Extracted(PEOPLE, 0);
    var setting = new IdentifyScoring.Setting(1, gallerySize, gallerySize - PEOPLE);
    return new Identified(engine, scoring.report(rates, setting, all, all), rates);
  }
}

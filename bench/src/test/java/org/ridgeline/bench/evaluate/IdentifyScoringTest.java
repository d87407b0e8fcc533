package org.ridgeline.bench.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ridgeline.bench.statistics.Scores;
import org.ridgeline.vocabulary.Candidate;
import org.ridgeline.vocabulary.CandidateList;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.FingerSequence;

class IdentifyScoringTest {
  private static final UUID MATE = new UUID(0, 0);

  @Test
  void rankCountsEveryoneWithTheMatesScoreBeforeIt() {
    SearchOutcome outcome = outcome(900, 500, 500, 500, 100);
    assertThat(outcome.mateRank()).hasValue(4);
    assertThat(outcome.mateScore()).isEqualTo(500);
    assertThat(outcome.others()).isEqualTo(900);
  }

  @Test
  void aMateNotListedHasNoRank() {
    SearchOutcome outcome = SearchOutcome.of(0, new UUID(5, 5), searched(300, 200), 4, 1);
    assertThat(outcome.mateRank()).isEmpty();
    assertThat(outcome.mateScore()).isEqualTo(Scores.NEVER);
    assertThat(outcome.others()).isEqualTo(300);
    assertThat(outcome.penetration()).hasValue(0.5);
  }

  @Test
  void aMateAloneLeavesNobodyElse() {
    SearchOutcome outcome = SearchOutcome.of(0, MATE, searched(300), 1, 1);
    assertThat(outcome.mateRank()).hasValue(1);
    assertThat(outcome.others()).isEqualTo(Scores.NEVER);
  }

  @Test
  void countsRanksAndMissesOutOfAllMatedSearches() {
    // 40 mated searches: 30 at rank 1, 6 at rank 5, 2 at rank 15, 1 not found, 1 not made.
    List<SearchOutcome> outcomes = new ArrayList<>();
    IntStream.range(0, 30).forEach(i -> outcomes.add(found(i, 1, 1000 + i, 10)));
    IntStream.range(30, 36).forEach(i -> outcomes.add(found(i, 5, 50, 100)));
    IntStream.range(36, 38).forEach(i -> outcomes.add(found(i, 15, 5, 100)));
    outcomes.add(
        new SearchOutcome(38, OptionalInt.empty(), Scores.NEVER, 2000, OptionalDouble.of(0.25), 2));
    outcomes.add(SearchOutcome.notMade(39));
    IdentifyReport report = report(40, 0, true, outcomes);

    assertThat(report.searches().mated()).isEqualTo(40);
    assertThat(report.searches().nonMated()).isEqualTo(40);
    assertThat(report.scope().leftOut()).isEqualTo(40);
    assertThat(report.searches().rank1()).isEqualTo(30);
    assertThat(report.searches().rank10()).isEqualTo(36);
    assertThat(report.ranks().cmc()).hasSize(20).startsWith(30, 30, 30, 30, 36).endsWith(38);
    // FPIR 0.1 lets four of the forty through: T lies above the highest 100 but below 2000 ...
    IdentifyReport.Fnir at = report.fnir().getFirst();
    assertThat(at.fpir()).isEqualTo(0.1);
    assertThat(at.threshold().orElseThrow()).isBetween(100.0, 100.1);
    assertThat(at.misses()).hasValue(10L);
    assertThat(at.fnir()).hasValue(0.25);
    assertThat(at.low().orElseThrow()).isLessThan(0.25);
    assertThat(at.high().orElseThrow()).isGreaterThan(0.25);
    // ... and forty searches say nothing about one in a hundred.
    assertThat(report.fnir().get(1).fnir()).isEmpty();
    assertThat(report.fnir().get(1).reason())
        .hasValue("40 non-mated searches, this FPIR needs 300");
    assertThat(report.penetration()).isEqualTo(new IdentifyReport.Penetration(0.5, 0.5, 0.5));
  }

  @Test
  void strangersAreNonMatedSearches() {
    List<SearchOutcome> outcomes = List.of(found(0, 1, 100, 20), found(1, 1, 100, 30));
    IdentifyReport report = report(1, 1, false, outcomes);
    assertThat(report.searches().mated()).isEqualTo(1);
    assertThat(report.searches().nonMated()).isEqualTo(1);
    assertThat(report.scope().leftOut()).isZero();
  }

  @Test
  void withoutNonMatedSearchesThereIsNoFnir() {
    IdentifyReport report = report(1, 0, false, List.of(found(0, 1, 100, 20)));
    assertThat(report.searches().nonMated()).isZero();
    assertThat(report.searches().rank1()).isEqualTo(1);
    assertThat(report.fnir()).allSatisfy(at -> assertThat(at.fnir()).isEmpty());
    assertThat(report.comparison().det()).isEmpty();
  }

  private static IdentifyReport report(
      int mated, int strangers, boolean leaveOut, List<SearchOutcome> outcomes) {
    PrintFile file = new PrintFile(Path.of("1_1.png"), 500, Optional.empty(), "1", 1);
    List<Subject> subjects = new ArrayList<>();
    for (int i = 0; i < mated + strangers; i++) {
      Map<FingerPosition, PrintFile> enrolled =
          i < mated ? Map.of(FingerPosition.RIGHT_INDEX, file) : Map.of();
      subjects.add(new Subject(0, enrolled, List.of(Map.of(FingerPosition.RIGHT_INDEX, file))));
    }
    IdentifyReport.Extracted none = new IdentifyReport.Extracted(40, 0);
    var scoring = new IdentifyScoring(new Subjects(subjects, 0), leaveOut, outcomes);
    var setting = new IdentifyScoring.Setting(1, 40, 0);
    return scoring.report(scoring.rates(), setting, none, none);
  }

  private static SearchOutcome found(int subject, int rank, double score, double others) {
    return new SearchOutcome(
        subject, OptionalInt.of(rank), score, others, OptionalDouble.of(0.5), 1);
  }

  /// The mate is at place 3, the others around it.
  private static SearchOutcome outcome(int... scores) {
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      UUID id = i == 2 ? MATE : new UUID(1, i);
      candidates.add(new Candidate(id, id, scores[i], Map.of(), FingerSequence.AS_GIVEN));
    }
    CandidateList list = new CandidateList(candidates, scores.length, 0);
    return SearchOutcome.of(0, MATE, new Engine.Searched(list, 1), scores.length, 1);
  }

  private static Engine.Searched searched(int... scores) {
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      UUID id = new UUID(0, i);
      candidates.add(new Candidate(id, id, scores[i], Map.of(), FingerSequence.AS_GIVEN));
    }
    return new Engine.Searched(new CandidateList(candidates, scores.length, 0), scores.length);
  }
}

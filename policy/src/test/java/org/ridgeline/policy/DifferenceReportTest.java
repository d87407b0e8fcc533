package org.ridgeline.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ridgeline.policy.Given.FELONY;
import static org.ridgeline.policy.Given.TODAY;
import static org.ridgeline.policy.Given.convicted;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ridgeline.policy.history.History;

class DifferenceReportTest {
  private static final PolicyTable A = PolicyTables.of("A").orElseThrow();
  private static final PolicyTable B = PolicyTables.of("B").orElseThrow();

  private static ReplayCase one(String id, History history) {
    return new ReplayCase(id, history, Factors.none(), TODAY);
  }

  @Test
  void countsEveryCaseOnceAndListsThoseThatChange() {
    History felony = Given.history(convicted(FELONY));
    History two = Given.history(convicted(FELONY), convicted(FELONY));
    DifferenceReport report =
        DifferenceReport.of(
            A, B, List.of(one("1", felony), one("2", two), one("3", History.empty())));
    assertThat(report.cases()).isEqualTo(3);
    assertThat(report.changed()).extracting(DifferenceReport.Changed::id).containsExactly("2");
    assertThat(report.matrix()).hasSize(Level.values().length);
    assertThat(report.matrix().get(Level.LEVEL_2).get(Level.LEVEL_1)).isOne();
    assertThat(report.totalFrom(Level.LEVEL_2)).isEqualTo(2);
    assertThat(report.totalTo(Level.LEVEL_1)).isOne();
    assertThat(report.totalTo(Level.NO_CONVICTION)).isOne();
  }

  @Test
  void theSameTableChangesNothing() {
    List<ReplayCase> cases = List.of(one("1", Given.history(convicted(FELONY))));
    assertThat(DifferenceReport.of(A, A, cases).changed()).isEmpty();
    assertThat(DifferenceReport.of(A, B, cases)).isEqualTo(DifferenceReport.of(A, B, cases));
  }

  @Test
  void refusesPartsThatDoNotAddUp() {
    Map<Level, Map<Level, Integer>> matrix = Map.of(Level.LEVEL_1, Map.of(Level.LEVEL_1, 2));
    assertThatThrownBy(() -> new DifferenceReport(A, B, 3, matrix, List.of()))
        .hasMessageContaining("cases=3 counted 2");
    Map<Level, Map<Level, Integer>> moved = Map.of(Level.LEVEL_1, Map.of(Level.LEVEL_2, 3));
    assertThatThrownBy(() -> new DifferenceReport(A, B, 3, moved, List.of()))
        .hasMessageContaining("changed=0 counted 3");
  }

  @Test
  void limitHoldsBelowAtAndAbove() {
    ReplayCase empty = one("1", History.empty());
    for (int count : List.of(Limits.REPLAY_CASES_MAX - 1, Limits.REPLAY_CASES_MAX)) {
      assertThat(DifferenceReport.of(B, B, Collections.nCopies(count, empty)).cases())
          .isEqualTo(count);
    }
    List<ReplayCase> many = Collections.nCopies(Limits.REPLAY_CASES_MAX + 1, empty);
    assertThatThrownBy(() -> DifferenceReport.of(B, B, many)).hasMessageContaining("limit");
  }
}

package org.ridgeline.casework.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ridgeline.casework.casefile.Transitions.Row;
import org.ridgeline.casework.casefile.Transitions.WhenStopped;
import org.ridgeline.casework.evidence.Gate;
import org.ridgeline.exchange.operator.Role;

class TransitionsTest {
  /// States reached from the lead over rows that fit.
  private static Set<CaseState> reached(Predicate<Row> fits) {
    Set<CaseState> seen = EnumSet.of(CaseState.RECEIVED);
    var next = new ArrayDeque<CaseState>(seen);
    while (!next.isEmpty()) {
      for (Row row : Transitions.from(next.pop())) {
        if (fits.test(row) && seen.add(row.to())) {
          next.add(row.to());
        }
      }
    }
    return seen;
  }

  @Test
  void aStepLeadsToOnePlaceFromAState() {
    assertThat(Transitions.table())
        .extracting(row -> row.from() + " " + row.step())
        .doesNotHaveDuplicates();
  }

  @Test
  void everyStateIsReachedAndEveryStepUsed() {
    assertThat(reached(_ -> true)).containsExactlyInAnyOrder(CaseState.values());
    assertThat(Transitions.table().stream().map(Row::step).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(Step.values());
  }

  @Test
  void everyOpenStateLeadsOn() {
    for (CaseState state : CaseState.open()) {
      assertThat(Transitions.from(state))
          .as(state.name())
          .anyMatch(row -> row.to() != state && row.whenStopped() != WhenStopped.NEEDED);
    }
  }

  @Test
  void nothingPassesVerifyingUnlessExaminersIdentify() {
    assertThat(reached(row -> row.step() != Step.SETTLE_IDENTIFIED))
        .containsExactlyInAnyOrder(
            CaseState.RECEIVED,
            CaseState.VERIFYING,
            CaseState.INCONCLUSIVE,
            CaseState.EXCLUDED,
            CaseState.CLOSED,
            // Reopening asks whether somebody was identified: the gate below.
            CaseState.CITIZENSHIP_REVIEW,
            CaseState.FACTS,
            CaseState.READY,
            CaseState.COUNTERSIGN,
            CaseState.DETERMINED,
            CaseState.NOTIFIED,
            CaseState.IN_CUSTODY_WATCH,
            CaseState.REFERRED);
    assertThat(
            reached(row ->
                row.step() != Step.SETTLE_IDENTIFIED && !row.gates().contains(Gate.IDENTIFIED)))
        .containsExactlyInAnyOrder(
            CaseState.RECEIVED,
            CaseState.VERIFYING,
            CaseState.INCONCLUSIVE,
            CaseState.EXCLUDED,
            CaseState.CLOSED);
  }

  @Test
  void nothingIsDeterminedNotifiedOrReferredWithoutASignature() {
    assertThat(reached(row -> !row.signed()))
        .doesNotContain(
            CaseState.COUNTERSIGN,
            CaseState.DETERMINED,
            CaseState.NOTIFIED,
            CaseState.IN_CUSTODY_WATCH,
            CaseState.REFERRED);
  }

  @Test
  void aSignatureStandsBehindAllGates() {
    assertThat(Transitions.table().stream().filter(Row::signed))
        .allSatisfy(row ->
            assertThat(row.gates())
                .contains(
                    Gate.CITIZENSHIP_CHECKED,
                    Gate.CITIZENSHIP_REVIEWED,
                    Gate.FACTS_AGAINST,
                    Gate.INTERVIEW,
                    Gate.FRESH_HIT,
                    Gate.FRESH_CHECKS));
  }

  @Test
  void whoSignsSecondIsAnApproverAndNotTheFirst() {
    Row second = Transitions.of(CaseState.COUNTERSIGN, Step.COUNTERSIGN).orElseThrow();
    assertThat(second.roles()).containsExactly(Role.APPROVER);
    assertThat(second.byAnother()).isTrue();
  }

  @Test
  void onlyThoseWhoWorkWithCasesHaveSteps() {
    assertThat(Transitions.table().stream().flatMap(row -> row.roles().stream()))
        .isSubsetOf(Role.OFFICER, Role.APPROVER, Role.SUPERVISOR);
  }

  @Test
  void whatExaminersSettleNoPersonCanClick() {
    assertThat(Transitions.table().stream().filter(Row::isMachine).map(Row::step))
        .containsExactlyInAnyOrder(
            Step.REQUEST_VERIFICATION,
            Step.SETTLE_IDENTIFIED,
            Step.SETTLE_EXCLUDED,
            Step.SETTLE_INCONCLUSIVE,
            Step.ANSWER_AND_CLOSE,
            Step.ANSWER_AND_NOTIFY,
            Step.ANSWER_AND_REFER);
  }

  @Test
  void aStopHoldsEverythingButReleaseAndClosingByASupervisor() {
    for (CaseState state : CaseState.open()) {
      List<Row> possible =
          Transitions.from(state).stream()
              .filter(row -> row.whenStopped() != WhenStopped.WAITS && !row.isMachine())
              .toList();
      assertThat(possible)
          .extracting(Row::step)
          .containsExactlyInAnyOrder(Step.RELEASE_STOP, Step.CLOSE_STOPPED);
      assertThat(possible).allMatch(row -> row.roles().equals(Set.of(Role.SUPERVISOR)));
    }
    assertThat(Transitions.from(CaseState.DETERMINED))
        .filteredOn(Row::isMachine)
        .as("nothing is sent out while a stop holds")
        .allMatch(row -> row.whenStopped() == WhenStopped.WAITS);
  }

  @Test
  void aCaseEndsOnlyWithWhatBecameOfThePersonOnceNoticeWasAskedFor() {
    for (CaseState state :
        List.of(CaseState.NOTIFIED, CaseState.IN_CUSTODY_WATCH, CaseState.REFERRED)) {
      assertThat(Transitions.from(state))
          .filteredOn(row -> row.to().isClosed() && row.whenStopped() == WhenStopped.WAITS)
          .isNotEmpty()
          .allMatch(Row::withOutcome);
    }
  }
}

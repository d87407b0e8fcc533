package org.ridgeline.casework.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Which alarms are due when.
class AlarmPlanTest {
  private static final AlarmPlan.Leads LEADS =
      new AlarmPlan.Leads(
          Map.of(
              AlarmKind.RELEASE_NEAR, hours(72, 24, 4),
              AlarmKind.SENTENCE_END_NEAR, hours(720),
              AlarmKind.LIMIT_NEAR, hours(12),
              AlarmKind.OUTCOME_MISSING, hours(720, 1440)));

  private static List<Duration> hours(int... hours) {
    return java.util.Arrays.stream(hours).mapToObj(Duration::ofHours).toList();
  }

  private static AlarmPlan plan(Custodies custody, boolean hasOutcome) {
    return AlarmPlan.of(custody.build(), Custodies.LIMIT, LEADS, hasOutcome);
  }

  private static Stream<AlarmKind> due(AlarmPlan plan, String at) {
    return plan.due(Instant.parse(at)).stream().map(Alarm::kind);
  }

  @Test
  void aReleaseIsWarnedOfAtEachLeadTimeAndItsPassingSaid() {
    AlarmPlan plan =
        plan(Custodies.booked().with(Milestone.RELEASE_EXPECTED, "2026-11-25T12:00:00Z"), false);
    assertThat(due(plan, "2026-11-22T11:59:59Z")).isEmpty();
    assertThat(due(plan, "2026-11-22T12:00:00Z")).containsExactly(AlarmKind.RELEASE_NEAR);
    String first = plan.due(Instant.parse("2026-11-22T12:00:00Z")).getFirst().about();
    String second = plan.due(Instant.parse("2026-11-24T12:00:00Z")).getFirst().about();
    assertThat(second).isNotEqualTo(first);
    assertThat(due(plan, "2026-11-25T12:00:00Z")).containsExactly(AlarmKind.RELEASE_OVERDUE);
    assertThat(plan.next(Instant.parse("2026-11-22T12:00:00Z")))
        .contains(Instant.parse("2026-11-24T12:00:00Z"));
    assertThat(plan.next(Instant.parse("2026-11-25T12:00:00Z"))).isEmpty();
  }

  @Test
  void aLateReportRingsOnceNotThreeTimes() {
    AlarmPlan plan =
        plan(Custodies.booked().with(Milestone.RELEASE_EXPECTED, "2026-11-25T12:00:00Z"), false);
    assertThat(plan.due(Instant.parse("2026-11-25T11:00:00Z"))).hasSize(1);
  }

  @Test
  void theLimitIsWarnedOfAndSaidWhenReached() {
    AlarmPlan plan =
        plan(Custodies.booked().with(Milestone.RELEASE_ELIGIBLE, "2026-11-16T16:00:00Z"), false);
    assertThat(due(plan, "2026-11-18T03:59:59Z")).isEmpty();
    assertThat(due(plan, "2026-11-18T04:00:00Z")).containsExactly(AlarmKind.LIMIT_NEAR);
    assertThat(due(plan, "2026-11-18T15:59:59Z")).containsExactly(AlarmKind.LIMIT_NEAR);
    assertThat(due(plan, "2026-11-18T16:00:00Z")).containsExactly(AlarmKind.LIMIT_REACHED);
  }

  @Test
  void aReleaseSilencesTheClockAndOnlyTheOutcomeIsMissing() {
    Custodies custody =
        Custodies.booked()
            .with(Milestone.RELEASE_EXPECTED, "2026-11-25T12:00:00Z")
            .with(Milestone.RELEASED, "2026-11-20T12:00:00Z");
    AlarmPlan plan = plan(custody, false);
    assertThat(due(plan, "2026-12-20T11:59:59Z")).isEmpty();
    assertThat(due(plan, "2026-12-20T12:00:00Z")).containsExactly(AlarmKind.OUTCOME_MISSING);
    assertThat(plan(custody, true).alarms()).isEmpty();
  }

  @Test
  void aNewDateIsWarnedOfAnew() {
    Custodies custody = Custodies.booked().with(Milestone.RELEASE_EXPECTED, "2026-11-25T12:00:00Z");
    List<String> before = plan(custody, false).alarms().stream().map(Alarm::about).toList();
    custody.with(Milestone.RELEASE_EXPECTED, "2026-12-25T12:00:00Z");
    assertThat(plan(custody, false).alarms()).noneMatch(alarm -> before.contains(alarm.about()));
  }

  @Test
  void theSamePlanComesOfTheSameCustody() {
    Custodies custody = Custodies.booked().with(Milestone.SENTENCE_END, "2027-03-01T12:00:00Z");
    assertThat(plan(custody, false)).isEqualTo(plan(custody, false));
    assertThat(due(plan(custody, false), "2027-01-30T12:00:00Z"))
        .containsExactly(AlarmKind.SENTENCE_END_NEAR);
  }
}

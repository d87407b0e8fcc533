package org.ridgeline.casework.redress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ridgeline.casework.redress.Deadlines.Reading;

class DeadlinesTest {
  /// A Friday.
  private static final Instant START = Instant.parse("2026-11-20T15:00:00Z");

  private static final RedressRules RULES = RedressRules.standard();

  private static Deadlines of(ClaimKind kind, boolean inCustody) {
    return Deadlines.of(kind, inCustody, START, RULES);
  }

  @Test
  void urgentIsWhoIsInCustodyOrClaimsToBeACitizen() {
    for (ClaimKind kind : ClaimKind.values()) {
      assertThat(of(kind, true).urgent()).isTrue();
      assertThat(of(kind, false).urgent()).isEqualTo(kind == ClaimKind.CITIZENSHIP);
    }
    assertThat(of(ClaimKind.IDENTITY, true).decideBy()).isEqualTo(START.plus(Duration.ofHours(24)));
    assertThat(of(ClaimKind.CITIZENSHIP, false).acknowledgeBy())
        .isEqualTo(START.plus(Duration.ofHours(4)));
  }

  @Test
  void workingDaysPassOverWeekends() {
    assertThat(of(ClaimKind.CORRECTION, false).acknowledgeBy())
        .isEqualTo(Instant.parse("2026-12-04T15:00:00Z"));
    Rule one = new Rule("x", 1, Rule.Unit.WORKING_DAYS, "own", "");
    assertThat(one.after(START)).isEqualTo(Instant.parse("2026-11-23T15:00:00Z"));
    assertThat(one.after(Instant.parse("2026-11-21T01:00:00Z")))
        .isEqualTo(Instant.parse("2026-11-23T01:00:00Z"));
    assertThat(one.after(Instant.parse("2026-11-23T01:00:00Z")))
        .isEqualTo(Instant.parse("2026-11-24T01:00:00Z"));
  }

  @Test
  void aClockReadsBelowAtAndAboveItsEnd() {
    Instant end = START.plusSeconds(4000);
    assertThat(read(end, START.plusSeconds(2999))).isEqualTo(Reading.RUNNING);
    assertThat(read(end, START.plusSeconds(3000))).isEqualTo(Reading.SOON);
    assertThat(read(end, end.minusNanos(1))).isEqualTo(Reading.SOON);
    assertThat(read(end, end)).isEqualTo(Reading.SOON);
    assertThat(read(end, end.plusNanos(1))).isEqualTo(Reading.BREACHED);
    assertThat(Deadlines.reading(START, end, Optional.of(end), end.plusSeconds(9)))
        .isEqualTo(Reading.MET);
    assertThat(Deadlines.reading(START, end, Optional.of(end.plusNanos(1)), end))
        .isEqualTo(Reading.MET_LATE);
  }

  private static Reading read(Instant end, Instant now) {
    return Deadlines.reading(START, end, Optional.empty(), now);
  }

  @Test
  void everyRuleSaysWhereItComesFrom() {
    assertThat(RULES.all()).allMatch(rule -> !rule.source().isBlank() && !rule.note().isBlank());
    assertThatThrownBy(() -> RedressRules.ofLines(List.of("version\t1")))
        .hasMessageContaining("acknowledge");
  }
}

package org.ridgeline.casework.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ridgeline.casework.desk.Field;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.exchange.operator.Role;

class GateTest {
  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
  private static final CheckResult NEGATIVE = new CheckResult.Negative();

  private static CheckEntry check(CitizenshipCheck kind, CheckResult result, Instant at) {
    return new CheckEntry(kind, result, "index", LocalDate.parse("2026-11-20"), "officer", at);
  }

  private static Dossier dossier(List<CheckEntry> checks, List<SupervisorReview> reviews) {
    return new Dossier(checks, reviews, List.of(), List.of(), List.of(), List.of());
  }

  private static List<Gate.Missing> missing(Gate gate, Dossier dossier, Instant verifiedAt) {
    return Gate.missing(
        List.of(gate), new Gate.Look(dossier, Optional.of(verifiedAt), Freshness.standard(), NOW));
  }

  /// Every subset of the five checks: the gate names exactly those that were not run.
  @Test
  void citizenshipStaysShutForEverySubsetButAllFive() {
    CitizenshipCheck[] kinds = CitizenshipCheck.values();
    for (int subset = 0; subset < 1 << kinds.length; subset++) {
      List<CheckEntry> run = new ArrayList<>();
      for (int i = 0; i < kinds.length; i++) {
        if ((subset >> i & 1) == 1) {
          CheckResult result = i % 2 == 0 ? NEGATIVE : new CheckResult.Unavailable("closed");
          run.add(check(kinds[i], result, NOW));
        }
      }
      assertThat(missing(Gate.CITIZENSHIP_CHECKED, dossier(run, List.of()), NOW))
          .hasSize(kinds.length - Integer.bitCount(subset));
    }
  }

  @Test
  void aPositiveCheckAsksForASupervisorAndALaterNegativeDoesNotTakeItBack() {
    CheckResult positive = new CheckResult.Positive("passport issued");
    Instant later = NOW.plusSeconds(60);
    List<CheckEntry> checks =
        List.of(
            check(CitizenshipCheck.PASSPORT, positive, NOW),
            check(CitizenshipCheck.PASSPORT, NEGATIVE, later));
    Dossier open =
        dossier(checks, List.of(new SupervisorReview("early", "s", NOW.minusSeconds(1))));
    assertThat(missing(Gate.CITIZENSHIP_REVIEWED, open, NOW))
        .singleElement()
        .satisfies(one -> assertThat(one.who()).isEqualTo(Role.SUPERVISOR));
    assertThat(open.hasIndicator()).isTrue();
    Dossier reviewed = dossier(checks, List.of(new SupervisorReview("seen", "s", later)));
    assertThat(missing(Gate.CITIZENSHIP_REVIEWED, reviewed, NOW)).isEmpty();
  }

  @Test
  void aHitExpiresAtItsLimit() {
    Instant at = NOW.minus(Limits.HIT_VALID_FOR);
    Dossier empty = Dossier.empty();
    assertThat(missing(Gate.FRESH_HIT, empty, at.plusSeconds(1))).as("below").isEmpty();
    assertThat(missing(Gate.FRESH_HIT, empty, at)).as("at").hasSize(1);
    assertThat(missing(Gate.FRESH_HIT, empty, at.minusSeconds(1))).as("above").hasSize(1);
  }

  @Test
  void aCheckExpiresAtItsLimit() {
    Instant at = NOW.minus(Limits.CHECK_VALID_FOR);
    for (long seconds : new long[] {-1, 0, 1}) {
      List<CheckEntry> checks =
          List.of(check(CitizenshipCheck.OWN_CLAIM, NEGATIVE, at.plusSeconds(seconds)));
      assertThat(missing(Gate.FRESH_CHECKS, dossier(checks, List.of()), NOW))
          .hasSize(seconds > 0 ? 0 : 1);
    }
  }

  @Test
  void factsAgainstMayBeNoneFoundButNeverEmpty() {
    assertThat(missing(Gate.FACTS_AGAINST, Dossier.empty(), NOW)).hasSize(1);
    for (String blank : List.of("", "  ", "\n")) {
      assertThatThrownBy(
              () -> new Fact(Fact.Side.NONE_FOUND, Fact.Kind.OTHER, blank, "search", "o", NOW))
          .isInstanceOf(RefusedStep.class);
    }
    Fact onlyFor = new Fact(Fact.Side.FOR, Fact.Kind.OTHER, "a fact", "search", "o", NOW);
    Fact none = new Fact(Fact.Side.NONE_FOUND, Fact.Kind.OTHER, "X, Y, Z", "search", "o", NOW);
    assertThat(missing(Gate.FACTS_AGAINST, facts(onlyFor), NOW)).hasSize(1);
    assertThat(missing(Gate.FACTS_AGAINST, facts(onlyFor, none), NOW)).isEmpty();
  }

  private static Dossier facts(Fact... facts) {
    return new Dossier(List.of(), List.of(), List.of(facts), List.of(), List.of(), List.of());
  }

  @Test
  void aLeadIsOverdueAfterItsLimit() {
    Freshness fresh = Freshness.standard();
    Instant lead = NOW.minus(Limits.HIT_VERIFY_WITHIN);
    assertThat(fresh.isOverdue(lead.plusSeconds(1), NOW)).isFalse();
    assertThat(fresh.isOverdue(lead, NOW)).isFalse();
    assertThat(fresh.isOverdue(lead.minus(Duration.ofSeconds(1)), NOW)).isTrue();
  }

  @Test
  void textsAreTakenUpToTheirLimits() {
    assertThat(Limits.line(Field.SOURCE, "x".repeat(Limits.LINE_CHARS_MAX)))
        .hasSize(Limits.LINE_CHARS_MAX);
    assertThat(Limits.text(Field.SOURCE, "x".repeat(Limits.TEXT_CHARS_MAX)))
        .hasSize(Limits.TEXT_CHARS_MAX);
    assertThatThrownBy(() -> Limits.line(Field.SOURCE, "x".repeat(Limits.LINE_CHARS_MAX + 1)))
        .isInstanceOf(RefusedStep.class);
    assertThatThrownBy(() -> Limits.text(Field.SOURCE, "x".repeat(Limits.TEXT_CHARS_MAX + 1)))
        .isInstanceOf(RefusedStep.class);
    assertThatThrownBy(() -> Limits.line(Field.SOURCE, "two\nlines"))
        .isInstanceOf(RefusedStep.class);
  }
}

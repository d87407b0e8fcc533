package org.ridgeline.casework.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ridgeline.casework.custody.CustodyEvent.Correction;

/// What reports add up to: corrections, stays, and the meter.
class CustodyTest {
  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

  private static OverDetention meter(Custodies custody) {
    return OverDetention.of(custody.build(), Custodies.LIMIT, NOW);
  }

  @Test
  void theLastReportCountsAndACorrectedOneDoesNot() {
    Custodies custody =
        Custodies.booked()
            .with(Milestone.RELEASE_EXPECTED, "2026-11-20T12:00:00Z")
            .with(Milestone.RELEASE_EXPECTED, "2026-11-25T12:00:00Z");
    assertThat(custody.build().when(Milestone.RELEASE_EXPECTED))
        .contains(Instant.parse("2026-11-25T12:00:00Z"));
    custody.with(
        Milestone.RELEASE_EXPECTED,
        "2026-11-26T12:00:00Z",
        new Correction(Optional.of(custody.last()), false));
    assertThat(custody.build().when(Milestone.RELEASE_EXPECTED))
        .contains(Instant.parse("2026-11-26T12:00:00Z"));
    custody.with(
        Milestone.RELEASE_EXPECTED,
        "2026-11-26T12:00:00Z",
        new Correction(Optional.of(custody.last()), true));
    assertThat(custody.build().when(Milestone.RELEASE_EXPECTED))
        .as("withdrawn: the one before it counts again")
        .contains(Instant.parse("2026-11-20T12:00:00Z"));
  }

  @Test
  void aWithdrawnReleaseLetsTheClockRunOn() {
    Custodies custody = Custodies.booked().with(Milestone.RELEASED, "2026-11-20T12:00:00Z");
    assertThat(custody.build().endedAt()).isPresent();
    custody.with(
        Milestone.RELEASED,
        "2026-11-20T12:00:00Z",
        new Correction(Optional.of(custody.last()), true));
    assertThat(custody.build().endedAt()).isEmpty();
  }

  @Test
  void notKnownIsNotNought() {
    assertThat(meter(Custodies.booked())).isInstanceOf(OverDetention.Unknown.class);
    assertThat(meter(Custodies.booked().with(Milestone.RELEASED, "2026-11-20T12:00:00Z")))
        .isInstanceOf(OverDetention.Unknown.class);
    assertThat(meter(Custodies.booked().with(Milestone.SENTENCE_END, "2027-11-20T12:00:00Z")))
        .isInstanceOf(OverDetention.NotYet.class);
  }

  @Test
  void theMeterRunsFromEligibilityElseFromTheSentencesEnd() {
    Custodies custody = Custodies.booked().with(Milestone.SENTENCE_END, "2026-11-30T06:00:00Z");
    assertThat(meter(custody)).isInstanceOf(OverDetention.Running.class);
    assertThat(meter(custody).meterIfAny().orElseThrow().elapsed()).isEqualTo(Duration.ofHours(6));
    custody.with(Milestone.RELEASE_ELIGIBLE, "2026-11-30T02:00:00Z");
    assertThat(meter(custody).meterIfAny().orElseThrow().elapsed()).isEqualTo(Duration.ofHours(10));
  }

  @Test
  void theLimitIsReachedAtItNotBefore() {
    // Monday 00:00 in Chicago to Wednesday 00:00.
    for (var line :
        new Object[][] {
          {"2026-11-18T05:59:59Z", false},
          {"2026-11-18T06:00:00Z", true},
          {"2026-11-18T06:00:01Z", true}
        }) {
      Custodies custody =
          Custodies.booked()
              .with(Milestone.RELEASE_ELIGIBLE, "2026-11-16T06:00:00Z")
              .with(Milestone.RELEASED, (String) line[0]);
      assertThat(meter(custody)).isInstanceOf(OverDetention.Ended.class);
      assertThat(meter(custody).meterIfAny().orElseThrow().isOverLimit()).isEqualTo(line[1]);
    }
  }

  @Test
  void aReleaseBeforeEligibilityIsNoOverDetention() {
    Custodies custody =
        Custodies.booked()
            .with(Milestone.SENTENCE_END, "2027-11-20T12:00:00Z")
            .with(Milestone.RELEASED, "2026-11-20T12:00:00Z");
    OverDetention.Meter meter = meter(custody).meterIfAny().orElseThrow();
    assertThat(meter.elapsed()).isZero();
    assertThat(meter.isOverLimit()).isFalse();
    assertThat(meter.shares()).isEmpty();
  }

  @Test
  void hoursAreCountedWhereTheyWereSpentAndSumUp() {
    Custodies custody =
        Custodies.booked()
            .with(Milestone.RELEASE_ELIGIBLE, "2026-11-20T00:00:00Z")
            .handedTo(Custodies.PRISON, "2026-11-21T00:00:00Z")
            .with(Milestone.RELEASED, "2026-11-23T00:00:00Z");
    OverDetention.Meter meter = meter(custody).meterIfAny().orElseThrow();
    assertThat(meter.shares())
        .containsExactly(
            new OverDetention.Share(Optional.of(Custodies.JAIL), Duration.ofHours(24)),
            new OverDetention.Share(Optional.of(Custodies.PRISON), Duration.ofHours(48)));
    assertThat(meter.elapsed()).isEqualTo(Duration.ofHours(72));
    assertThat(custody.build().ori()).isEqualTo(Custodies.PRISON.ori());
  }

  @Test
  void anotherCustodianEndsLocalCustody() {
    Custody custody =
        Custodies.booked()
            .with(Milestone.RELEASE_ELIGIBLE, "2026-11-20T00:00:00Z")
            .handedTo("Another custodian", "2026-11-20T05:00:00Z")
            .build();
    assertThat(custody.endedAt()).contains(Instant.parse("2026-11-20T05:00:00Z"));
    assertThat(OverDetention.of(custody, Custodies.LIMIT, NOW).meterIfAny().orElseThrow().elapsed())
        .isEqualTo(Duration.ofHours(5));
  }
}

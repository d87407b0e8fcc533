package org.ridgeline.casework.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Lawful limits as time: weekends, holidays, nights on which clocks change.
class HoldClockTest {
  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
  private static final ZoneId PHOENIX = ZoneId.of("America/Phoenix");
  private static final LocalDate THANKSGIVING = LocalDate.parse("2026-11-26");

  private static HoldLimit limit(int hours, boolean weekends, boolean holidays) {
    return new HoldLimit(
        HoldLimit.ANY_STATE,
        1,
        LocalDate.EPOCH,
        hours,
        new HoldLimit.Days(weekends, holidays, Set.of(THANKSGIVING)),
        "test",
        false);
  }

  private static Instant at(String local) {
    return at(local, CHICAGO);
  }

  private static Instant at(String local, ZoneId zone) {
    return LocalDateTime.parse(local).atZone(zone).toInstant();
  }

  private static HoldClock clock(int hours) {
    return new HoldClock(limit(hours, true, true), CHICAGO);
  }

  @Test
  void weekdaysAreCountedThrough() {
    assertThat(clock(48).limitAt(at("2026-11-16T10:00"))).isEqualTo(at("2026-11-18T10:00"));
  }

  @Test
  void theWeekendDoesNotCount() {
    assertThat(clock(48).limitAt(at("2026-11-20T10:00"))).isEqualTo(at("2026-11-24T10:00"));
    assertThat(clock(48).limitAt(at("2026-11-21T10:00"))).isEqualTo(at("2026-11-25T00:00"));
    assertThat(clock(48).limitAt(at("2026-11-22T23:59"))).isEqualTo(at("2026-11-25T00:00"));
  }

  @Test
  void theLimitMayEndExactlyWhereAWeekendBegins() {
    assertThat(clock(48).limitAt(at("2026-11-19T00:00"))).isEqualTo(at("2026-11-21T00:00"));
    assertThat(clock(48).limitAt(at("2026-11-19T00:01"))).isEqualTo(at("2026-11-23T00:01"));
  }

  @Test
  void aHolidayDoesNotCountAndOneNobodyEnteredDoes() {
    assertThat(clock(48).limitAt(at("2026-11-25T12:00"))).isEqualTo(at("2026-11-30T12:00"));
    assertThat(new HoldClock(limit(48, true, false), CHICAGO).limitAt(at("2026-11-25T12:00")))
        .isEqualTo(at("2026-11-27T12:00"));
    assertThat(clock(48).counts(LocalDate.parse("2026-12-25"))).isTrue();
  }

  @Test
  void withoutExclusionsEveryHourCounts() {
    HoldClock all = new HoldClock(limit(48, false, false), CHICAGO);
    assertThat(all.limitAt(at("2026-11-20T10:00"))).isEqualTo(at("2026-11-22T10:00"));
  }

  @Test
  void aNightOfTwentyThreeOrTwentyFiveHoursIsCountedAsItIs() {
    HoldClock all = new HoldClock(limit(48, false, false), CHICAGO);
    assertThat(all.limitAt(at("2026-03-07T10:00"))).isEqualTo(at("2026-03-09T11:00"));
    assertThat(all.limitAt(at("2026-10-31T10:00"))).isEqualTo(at("2026-11-02T09:00"));
    // The nights on which clocks change are Sundays: not counted, whatever their length.
    assertThat(clock(48).limitAt(at("2026-03-06T10:00"))).isEqualTo(at("2026-03-10T10:00"));
    assertThat(clock(48).limitAt(at("2026-10-30T10:00"))).isEqualTo(at("2026-11-03T10:00"));
    HoldClock arizona = new HoldClock(limit(48, false, false), PHOENIX);
    assertThat(arizona.limitAt(at("2026-03-07T10:00", PHOENIX)))
        .isEqualTo(at("2026-03-09T10:00", PHOENIX));
  }

  @Test
  void theDayIsThatOfThePlaceNotOfUtc() {
    // 23:00 on Friday in Chicago is Saturday in UTC: the hour before midnight counts.
    assertThat(clock(1).limitAt(at("2026-11-20T23:00"))).isEqualTo(at("2026-11-21T00:00"));
    assertThat(clock(2).limitAt(at("2026-11-20T23:00"))).isEqualTo(at("2026-11-23T01:00"));
  }

  @Test
  void noHoursAreOverAtOnce() {
    Instant saturday = at("2026-11-21T10:00");
    assertThat(clock(0).limitAt(saturday)).isEqualTo(saturday);
  }

  /// For every hour of a fortnight with a holiday and of those with changing clocks, and every
  /// limit: exactly the limit's hours have been counted at the limit, fewer a second before.
  @Test
  void atTheLimitItsHoursHaveBeenCountedAndNotBefore() {
    for (String first : new String[] {"2026-11-16T00:00", "2026-03-02T00:00", "2026-10-26T00:00"}) {
      for (int hour = 0; hour < 14 * 24; hour++) {
        Instant start = at(first).plus(Duration.ofHours(hour)).plusSeconds(17);
        for (int hours : new int[] {1, 2, 23, 24, 25, 47, 48}) {
          for (boolean excluding : new boolean[] {true, false}) {
            HoldClock clock = new HoldClock(limit(hours, excluding, excluding), CHICAGO);
            Instant limitAt = clock.limitAt(start);
            Duration all = Duration.ofHours(hours);
            assertThat(clock.counted(start, limitAt)).isEqualTo(all);
            assertThat(clock.counted(start, limitAt.minusSeconds(1))).isLessThan(all);
          }
        }
      }
    }
  }

  @Test
  void nothingIsCountedBackwards() {
    assertThat(clock(48).counted(at("2026-11-18T10:00"), at("2026-11-16T10:00"))).isZero();
    assertThat(clock(48).counted(at("2026-11-18T10:00"), at("2026-11-18T10:00"))).isZero();
  }

  @Test
  void limitsBelowAtAndAboveWhatMayBeConfigured() {
    assertThat(limit(0, true, true).hours()).isZero();
    assertThat(limit(Limits.HOLD_HOURS_MAX, true, true).hours()).isEqualTo(48);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> limit(Limits.HOLD_HOURS_MAX + 1, true, true));
    assertThatIllegalArgumentException().isThrownBy(() -> limit(-1, true, true));
  }

  @Test
  void everyStateHasAZone() {
    String states =
        "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH"
            + " NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY";
    for (String state : states.split(" ")) {
      assertThat(StateZone.of(state).getId()).as(state).isNotEqualTo("UTC");
    }
    assertThat(StateZone.of("XX").getId()).isEqualTo("UTC");
  }
}

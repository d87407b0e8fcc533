package org.ridgeline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ridgeline.casework.verification.PrintSource.FingerPair;
import org.ridgeline.casework.verification.Verdict;
import org.ridgeline.synth.people.FictionalPerson;
import org.ridgeline.synth.people.Known;
import org.ridgeline.synth.people.Nation;

/// What simulated examiners see in drawn prints, and the pairs they are measured on.
class DemoSightTest {
  private static final FictionalPerson ONE = Nation.person(5, 77, Known.NEITHER);
  private static final FictionalPerson OTHER = Nation.person(5, 78, Known.NEITHER);

  private static List<DemoSight> seen(List<FingerPair> pair) {
    return pair.stream()
        .map(finger -> DemoSight.of(finger.first().template(), finger.second().template()))
        .toList();
  }

  private static List<FingerPair> pair(FictionalPerson one, FictionalPerson other, int number) {
    return DemoKnownPairs.pair(new DemoKnownPairs.Couple(one, other), number);
  }

  @Test
  void touchesOfOnePersonAgreeRolledOrFlat() {
    for (int number : new int[] {0, 2}) {
      List<DemoSight> seen = seen(pair(ONE, ONE, number));
      assertThat(seen).hasSize(10).noneMatch(DemoSight::differs);
      assertThat(seen).filteredOn(DemoSight::agrees).hasSizeGreaterThan(7);
      assertThat(seen)
          .filteredOn(DemoSight::agrees)
          .allMatch(sight -> sight.met().size() >= Verdict.POINTS_MIN);
    }
  }

  @Test
  void fingersOfTwoPeopleDifferAndShowWhere() {
    List<DemoSight> seen = seen(pair(ONE, OTHER, 1));
    assertThat(seen).hasSize(10).noneMatch(DemoSight::agrees);
    assertThat(seen).filteredOn(DemoSight::differs).hasSizeGreaterThan(5);
    assertThat(seen).anyMatch(sight -> sight.lone().isPresent());
  }

  @Test
  void everyPairLiesOnPlatesOfOneSize() {
    assertThat(pair(ONE, OTHER, 1))
        .allMatch(finger -> finger.first().template().widthPx() == 800)
        .allMatch(finger -> finger.second().template().heightPx() == 800);
  }
}

package org.ridgeline.synth.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ridgeline.vocabulary.FingerPosition;

class PatternOddsTest {
  private static final int PEOPLE = 4000;

  @Test
  void drawsPatternsAtNaturalFrequencies() {
    Map<PatternClass, Integer> counts = new EnumMap<>(PatternClass.class);
    for (int person = 0; person < PEOPLE; person++) {
      for (FingerPosition position : FingerPosition.values()) {
        counts.merge(PatternOdds.draw(person, position), 1, Integer::sum);
      }
    }
    assertThat(share(counts, PatternClass.LEFT_LOOP)).isCloseTo(0.325, within(0.02));
    assertThat(share(counts, PatternClass.RIGHT_LOOP)).isCloseTo(0.325, within(0.02));
    assertThat(share(counts, PatternClass.WHORL)).isCloseTo(0.237, within(0.02));
    assertThat(share(counts, PatternClass.DOUBLE_LOOP)).isCloseTo(0.049, within(0.01));
    assertThat(share(counts, PatternClass.ARCH)).isCloseTo(0.036, within(0.01));
    assertThat(share(counts, PatternClass.TENTED_ARCH)).isCloseTo(0.026, within(0.01));
  }

  @Test
  void mirrorsLoopsByHand() {
    int right = 0;
    int left = 0;
    for (int person = 0; person < PEOPLE; person++) {
      right += is(person, FingerPosition.RIGHT_LITTLE, PatternClass.RIGHT_LOOP);
      left += is(person, FingerPosition.LEFT_LITTLE, PatternClass.LEFT_LOOP);
    }
    assertThat(right).isGreaterThan(PEOPLE * 4 / 5);
    assertThat(left).isGreaterThan(PEOPLE * 4 / 5);
  }

  @Test
  void makesAPersonsFingersAlike() {
    int both = 0;
    int one = 0;
    for (int person = 0; person < PEOPLE; person++) {
      int ring = is(person, FingerPosition.RIGHT_RING, PatternClass.WHORL);
      one += ring;
      both += ring * is(person, FingerPosition.LEFT_RING, PatternClass.WHORL);
    }
    double independent = (double) one * one / PEOPLE;
    assertThat(both).isGreaterThan((int) (1.6 * independent));
  }

  private static int is(int person, FingerPosition position, PatternClass pattern) {
    return PatternOdds.draw(person, position) == pattern ? 1 : 0;
  }

  private static double share(Map<PatternClass, Integer> counts, PatternClass pattern) {
    return counts.getOrDefault(pattern, 0) / (10.0 * PEOPLE);
  }
}

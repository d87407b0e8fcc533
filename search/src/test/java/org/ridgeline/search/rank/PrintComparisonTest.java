package org.ridgeline.search.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ridgeline.search.decision.VerificationLines;
import org.ridgeline.synth.people.Nation;
import org.ridgeline.synth.print.ImpressionStyle;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Template;
import org.ridgeline.vocabulary.TenPrint;

class PrintComparisonTest {
  private final PrintComparison comparison = new PrintComparison();

  private static TenPrint prints(int person, int touch, FingerPosition... fingers) {
    TenPrint all = Nation.person(1, person).tenPrint(touch, ImpressionStyle.rolled(80));
    Map<FingerPosition, Template> some = new EnumMap<>(FingerPosition.class);
    for (FingerPosition finger : fingers) {
      some.put(finger, all.fingers().get(finger));
    }
    return new TenPrint(some);
  }

  @Test
  void twoFingersTellWhoseTheyAre() {
    FingerPosition[] two = {FingerPosition.RIGHT_INDEX, FingerPosition.LEFT_INDEX};
    for (int person = 1; person <= 10; person++) {
      assertThat(comparison.centibits(prints(person, 1, two), prints(person, 2, two)))
          .as("person " + person)
          .isGreaterThanOrEqualTo(VerificationLines.matchMin(1));
      assertThat(comparison.centibits(prints(person, 1, two), prints(person + 1, 2, two)))
          .as("persons " + person + " and the next")
          .isLessThan(VerificationLines.openMin(1));
    }
  }

  @Test
  void fingersThatOneSideLacksSayNothing() {
    TenPrint right = prints(1, 1, FingerPosition.RIGHT_INDEX);
    TenPrint left = prints(1, 2, FingerPosition.LEFT_INDEX);
    TenPrint both = prints(1, 2, FingerPosition.RIGHT_INDEX, FingerPosition.LEFT_INDEX);
    assertThat(comparison.centibits(right, left)).isZero();
    assertThat(comparison.centibits(right, both))
        .isEqualTo(comparison.centibits(right, prints(1, 2, FingerPosition.RIGHT_INDEX)));
  }
}

package org.ridgeline.exchange.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.ridgeline.exchange.submission.ProbeFinger;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.FingerSequence;
import org.ridgeline.vocabulary.Severity;
import org.ridgeline.vocabulary.Template;

/// With a comparison that knows whose print a template is: its width says so.
class SequenceCheckTest {
  private static final int SAME = 1400;
  private static final int POOR = 300;
  private static final int NOBODY = 99;

  private final Map<FingerPosition, ProbeFinger> rolled = new EnumMap<>(FingerPosition.class);
  private final Map<FingerPosition, ProbeFinger> plain = new EnumMap<>(FingerPosition.class);
  private final AtomicInteger compared = new AtomicInteger();
  private int same = SAME;

  private Knowing comparison() {
    return new Knowing();
  }

  private final class Knowing implements PrintComparison {
    @Override
    public Compared of(Template print) {
      return other -> {
        compared.incrementAndGet();
        boolean one = print.widthPx() == other.widthPx() && print.widthPx() != NOBODY;
        return one ? same : 0;
      };
    }
  }

  private static ProbeFinger print(FingerPosition label, int whose) {
    var template = new Template(whose, 500, 500, 60, List.of());
    return new ProbeFinger(label, "4#" + label.fgp(), template, true);
  }

  private void roll(FingerPosition label, FingerPosition whose) {
    rolled.put(label, print(label, whose.fgp()));
  }

  private void card() {
    for (FingerPosition finger : FingerPosition.values()) {
      roll(finger, finger);
      plain.put(finger, print(finger, finger.fgp()));
    }
  }

  private List<Finding> check() {
    return SequenceCheck.of(rolled, plain, comparison());
  }

  @Test
  void aCardInOrderTakesOneComparisonAFinger() {
    card();
    assertThat(check()).isEmpty();
    assertThat(compared).hasValue(10);
  }

  @Test
  void twoSwappedFingersAreOneFindingThatNamesBoth() {
    card();
    roll(FingerPosition.RIGHT_INDEX, FingerPosition.RIGHT_MIDDLE);
    roll(FingerPosition.RIGHT_MIDDLE, FingerPosition.RIGHT_INDEX);
    assertThat(check())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.severity()).isEqualTo(Severity.WARNING);
          assertThat(finding.code()).isEqualTo(FindingCode.FINGER_SEQUENCE);
          assertThat(finding.record()).isEqualTo("4#2");
          assertThat(finding.found())
              .isEqualTo(
                  "right index and right middle swapped: rolled right index fits plain right middle"
                      + " (1400 centibits, its own 0), and vice versa");
        });
  }

  @Test
  void aFingerRolledTwiceIsSeenByThePlainPrints() {
    card();
    roll(FingerPosition.RIGHT_MIDDLE, FingerPosition.RIGHT_INDEX);
    assertThat(check())
        .singleElement()
        .extracting(Finding::found)
        .asString()
        .startsWith("right middle is right index once more: rolled right middle fits plain right");
  }

  @Test
  void andWithoutPlainPrintsByTheRolledOnes() {
    card();
    plain.clear();
    roll(FingerPosition.LEFT_RING, FingerPosition.LEFT_MIDDLE);
    assertThat(check())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.found())
              .isEqualTo("left middle and left ring are one (1400 centibits)");
          assertThat(finding.record()).isEqualTo("4#9");
        });
    assertThat(compared).hasValue(45);
  }

  @Test
  void aFingerWithoutItsOwnPlainPrintMayStillBeAnothers() {
    card();
    plain.remove(FingerPosition.LEFT_RING);
    roll(FingerPosition.LEFT_RING, FingerPosition.LEFT_MIDDLE);
    assertThat(check())
        .singleElement()
        .extracting(Finding::found)
        .asString()
        .contains("left ring is left middle once more", "its own missing");
  }

  @Test
  void swappedHandsAreOneFinding() {
    card();
    for (FingerPosition finger : FingerPosition.values()) {
      roll(finger, FingerSequence.HANDS_SWAPPED.finger(finger));
    }
    assertThat(check())
        .singleElement()
        .extracting(Finding::found)
        .asString()
        .startsWith("hands swapped, by the rolled right thumb, right index");
  }

  @Test
  void aPrintThatFitsNothingIsNoFinding() {
    card();
    rolled.put(FingerPosition.LEFT_THUMB, print(FingerPosition.LEFT_THUMB, NOBODY));
    assertThat(check()).isEmpty();
  }

  @Test
  void aWeakLikenessIsNoFinding() {
    card();
    same = POOR;
    roll(FingerPosition.RIGHT_MIDDLE, FingerPosition.RIGHT_INDEX);
    assertThat(check()).isEmpty();
  }

  @Test
  void anotherFingerIsNamedFromItsLineOn() {
    card();
    roll(FingerPosition.RIGHT_MIDDLE, FingerPosition.RIGHT_INDEX);
    same = SequenceCheck.OTHER_CENTIBITS - 1;
    assertThat(check()).isEmpty();
    same = SequenceCheck.OTHER_CENTIBITS;
    assertThat(check()).hasSize(1);
  }
}

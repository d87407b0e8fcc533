package org.ridgeline.extract.slap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ridgeline.vocabulary.FingerPosition;

class SlapKindTest {
  @Test
  void onlyThreeCodesAreSlaps() {
    assertThat(SlapKind.ofFgp(13)).contains(SlapKind.RIGHT_FOUR);
    assertThat(SlapKind.ofFgp(14)).contains(SlapKind.LEFT_FOUR);
    assertThat(SlapKind.ofFgp(15)).contains(SlapKind.THUMBS);
    assertThat(SlapKind.ofFgp(12)).isEmpty();
    assertThat(SlapKind.ofFgp(16)).isEmpty();
  }

  @Test
  void missingFingersAreNotExpected() {
    assertThat(SlapKind.LEFT_FOUR.expected(Set.of(FingerPosition.LEFT_MIDDLE)))
        .containsExactly(
            FingerPosition.LEFT_LITTLE, FingerPosition.LEFT_RING, FingerPosition.LEFT_INDEX);
  }

  @Test
  void boxesThatShareNothingDoNotOverlap() {
    FingerBox one = new FingerBox(FingerPosition.RIGHT_INDEX, 0, 9, 0, 9);
    assertThat(one.overlap(new FingerBox(FingerPosition.RIGHT_RING, 10, 19, 0, 9))).isZero();
    assertThat(one.overlap(new FingerBox(FingerPosition.RIGHT_RING, 5, 24, 0, 9))).isEqualTo(0.5);
    assertThat(one.overlap(one)).isEqualTo(1);
  }

  @Test
  void aBoxHasItsEndsInOrder() {
    assertThatThrownBy(() -> new FingerBox(FingerPosition.RIGHT_INDEX, 5, 4, 0, 9))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

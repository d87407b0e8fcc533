package org.ridgeline.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DiceTest {
  @Test
  void drawsTheSameForTheSameParts() {
    assertThat(Dice.of(1, 2, 3).bits()).isEqualTo(Dice.of(1, 2, 3).bits());
    assertThat(Dice.of(1, 2, 3).bits()).isNotEqualTo(Dice.of(1, 3, 2).bits());
    assertThat(Dice.of(0).bits()).isNotEqualTo(Dice.of(0, 0).bits());
  }

  @Test
  void keepsItsDrawsForEver() {
    Dice dice = Dice.of(42);
    assertThat(dice.bits()).isEqualTo(2576371930049276908L);
    assertThat(dice.normal()).isEqualTo(1.852383098615077);
  }

  @Test
  void drawsNormalsOfMeanZeroAndDeviationOne() {
    Dice dice = Dice.of(7);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < 100_000; i++) {
      double value = dice.normal();
      sum += value;
      squares += value * value;
    }
    assertThat(sum / 100_000).isCloseTo(0, within(0.015));
    assertThat(squares / 100_000).isCloseTo(1, within(0.02));
  }

  @Test
  void weighsItsChoices() {
    Dice dice = Dice.of(8);
    int[] counts = new int[3];
    for (int i = 0; i < 30_000; i++) {
      counts[dice.weighted(1, 0, 2)]++;
    }
    assertThat(counts[0]).isBetween(9_500, 10_500);
    assertThat(counts[1]).isZero();
  }

  @Test
  void refusesToChooseAmongNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Dice.of(1).below(0))
        .withMessageContaining("count=0");
  }
}

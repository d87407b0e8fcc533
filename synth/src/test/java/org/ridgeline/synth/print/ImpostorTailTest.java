package org.ridgeline.synth.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImpostorTailTest {
  @Test
  void boundsSharesExactly() {
    double[] scores = new double[100];
    Arrays.fill(scores, 90, 100, 50);
    ImpostorTail tail = ImpostorTail.of(scores);
    // Clopper and Pearson, 10 of 100.
    assertThat(tail.bound(40, false)).isCloseTo(0.0490, within(1e-4));
    assertThat(tail.bound(40, true)).isCloseTo(0.1762, within(1e-4));
    assertThat(tail.bound(60, false)).isZero();
    assertThat(tail.bound(60, true)).isEqualTo(0.03);
    assertThat(tail.bound(0, true)).isEqualTo(1);
  }

  @Test
  void pairsNoFingerWithItselfAndNoPairTwice() throws IOException {
    PrintSet set = PrintSet.sketches(21, 2);
    assertThat(ImpostorTail.ofSample(set, 1000, 1).pairs()).isEqualTo(21 * 20 / 2);
    assertThat(ImpostorTail.ofAllPairs(set).pairs()).isEqualTo(21 * 20 / 2 * 4);
    assertThat(ImpostorTail.ofSample(set, 1000, 1).at(1)).isLessThan(60);
  }

  @Test
  void poolsAllScores() {
    ImpostorTail pooled =
        ImpostorTail.pooled(List.of(ImpostorTail.of(1, 50), ImpostorTail.of(41, 3)));
    assertThat(pooled.pairs()).isEqualTo(4);
    assertThat(pooled.reaching(40)).isEqualTo(2);
    assertThat(pooled.at(1)).isEqualTo(50);
  }
}

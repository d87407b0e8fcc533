package org.ridgeline.search.signature;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ridgeline.search.gallery.PackedMinutiae;

class SurroundingsTest {
  private final Surroundings around = new Surroundings();

  @Test
  void everyNeighbourWithinReachSharesOutOne() {
    around.sort(new int[] {at(100, 100, 0), at(100, 160, 77), at(219, 100, 300), at(300, 300, 0)});
    float[] sums = new float[4];
    for (int i = 0; i < 4; i++) {
      for (int share = around.from(i); share < around.to(i); share++) {
        sums[i] += around.weight(share);
        assertThat(around.cell(share)).isBetween(0, Surroundings.CELLS - 1);
      }
    }
    assertThat(sums[0]).isCloseTo(2, org.assertj.core.data.Offset.offset(1e-4f));
    assertThat(sums[1]).isCloseTo(1, org.assertj.core.data.Offset.offset(1e-4f));
    assertThat(sums[3]).isZero();
  }

  @Test
  void reachEndsWhereItSays() {
    around.sort(new int[] {at(0, 0, 0), at(Surroundings.REACH_PX, 0, 0)});
    assertThat(around.to(1)).isEqualTo(2 * Surroundings.SHARES);
    around.sort(new int[] {at(0, 0, 0), at(Surroundings.REACH_PX + 1, 0, 0)});
    assertThat(around.to(1)).isZero();
  }

  @Test
  void aQuarterTurnOfThePrintChangesNothing() {
    // 60 px to the right and pointing 100/512 of a turn further, then the same turned by 90
    // degrees.
    around.sort(new int[] {at(300, 300, 10), at(360, 300, 110)});
    int[] cells = new int[Surroundings.SHARES];
    float[] weights = new float[Surroundings.SHARES];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = around.cell(i);
      weights[i] = around.weight(i);
    }
    around.sort(new int[] {at(300, 300, 138), at(300, 360, 238)});
    for (int i = 0; i < cells.length; i++) {
      assertThat(around.cell(i)).isEqualTo(cells[i]);
      assertThat(around.weight(i)).isEqualTo(weights[i]);
    }
  }

  private static int at(int x, int y, int turn) {
    return PackedMinutiae.word(x, y, turn, true);
  }
}

package org.ridgeline.oversight.suppress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Small nations publish month after month; then an outsider with a linear solver goes at all of
/// it. Seeds that are even have a funnel as well (a measure is the sum of two others).
class DifferencingAttackTest {
  private static final int K = 10;

  private final BitSet all = new BitSet();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 7, 9, 10, 11})
  void findsNothingWhereEachReportInheritsFromTheLast(long seed) {
    Nation nation = nation(seed);
    publish(nation, months(seed));

    CellSystem public_ = nation.whole(months(seed) - 1, all);

    assertThat(new LinearAttack(public_, all, K).narrowed(1)).isEmpty();
    assertNoSmallCellShown(public_);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void findsMuchWhereOnlySmallCellsAreHidden(long seed) {
    CellSystem public_ = nation(seed).whole(months(seed) - 1, new BitSet());
    for (int c = 0; c < public_.cells(); c++) {
      all.set(c, public_.value(c) < K);
    }

    assertThat(new LinearAttack(public_, all, K).narrowed(20)).hasSize(20);
  }

  private void assertNoSmallCellShown(CellSystem system) {
    for (int c = 0; c < system.cells(); c++) {
      assertThat(all.get(c) || system.value(c) >= K).as("cell %s", c).isTrue();
    }
    assertThat(all.cardinality()).as("something is shown").isLessThan(system.cells());
  }

  private void publish(Nation nation, int months) {
    BitSet last = new BitSet();
    for (int m = 0; m < months; m++) {
      CellSystem system = nation.step(m, last);
      Pattern pattern = (Pattern) Protector.of(system, K);
      last = new BitSet();
      for (int i = 0; i < nation.cellsOfMonth(); i++) {
        last.set(i, pattern.hidden(i));
        all.set(m * nation.cellsOfMonth() + i, pattern.hidden(i));
      }
    }
  }

  private static int months(long seed) {
    return funnel(seed) ? 3 : 6;
  }

  private static boolean funnel(long seed) {
    return seed % 2 == 0;
  }

  private static Nation nation(long seed) {
    Random random = new Random(seed);
    int more = funnel(seed) ? 2 : 6;
    int[] counties = {
      3 + random.nextInt(more), 3 + random.nextInt(more), 3 + random.nextInt(more),
    };
    return new Nation(random, counties, funnel(seed) ? 3 : 2, funnel(seed), months(seed));
  }
}

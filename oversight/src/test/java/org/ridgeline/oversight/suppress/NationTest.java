package org.ridgeline.oversight.suppress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Tables of many places. Every hidden cell is checked, not a sample. The size is one twentieth of
/// the United States'; `-Dnation.counties=3143` makes it whole.
class NationTest {
  private static final int K = 10;
  private static final int COUNTIES = Integer.getInteger("nation.counties", 157);
  private static final String[] KINDS = {
    "nation, level",
    "nation, total",
    "state, level",
    "state, total",
    "county, level",
    "county, total"
  };

  @Test
  void provesEveryHiddenCellOfTwoMonths() {
    Random random = new Random(7);
    int[] counties = new int[Math.max(2, COUNTIES / 56)];
    for (int i = 0; i < COUNTIES; i++) {
      counties[i % counties.length]++;
    }
    Nation nation = new Nation(random, counties, 8, true, 2);
    BitSet last = new BitSet();
    for (int month = 0; month < 2; month++) {
      CellSystem system = nation.step(month, last);
      Pattern pattern = (Pattern) Protector.of(system, K);
      BitSet asked = new BitSet();
      for (int c = 0; c < nation.cellsOfMonth(); c++) {
        boolean carried = pattern.reason(c).filter(Reason.CARRIED::equals).isPresent();
        asked.set(c, pattern.hidden(c) && !carried);
        assertThat(pattern.hidden(c) || system.value(c) >= K).isTrue();
      }
      assertThat(pattern.proof().unproven(system, pattern.hidden(), asked, K)).isEmpty();
      if (month == 0) {
        assertThat(((Pattern) Protector.of(system, K)).hidden()).isEqualTo(pattern.hidden());
      }
      print(nation, system, pattern);
      last = pattern.hidden().get(0, nation.cellsOfMonth());
    }
  }

  /// The numbers of docs/disclosure.md.
  private static void print(Nation nation, CellSystem system, Pattern pattern) {
    int[][] counts = new int[12][3];
    for (int c = 0; c < nation.cellsOfMonth(); c++) {
      int place = c / Nation.ROWS % nation.places();
      int row = c % Nation.ROWS == Nation.ROWS - 1 ? 1 : 0;
      int sum = c * 2 / nation.cellsOfMonth();
      int[] count = counts[sum * 6 + nation.rank(place) * 2 + row];
      count[0]++;
      count[1] += system.value(c) < K ? 1 : 0;
      count[2] += pattern.hidden(c) ? 1 : 0;
    }
    for (int i = 0; i < counts.length; i++) {
      System.out.printf(
          "%s %s: %s cells, small, hidden%n",
          i < 6 ? "month" : "since start", KINDS[i % 6], Arrays.toString(counts[i]));
    }
  }
}

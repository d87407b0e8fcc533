package org.ridgeline.oversight.suppress;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;

/// A made-up nation whose tables are published month after month: measure x jurisdiction x level,
/// for the month and since the start.
final class Nation {
  /// Five levels and their total.
  static final int ROWS = 6;

  private static final int TOTAL = ROWS - 1;
  private static final double[] SHARES = {0.06, 0.14, 0.3, 0.4, 0.1};

  /// The state of each county.
  private final int[] stateOf;

  private final int states;
  private final int measures;
  private final boolean funnel;
  private final long[][][] months;
  private final long[][][] sums;

  /// The counts of each month and since the start, by measure and then place and row.
  ///
  /// With a funnel the first measure is the sum of all others.
  Nation(Random random, int[] counties, int measures, boolean funnel, int monthCount) {
    states = counties.length;
    this.measures = measures;
    this.funnel = funnel;
    stateOf = new int[Arrays.stream(counties).sum()];
    for (int s = 0, c = 0; s < states; s++) {
      for (int i = 0; i < counties[s]; i++) {
        stateOf[c++] = s;
      }
    }
    double[] sizes = new double[stateOf.length];
    for (int c = 0; c < sizes.length; c++) {
      sizes[c] = Math.exp(3.6 + 1.6 * random.nextGaussian());
    }
    months = new long[monthCount][measures][places() * ROWS];
    sums = new long[monthCount][measures][places() * ROWS];
    for (int m = 0; m < monthCount; m++) {
      fill(random, sizes, months[m]);
      for (int q = 0; q < measures; q++) {
        for (int i = 0; i < sums[m][q].length; i++) {
          sums[m][q][i] = months[m][q][i] + (m == 0 ? 0 : sums[m - 1][q][i]);
        }
      }
    }
  }

  private void fill(Random random, double[] sizes, long[][] month) {
    for (int q = measures - 1; q >= 0; q--) {
      for (int c = 0; c < stateOf.length; c++) {
        for (int level = 0; level < TOTAL; level++) {
          long count = 0;
          if (funnel && q == 0) {
            for (int part = 1; part < measures; part++) {
              count += month[part][place(c) * ROWS + level];
            }
          } else {
            double mean = sizes[c] * SHARES[level] / (1 + q);
            count = Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
          }
          for (int place : new int[] {place(c), 1 + stateOf[c], 0}) {
            month[q][place * ROWS + level] += count;
            month[q][place * ROWS + TOTAL] += count;
          }
        }
      }
    }
  }

  int places() {
    return 1 + states + stateOf.length;
  }

  private int place(int county) {
    return 1 + states + county;
  }

  int cellsOfMonth() {
    return 2 * measures * places() * ROWS;
  }

  /// 0 for the nation, 1 for a state, 2 for a county.
  int rank(int place) {
    return place == 0 ? 0 : place <= states ? 1 : 2;
  }

  /// The index of a cell within its month.
  int at(boolean sum, int measure, int place, int row) {
    return (((sum ? 1 : 0) * measures + measure) * places() + place) * ROWS + row;
  }

  private int weight(boolean sum, int place, int row) {
    int[] byRank = {100, 10, 1};
    return byRank[rank(place)] * (row == TOTAL ? 5 : 1) * (sum ? 2 : 1);
  }

  /// Months 0 up to the given one in one system. What earlier reports hid is in `before`, a bit a
  /// cell; the last month is open.
  CellSystem whole(int last, BitSet before) {
    CellSystem.Builder builder = new CellSystem.Builder();
    for (int m = 0; m <= last; m++) {
      int month = m;
      addCells(
          builder,
          m,
          false,
          i ->
              month == last
                  ? Standing.OPEN
                  : before.get(month * cellsOfMonth() + i) ? Standing.HIDDEN : Standing.SHOWN);
    }
    for (int m = 0; m <= last; m++) {
      equations(builder, m * cellsOfMonth(), false);
      grow(builder, (m - 1) * cellsOfMonth(), m * cellsOfMonth(), m == 0);
    }
    return builder.build();
  }

  /// One month and the sums of the one before. What the earlier report hid is in `before`, a bit a
  /// cell of its month. Cells of the month come first.
  CellSystem step(int month, BitSet before) {
    CellSystem.Builder builder = new CellSystem.Builder();
    addCells(builder, month, false, i -> Standing.OPEN);
    equations(builder, 0, false);
    if (month == 0) {
      grow(builder, 0, 0, true);
      return builder.build();
    }
    int half = cellsOfMonth() / 2;
    addCells(builder, month - 1, true, i -> before.get(i) ? Standing.INHERITED : Standing.SHOWN);
    equations(builder, half, true);
    grow(builder, half, 0, false);
    for (int i = half; i < cellsOfMonth(); i++) {
      if (before.get(i)) {
        builder.succeed(half + i, i);
      }
    }
    return builder.build();
  }

  private void addCells(
      CellSystem.Builder builder,
      int month,
      boolean onlySums,
      java.util.function.IntFunction<Standing> standing) {
    for (boolean sum : onlySums ? new boolean[] {true} : new boolean[] {false, true}) {
      for (int q = 0; q < measures; q++) {
        for (int place = 0; place < places(); place++) {
          for (int row = 0; row < ROWS; row++) {
            long value = (sum ? sums : months)[month][q][place * ROWS + row];
            builder.add(
                new Cell(value, weight(sum, place, row), standing.apply(at(sum, q, place, row))));
          }
        }
      }
    }
  }

  private void equations(CellSystem.Builder builder, int base, boolean onlySums) {
    for (boolean sum : onlySums ? new boolean[] {true} : new boolean[] {false, true}) {
      for (int q = 0; q < measures; q++) {
        for (int place = 0; place < places(); place++) {
          int[] levels = new int[TOTAL];
          for (int row = 0; row < TOTAL; row++) {
            levels[row] = base + at(sum, q, place, row);
          }
          builder.equation(base + at(sum, q, place, TOTAL), levels);
        }
        for (int row = 0; row < ROWS; row++) {
          for (int place = 0; place <= states; place++) {
            builder.equation(base + at(sum, q, place, row), parts(base, sum, q, place, row));
          }
        }
      }
      for (int i = 0; funnel && i < places() * ROWS; i++) {
        int[] parts = new int[measures - 1];
        for (int q = 1; q < measures; q++) {
          parts[q - 1] = base + at(sum, q, 0, 0) + i;
        }
        builder.equation(base + at(sum, 0, 0, 0) + i, parts);
      }
    }
  }

  private int[] parts(int base, boolean sum, int measure, int place, int row) {
    int[] parts = new int[places()];
    int count = 0;
    for (int p = 1; p < places(); p++) {
      boolean part = place == 0 ? p <= states : p > states && stateOf[p - 1 - states] == place - 1;
      if (part) {
        parts[count++] = base + at(sum, measure, p, row);
      }
    }
    return Arrays.copyOf(parts, count);
  }

  /// The sums of a month are those of the one before and the month.
  private void grow(CellSystem.Builder builder, int before, int base, boolean first) {
    int half = cellsOfMonth() / 2;
    for (int i = 0; i < half; i++) {
      if (first) {
        builder.equation(base + half + i, base + i);
      } else {
        builder.equation(base + half + i, before + half + i, base + i);
      }
    }
  }
}

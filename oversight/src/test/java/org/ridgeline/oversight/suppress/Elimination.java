package org.ridgeline.oversight.suppress;

import java.util.ArrayList;
import java.util.List;

/// Solves homogeneous equations in whole numbers: which unknowns are free, and how the others
/// follow from them.
final class Elimination {
  private final long[][] rows;
  private final int unknowns;

  /// The row that an unknown is solved by, −1 for a free one.
  private final int[] rowOf;

  Elimination(long[][] rows, int unknowns) {
    this.rows = rows;
    this.unknowns = unknowns;
    rowOf = new int[unknowns];
    java.util.Arrays.fill(rowOf, -1);
    for (int r = 0; r < rows.length; r++) {
      int pivot = unit(rows[r]);
      if (pivot >= 0) {
        rowOf[pivot] = r;
        for (int other = 0; other < rows.length; other++) {
          if (other != r && rows[other][pivot] != 0) {
            subtract(rows[other], rows[r], rows[other][pivot] * rows[r][pivot]);
          }
        }
      }
    }
  }

  /// An unknown with a factor of one; −1 when the row is empty.
  private static int unit(long[] row) {
    boolean empty = true;
    for (int i = 0; i < row.length; i++) {
      if (Math.abs(row[i]) == 1) {
        return i;
      }
      empty &= row[i] == 0;
    }
    if (!empty) {
      throw new IllegalStateException("an equation has no factor of one");
    }
    return -1;
  }

  private static void subtract(long[] from, long[] row, long times) {
    for (int i = 0; i < from.length; i++) {
      if (row[i] != 0) {
        from[i] = Math.subtractExact(from[i], Math.multiplyExact(times, row[i]));
      }
    }
  }

  /// For each unknown its factor of each free one.
  long[][] shares() {
    List<Integer> free = new ArrayList<>();
    for (int i = 0; i < unknowns; i++) {
      if (rowOf[i] < 0) {
        free.add(i);
      }
    }
    long[][] shares = new long[unknowns][free.size()];
    for (int i = 0; i < unknowns; i++) {
      for (int f = 0; f < free.size(); f++) {
        if (rowOf[i] < 0) {
          shares[i][f] = free.get(f) == i ? 1 : 0;
        } else {
          shares[i][f] = -rows[rowOf[i]][free.get(f)] * rows[rowOf[i]][i];
        }
      }
    }
    return shares;
  }
}

package org.ridgeline.oversight.suppress;

import java.util.Arrays;

/// Counts and every equation between them that an outsider knows: all tables of a report, and of
/// the earlier ones that it can be compared with.
///
/// A cell is named by its index, in the order of adding. A count that two tables show is one cell.
/// - **Layout** equations and, turned round, cells lie in flat arrays; a row is from `start[i]` up
///   to `start[i + 1]`
public final class CellSystem {
  final long[] values;
  final int[] weights;
  final Standing[] standings;
  final int[] equationStart;
  final int[] equationCells;
  final byte[] equationSigns;
  final int[] cellStart;
  final int[] cellEquations;
  final byte[] cellSigns;

  /// The successor of each inherited cell, −1 where there is none.
  final int[] successors;

  private CellSystem(Builder from) {
    values = Arrays.copyOf(from.values, from.cells);
    weights = Arrays.copyOf(from.weights, from.cells);
    standings = Arrays.copyOf(from.standings, from.cells);
    successors = Arrays.copyOf(from.successors, from.cells);
    equationStart = Arrays.copyOf(from.starts, from.equations + 1);
    equationCells = Arrays.copyOf(from.terms, from.termCount);
    equationSigns = Arrays.copyOf(from.signs, from.termCount);
    cellStart = new int[from.cells + 1];
    cellEquations = new int[from.termCount];
    cellSigns = new byte[from.termCount];
    turnRound();
  }

  private void turnRound() {
    for (int cell : equationCells) {
      cellStart[cell + 1]++;
    }
    for (int i = 0; i < values.length; i++) {
      cellStart[i + 1] += cellStart[i];
    }
    int[] next = Arrays.copyOf(cellStart, values.length);
    for (int e = 0; e + 1 < equationStart.length; e++) {
      for (int i = equationStart[e]; i < equationStart[e + 1]; i++) {
        int at = next[equationCells[i]]++;
        cellEquations[at] = e;
        cellSigns[at] = equationSigns[i];
      }
    }
  }

  /// How many cells there are.
  public int cells() {
    return values.length;
  }

  /// How many equations there are.
  public int equations() {
    return equationStart.length - 1;
  }

  /// The count in a cell.
  public long value(int cell) {
    return values[cell];
  }

  /// What earlier reports did with a cell.
  public Standing standing(int cell) {
    return standings[cell];
  }

  /// The cells of an equation: those of the left side, and those of the right one as `−1 − cell`.
  public int[] equation(int equation) {
    int from = equationStart[equation];
    int[] terms = new int[equationStart[equation + 1] - from];
    for (int i = 0; i < terms.length; i++) {
      int cell = equationCells[from + i];
      terms[i] = equationSigns[from + i] > 0 ? cell : -1 - cell;
    }
    return terms;
  }

  /// Takes cells and equations one after the other.
  public static final class Builder {
    private long[] values = new long[1024];
    private int[] weights = new int[1024];
    private Standing[] standings = new Standing[1024];
    private int[] successors = new int[1024];
    private int cells;
    private int[] starts = new int[1024];
    private int equations;
    private int[] terms = new int[4096];
    private byte[] signs = new byte[4096];
    private int termCount;

    /// An empty system.
    public Builder() {}

    /// Adds a cell and gives its index.
    public int add(Cell cell) {
      if (cells == Limits.CELLS_MAX) {
        throw new IllegalArgumentException("cells=" + (cells + 1L) + " limit=" + cells);
      }
      if (cells == values.length) {
        int longer = Math.min(Limits.CELLS_MAX, cells * 2);
        values = Arrays.copyOf(values, longer);
        weights = Arrays.copyOf(weights, longer);
        standings = Arrays.copyOf(standings, longer);
        successors = Arrays.copyOf(successors, longer);
      }
      values[cells] = cell.value();
      weights[cells] = cell.weight();
      standings[cells] = cell.standing();
      successors[cells] = -1;
      return cells++;
    }

    /// States that a total is the sum of its parts.
    public Builder equation(int total, int... parts) {
      return balance(new int[] {total}, parts);
    }

    /// States that two sums are equal, as in "waiting before + came = waiting now + decided".
    public Builder balance(int[] left, int[] right) {
      int size = left.length + right.length;
      if (size > Limits.EQUATION_CELLS_MAX) {
        throw new IllegalArgumentException("terms=" + size + " limit=" + Limits.EQUATION_CELLS_MAX);
      }
      long difference = 0;
      for (int cell : left) {
        difference += values[known(cell)];
        term(cell, 1);
      }
      for (int cell : right) {
        difference -= values[known(cell)];
        term(cell, -1);
      }
      if (difference != 0) {
        throw new IllegalArgumentException(
            "equation=" + equations + " difference=" + difference + " expected=0");
      }
      if (equations + 1 == starts.length) {
        starts = Arrays.copyOf(starts, starts.length * 2);
      }
      starts[++equations] = termCount;
      return this;
    }

    /// States that an open cell goes on where an inherited one ended: it has the same place in the
    /// tables, and is that count and what came since.
    public Builder succeed(int earlier, int later) {
      if (standings[known(earlier)] != Standing.INHERITED
          || standings[known(later)] != Standing.OPEN) {
        throw new IllegalArgumentException(
            "standings=" + standings[earlier] + "," + standings[later] + " limit=INHERITED,OPEN");
      }
      if (values[later] < values[earlier]) {
        throw new IllegalArgumentException(
            "value=" + values[later] + " limit=" + values[earlier] + " or more");
      }
      successors[earlier] = later;
      return this;
    }

    /// The system.
    public CellSystem build() {
      return new CellSystem(this);
    }

    private int known(int cell) {
      if (cell < 0 || cell >= cells) {
        throw new IllegalArgumentException("cell=" + cell + " limit=0.." + (cells - 1));
      }
      return cell;
    }

    private void term(int cell, int sign) {
      if (termCount == terms.length) {
        terms = Arrays.copyOf(terms, termCount * 2);
        signs = Arrays.copyOf(signs, termCount * 2);
      }
      terms[termCount] = cell;
      signs[termCount++] = (byte) sign;
    }
  }
}

package org.ridgeline.oversight.suppress;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/// Finds moves that raise or lower a hidden cell, hiding as little as they can.
///
/// One cell changes; every equation that this breaks gets another cell to make up for it, until
/// none is broken. At each equation the most promising cell is taken; a few times in a move it may
/// be the second or third. The search may miss a move that exists, and then more is hidden.
final class MoveSearch {
  static final long FAR = Long.MAX_VALUE / 4;

  private static final int BRANCHES = 6;

  private final CellSystem system;
  private final BitSet hidden;
  private final byte[] signOf;
  private final int[] sums;
  private final int[] broken;
  private final int[] placeInBroken;
  private int brokenCount;
  private final int[] stack = new int[Limits.MOVE_CELLS_MAX];
  private int size;
  private int stepsLeft;

  /// The tables that moves start from, as differences from the true ones.
  private final long[] changes;

  /// How often a move must be possible; down counts only where both ways do.
  private long need;

  /// What is asked of a move.
  ///
  /// @param need how often it must be possible
  /// @param price what it may cost to hide the shown cells it needs
  /// @param swerves how many second choices it may have
  /// @param bothWays whether the times it can be made backwards count
  record Wish(long need, long price, int swerves, boolean bothWays) {}

  MoveSearch(CellSystem system, BitSet hidden) {
    this.system = system;
    this.hidden = hidden;
    signOf = new byte[system.cells()];
    sums = new int[system.equations()];
    broken = new int[system.equations()];
    placeInBroken = new int[system.equations()];
    changes = new long[system.cells()];
  }

  /// A move that raises the cell (sign 1) or lowers it (sign −1).
  Optional<Move> find(int cell, int sign, int steps, Wish wish) {
    stepsLeft = steps;
    need = wish.need;
    long down = wish.bothWays ? value(cell) : 0;
    long up = sign > 0 ? FAR : value(cell);
    if (down + up < need) {
      return Optional.empty();
    }
    put(cell, sign);
    boolean found = close(wish.price, wish.swerves, down, up);
    Optional<Move> move = found ? Optional.of(taken()) : Optional.empty();
    while (size > 0) {
      takeBack();
    }
    return move;
  }

  /// Makes a move a number of times, for the moves to come.
  void make(Move move, long times) {
    for (int i = 0; i < move.cells().length; i++) {
      changes[move.cells()[i]] += times * move.signs()[i];
    }
  }

  /// How often a move can be made.
  long room(Move move, int direction) {
    long room = FAR;
    for (int i = 0; i < move.cells().length; i++) {
      if (move.signs()[i] * direction < 0) {
        room = Math.min(room, value(move.cells()[i]));
      }
    }
    return room;
  }

  private long value(int cell) {
    return system.values[cell] + changes[cell];
  }

  private Move taken() {
    int[] cells = Arrays.copyOf(stack, size);
    byte[] signs = new byte[size];
    for (int i = 0; i < size; i++) {
      signs[i] = signOf[cells[i]];
    }
    return new Move(cells, signs);
  }

  /// Whether the broken equations can be made up for; `down` and `up` are the room that is left.
  private boolean close(long price, int swerves, long down, long up) {
    if (brokenCount == 0) {
      return true;
    }
    if (size == stack.length || --stepsLeft < 0) {
      return false;
    }
    int equation = narrowest();
    Candidates candidates = new Candidates();
    for (int i = system.equationStart[equation]; i < system.equationStart[equation + 1]; i++) {
      int cell = system.equationCells[i];
      int sign = sums[equation] * system.equationSigns[i] > 0 ? -1 : 1;
      if (signOf[cell] != 0 || cost(cell) > price) {
        continue;
      }
      long value = value(cell);
      long room = sign > 0 ? Math.min(down, value) + up : down + Math.min(up, value);
      if (room >= need) {
        candidates.offer(cell, sign, breaks(cell, sign));
      }
    }
    for (int i = 0; i < candidates.count && i <= swerves && stepsLeft > 0; i++) {
      int cell = candidates.cells[i];
      int sign = candidates.signs[i];
      long value = value(cell);
      put(cell, sign);
      if (close(
          price - cost(cell),
          swerves - i,
          sign > 0 ? Math.min(down, value) : down,
          sign > 0 ? up : Math.min(up, value))) {
        return true;
      }
      takeBack();
    }
    return false;
  }

  /// The broken equation with the fewest cells: it leaves the least choice.
  private int narrowest() {
    int best = broken[0];
    int bestCells = Integer.MAX_VALUE;
    for (int i = 0; i < brokenCount; i++) {
      int e = broken[i];
      int cells = system.equationStart[e + 1] - system.equationStart[e];
      if (cells < bestCells || cells == bestCells && e < best) {
        best = e;
        bestCells = cells;
      }
    }
    return best;
  }

  private long cost(int cell) {
    return switch (system.standings[cell]) {
      case SHOWN, INHERITED -> Long.MAX_VALUE;
      case HIDDEN -> 0;
      case OPEN -> hidden.get(cell) ? 0 : system.weights[cell];
    };
  }

  /// How many more equations are broken with this cell than without.
  private int breaks(int cell, int sign) {
    int more = 0;
    for (int at = system.cellStart[cell]; at < system.cellStart[cell + 1]; at++) {
      int sum = sums[system.cellEquations[at]];
      more += Math.abs(sum + sign * system.cellSigns[at]) - Math.abs(sum);
    }
    return more;
  }

  private void put(int cell, int sign) {
    signOf[cell] = (byte) sign;
    stack[size++] = cell;
    change(cell, sign);
  }

  private void takeBack() {
    int cell = stack[--size];
    change(cell, -signOf[cell]);
    signOf[cell] = 0;
  }

  private void change(int cell, int sign) {
    for (int at = system.cellStart[cell]; at < system.cellStart[cell + 1]; at++) {
      int e = system.cellEquations[at];
      boolean before = sums[e] != 0;
      sums[e] += sign * system.cellSigns[at];
      boolean after = sums[e] != 0;
      if (after && !before) {
        placeInBroken[e] = brokenCount;
        broken[brokenCount++] = e;
      } else if (before && !after) {
        int last = broken[--brokenCount];
        broken[placeInBroken[e]] = last;
        placeInBroken[last] = placeInBroken[e];
      }
    }
  }

  /// The best few cells for one equation, best first: those that mend most, then the cheapest, then
  /// among hidden ones the largest and among shown ones the smallest.
  private final class Candidates {
    private final int[] cells = new int[BRANCHES];
    private final int[] signs = new int[BRANCHES];
    private final int[] more = new int[BRANCHES];
    private int count;

    private void offer(int cell, int sign, int breaks) {
      int at = count;
      while (at > 0 && before(cell, breaks, at - 1)) {
        at--;
      }
      if (at == BRANCHES) {
        return;
      }
      count = Math.min(BRANCHES, count + 1);
      for (int i = count - 1; i > at; i--) {
        cells[i] = cells[i - 1];
        signs[i] = signs[i - 1];
        more[i] = more[i - 1];
      }
      cells[at] = cell;
      signs[at] = sign;
      more[at] = breaks;
    }

    private boolean before(int cell, int breaks, int other) {
      if (breaks != more[other]) {
        return breaks < more[other];
      }
      long cost = cost(cell);
      long otherCost = cost(cells[other]);
      if (cost != otherCost) {
        return cost < otherCost;
      }
      long difference = value(cell) - value(cells[other]);
      return cost == 0 ? difference > 0 : difference < 0;
    }
  }
}

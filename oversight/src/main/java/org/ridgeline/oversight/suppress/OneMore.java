package org.ridgeline.oversight.suppress;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The last resort: a move as if one more person had been counted, in a cell that is the total of
/// no other, and so in every total above it; and where such a total is split in another way, too,
/// in the same part of that split wherever it stands.
///
/// Where all those cells are open, which is so in a report that hides all its own cells, there
/// always is one; it hides much.
final class OneMore {
  private static final int LEAVES_MAX = 300;

  /// Parts of another split that are tried.
  private static final int PARTS_MAX = 5;

  private final CellSystem system;
  private final BitSet hidden;

  OneMore(CellSystem system, BitSet hidden) {
    this.system = system;
    this.hidden = hidden;
  }

  /// The cheapest such move, of some hundred, that raises the cell.
  Optional<Move> find(int cell) {
    Optional<Move> best = Optional.empty();
    long bestCost = Long.MAX_VALUE;
    for (int leaf : leaves(cell)) {
      for (int part = 0; part < PARTS_MAX; part++) {
        Optional<Move> move = above(leaf, part);
        if (move.isPresent() && cost(move.get()) < bestCost) {
          best = move;
          bestCost = cost(move.get());
        }
      }
    }
    return best;
  }

  private Set<Integer> leaves(int cell) {
    Set<Integer> leaves = new LinkedHashSet<>();
    Set<Integer> seen = new LinkedHashSet<>();
    ArrayDeque<Integer> stack = new ArrayDeque<>();
    stack.push(cell);
    while (!stack.isEmpty() && leaves.size() < LEAVES_MAX) {
      int at = stack.pop();
      if (!movable(at) || !seen.add(at)) {
        continue;
      }
      boolean leaf = true;
      for (int i = system.cellStart[at]; i < system.cellStart[at + 1]; i++) {
        if (system.cellSigns[i] > 0) {
          leaf = false;
          int e = system.cellEquations[i];
          for (int j = system.equationStart[e]; j < system.equationStart[e + 1]; j++) {
            if (system.equationSigns[j] < 0) {
              stack.push(system.equationCells[j]);
            }
          }
        }
      }
      if (leaf) {
        leaves.add(at);
      }
    }
    return leaves;
  }

  /// A leaf and all totals above it, where that breaks nothing; in other splits of those totals the
  /// part of the same place, the last one where they have fewer.
  private Optional<Move> above(int leaf, int part) {
    Set<Integer> cells = new LinkedHashSet<>();
    Map<Integer, Integer> sums = new TreeMap<>();
    ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(leaf));
    while (!queue.isEmpty()) {
      if (!rise(queue, cells, sums)) {
        return Optional.empty();
      }
      sums.entrySet().stream()
          .filter(sum -> sum.getValue() > 0)
          .map(sum -> part(sum.getKey(), part))
          .filter(cell -> !cells.contains(cell))
          .forEach(queue::add);
    }
    if (sums.values().stream().anyMatch(sum -> sum != 0)) {
      return Optional.empty();
    }
    byte[] signs = new byte[cells.size()];
    Arrays.fill(signs, (byte) 1);
    return Optional.of(new Move(cells.stream().mapToInt(c -> c).toArray(), signs));
  }

  /// Takes in what is queued and every total above; whether all of it can move.
  private boolean rise(ArrayDeque<Integer> queue, Set<Integer> cells, Map<Integer, Integer> sums) {
    while (!queue.isEmpty()) {
      int cell = queue.remove();
      if (!movable(cell)) {
        return false;
      }
      if (!cells.add(cell)) {
        continue;
      }
      for (int i = system.cellStart[cell]; i < system.cellStart[cell + 1]; i++) {
        int e = system.cellEquations[i];
        sums.merge(e, (int) system.cellSigns[i], Integer::sum);
        if (system.cellSigns[i] < 0) {
          queue.add(system.equationCells[system.equationStart[e]]);
        }
      }
    }
    return true;
  }

  private int part(int equation, int place) {
    int first = system.equationStart[equation] + 1;
    int last = system.equationStart[equation + 1] - 1;
    return system.equationCells[Math.min(first + place, last)];
  }

  private long cost(Move move) {
    long cost = 0;
    for (int cell : move.cells()) {
      cost += hidden.get(cell) ? 0 : system.weights[cell];
    }
    return cost;
  }

  private boolean movable(int cell) {
    return switch (system.standings[cell]) {
      case OPEN, HIDDEN -> true;
      case SHOWN, INHERITED -> false;
    };
  }
}

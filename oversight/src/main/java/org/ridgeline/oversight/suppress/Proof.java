package org.ridgeline.oversight.suppress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Why nobody can narrow a hidden cell to fewer than k values: for each one a path of moves from
/// the true tables to others that look the same to the public, on which it takes k values.
///
/// A step of a path changes a cell by one or not at all, and all tables on it hold whole numbers
/// not below zero. So the proof holds against sums, differences, bounds, whole-number and parity
/// arguments alike. The check knows nothing of how paths are found.
public final class Proof {
  private static final int NONE = -1;

  private final List<Path> paths = new ArrayList<>();
  private final int[] pathOf;

  Proof(int cells) {
    pathOf = new int[cells];
    Arrays.fill(pathOf, NONE);
  }

  /// Takes a path for all cells that it moves far enough.
  void add(CellSystem system, Path path, int k) {
    for (Map.Entry<Integer, Span> entry : spans(system, path).entrySet()) {
      if (pathOf[entry.getKey()] == NONE && entry.getValue().values() >= k) {
        pathOf[entry.getKey()] = paths.size();
      }
    }
    paths.add(path);
  }

  boolean proves(int cell) {
    return pathOf[cell] != NONE;
  }

  /// How many paths there are.
  public int paths() {
    return paths.size();
  }

  /// The cells among those asked for that this proof does not prove, by arithmetic alone.
  /// - **Shape** ascending; empty when all is proven
  public List<Integer> unproven(CellSystem system, BitSet hidden, BitSet asked, int k) {
    BitSet proven = new BitSet();
    for (Path path : paths) {
      boolean balanced = true;
      for (Move move : path.moves()) {
        balanced &= balanced(system, hidden, move);
      }
      Map<Integer, Span> spans = spans(system, path);
      if (balanced && spans.values().stream().allMatch(span -> span.low >= 0)) {
        spans.forEach((cell, span) -> {
          if (span.values() >= k) {
            proven.set(cell);
          }
        });
      }
    }
    BitSet missing = (BitSet) asked.clone();
    missing.andNot(proven);
    return missing.stream().boxed().toList();
  }

  private static boolean balanced(CellSystem system, BitSet hidden, Move move) {
    Map<Integer, Integer> sums = new HashMap<>();
    for (int i = 0; i < move.cells().length; i++) {
      int cell = move.cells()[i];
      if (!hidden.get(cell) || Math.abs(move.signs()[i]) != 1 || fixed(system, cell)) {
        return false;
      }
      for (int at = system.cellStart[cell]; at < system.cellStart[cell + 1]; at++) {
        int change = move.signs()[i] * system.cellSigns[at];
        sums.merge(system.cellEquations[at], change, Integer::sum);
      }
    }
    long cells = Arrays.stream(move.cells()).distinct().count();
    return cells == move.cells().length && sums.values().stream().allMatch(sum -> sum == 0);
  }

  private static boolean fixed(CellSystem system, int cell) {
    return switch (system.standing(cell)) {
      case SHOWN, INHERITED -> true;
      case OPEN, HIDDEN -> false;
    };
  }

  private static Map<Integer, Span> spans(CellSystem system, Path path) {
    Map<Integer, Span> spans = new HashMap<>();
    for (int m = 0; m < path.moves().length; m++) {
      Move move = path.moves()[m];
      for (int i = 0; i < move.cells().length; i++) {
        int cell = move.cells()[i];
        Span span = spans.computeIfAbsent(cell, c -> new Span(system.value(c)));
        span.change((long) path.times()[m] * move.signs()[i]);
      }
    }
    return spans;
  }

  /// Between what a cell's value is on a path.
  private static final class Span {
    private long now;
    private long low;
    private long high;

    private Span(long value) {
      now = value;
      low = value;
      high = value;
    }

    private void change(long by) {
      now += by;
      low = Math.min(low, now);
      high = Math.max(high, now);
    }

    private long values() {
      return high - low + 1;
    }
  }
}

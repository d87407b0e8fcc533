package org.ridgeline.oversight.suppress;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// Finds a path on which a hidden cell takes k values: one move where it can, several where no
/// single cell has enough to give.
///
/// Cells already hidden cost nothing; a dearer path is looked for only when no cheaper one was
/// found.
final class PathSearch {
  /// What is tried, one after the other: a short look at each price first, and before much is
  /// hidden a long one at low prices.
  private static final List<Effort> EFFORTS =
      List.of(
          new Effort(0, 600, 2),
          new Effort(4, 600, 2),
          new Effort(12, 600, 2),
          new Effort(40, 600, 2),
          new Effort(120, 600, 2),
          new Effort(400, 600, 2),
          new Effort(40, 6_000, 4),
          new Effort(120, 6_000, 4),
          new Effort(400, Limits.SEARCH_STEPS_MAX, 5),
          new Effort(1_500, 6_000, 4),
          new Effort(6_000, 6_000, 4),
          new Effort(16_000, 6_000, 4),
          new Effort(60_000, 6_000, 4),
          new Effort(120_000, 6_000, 4),
          new Effort(400_000, Limits.SEARCH_STEPS_MAX, 5));

  private final MoveSearch moves;
  private final OneMore last;
  private final int k;

  /// A try.
  ///
  /// @param price what one move may cost
  /// @param steps how many cells may be tried
  /// @param swerves how many second choices a move may have
  private record Effort(long price, int steps, int swerves) {}

  PathSearch(CellSystem system, BitSet hidden, int k) {
    moves = new MoveSearch(system, hidden);
    last = new OneMore(system, hidden);
    this.k = k;
  }

  /// A path on which this cell takes k values.
  Optional<Path> find(int cell) {
    for (Effort effort : EFFORTS) {
      Optional<Path> path = single(cell, effort);
      if (path.isEmpty()) {
        path = chain(cell, effort);
      }
      if (path.isPresent()) {
        return path;
      }
    }
    return last.find(cell).map(move -> new Path(new Move[] {move}, new int[] {k - 1}));
  }

  private Optional<Path> single(int cell, Effort effort) {
    for (int swerves = 0; swerves <= effort.swerves; swerves++) {
      Optional<Move> found =
          moves.find(
              cell, 1, effort.steps, new MoveSearch.Wish(k - 1, effort.price, swerves, true));
      if (found.isPresent()) {
        Move move = found.get();
        int down = (int) Math.min(k - 1, moves.room(move, -1));
        int up = (int) Math.min(k - 1, moves.room(move, 1));
        return Optional.of(new Path(new Move[] {move, move}, new int[] {-down, down + up}));
      }
    }
    return Optional.empty();
  }

  /// Moves that raise the cell as far as is needed or possible, the way back, and moves that lower
  /// it as far as is then missing.
  private Optional<Path> chain(int cell, Effort effort) {
    List<Move> made = new ArrayList<>();
    List<Integer> times = new ArrayList<>();
    int missing = k - 1;
    for (int sign = 1; sign >= -1 && missing > 0; sign -= 2) {
      int from = made.size();
      for (Optional<Move> found = link(cell, sign, effort, missing);
          found.isPresent() && missing > 0;
          found = missing > 0 ? link(cell, sign, effort, missing) : Optional.empty()) {
        int often = (int) Math.min(missing, moves.room(found.get(), 1));
        moves.make(found.get(), often);
        made.add(found.get());
        times.add(often);
        missing -= often;
      }
      for (int i = made.size() - 1; i >= from; i--) {
        moves.make(made.get(i), -times.get(i));
        made.add(made.get(i));
        times.add(-times.get(i));
      }
    }
    return missing > 0
        ? Optional.empty()
        : Optional.of(
            new Path(
                made.toArray(Move[]::new), times.stream().mapToInt(Integer::intValue).toArray()));
  }

  private Optional<Move> link(int cell, int sign, Effort effort, int missing) {
    for (int swerves = 0; swerves <= effort.swerves; swerves++) {
      for (int need = missing; need > 0; need /= 3) {
        Optional<Move> move =
            moves.find(
                cell, sign, effort.steps, new MoveSearch.Wish(need, effort.price, swerves, false));
        if (move.isPresent()) {
          return move;
        }
      }
    }
    return Optional.empty();
  }
}

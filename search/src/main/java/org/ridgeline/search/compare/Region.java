package org.ridgeline.search.compare;

/// Cells of a print's lattice that are marked, and the box around them.
final class Region {
  /// Where nothing marked is near, in cells.
  static final float FAR = 1e6f;

  /// A step aside costs 1, one across corners so much more.
  private static final float SLANT = 0.4f;

  final int columns;
  final int rows;
  int count;
  private final boolean[] cells;
  private int left;
  private int right = -1;
  private int top;
  private int bottom = -1;

  Region(int columns, int rows) {
    this.columns = columns;
    this.rows = rows;
    cells = new boolean[columns * rows];
    left = columns;
    top = rows;
  }

  private boolean isOnLattice(int column, int row) {
    return column >= 0 && row >= 0 && column < columns && row < rows;
  }

  void mark(int column, int row) {
    int cell = row * columns + column;
    count += cells[cell] ? 0 : 1;
    cells[cell] = true;
    left = Math.min(left, column);
    right = Math.max(right, column);
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
  }

  boolean has(int cell) {
    return cells[cell];
  }

  /// The box around all that is marked; empty if nothing is.
  Box box() {
    return new Box(left, top, right, bottom);
  }

  /// How far a cell of the lattice lies from the nearest marked one, in cells, straight steps
  /// counting 1, slanting ones 1.4; [#FAR] if none lies within so many steps.
  float distance(int column, int row, int steps) {
    float least = cells[row * columns + column] ? 0 : FAR;
    for (int step = 1; step <= steps && step < least; step++) {
      for (int aside = -step; aside <= step; aside++) {
        float away = step + SLANT * Math.min(step, Math.abs(aside));
        if (away < least
            && (isMarked(column + aside, row - step)
                || isMarked(column + aside, row + step)
                || isMarked(column - step, row + aside)
                || isMarked(column + step, row + aside))) {
          least = away;
        }
      }
    }
    return least;
  }

  private boolean isMarked(int column, int row) {
    return isOnLattice(column, row) && cells[row * columns + column];
  }

  /// How many cells only one of the two has.
  int differing(Region other) {
    int differing = 0;
    for (int i = 0; i < cells.length; i++) {
      differing += cells[i] != other.cells[i] ? 1 : 0;
    }
    return differing;
  }
}

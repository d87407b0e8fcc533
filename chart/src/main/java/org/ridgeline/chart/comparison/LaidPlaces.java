package org.ridgeline.chart.comparison;

import org.ridgeline.search.compare.Laying;
import org.ridgeline.vocabulary.RidgeCells;

/// Where any place of the upper print lies on the lower, between the centres of its cells.
/// - **Shape** after [#at]: `x`, `y`
/// - **Unit** pixels
final class LaidPlaces {
  private static final int CELL_PX = RidgeCells.SIDE_PX;

  double x;
  double y;
  private final Laying laying;

  LaidPlaces(Laying laying) {
    this.laying = laying;
  }

  /// The cell of a place; beyond the last ones, the last.
  int cell(int px, int py) {
    int column = Math.min(px / CELL_PX, laying.columns() - 1);
    int row = Math.min(py / CELL_PX, laying.rows() - 1);
    return row * laying.columns() + column;
  }

  void at(double px, double py) {
    double fx = px / CELL_PX - 0.5;
    double fy = py / CELL_PX - 0.5;
    int column = Math.clamp((int) Math.floor(fx), 0, Math.max(0, laying.columns() - 2));
    int row = Math.clamp((int) Math.floor(fy), 0, Math.max(0, laying.rows() - 2));
    int right = Math.min(column + 1, laying.columns() - 1);
    int below = Math.min(row + 1, laying.rows() - 1);
    x = 0;
    y = 0;
    add(column, row, (1 - (fx - column)) * (1 - (fy - row)));
    add(right, row, (fx - column) * (1 - (fy - row)));
    add(column, below, (1 - (fx - column)) * (fy - row));
    add(right, below, (fx - column) * (fy - row));
  }

  private void add(int column, int row, double weight) {
    Laying.Cell cell = laying.cells().get(row * laying.columns() + column);
    x += weight * cell.x();
    y += weight * cell.y();
  }
}

package org.ridgeline.oversight.inventory;

import java.util.ArrayList;
import java.util.List;

/// A row of the inventory.
/// - **Shape** `cells` one a column of its part
/// - **Error** another number of cells: IllegalArgumentException
public record Entry(Part part, List<String> cells) {
  public Entry {
    cells = List.copyOf(cells);
    if (cells.size() != part.columns().size()) {
      throw new IllegalArgumentException(
          "part=" + part + " cells=" + cells.size() + " limit=" + part.columns().size());
    }
  }

  /// A row.
  public static Entry of(Part part, String... cells) {
    return new Entry(part, List.of(cells));
  }

  /// The cell of a column.
  /// - **Error** no such column: IllegalArgumentException
  public String cell(String column) {
    int at = part.columns().indexOf(column);
    if (at < 0) {
      throw new IllegalArgumentException("column=" + column + " limit=" + part.columns());
    }
    return cells.get(at);
  }

  /// The same with another cell.
  Entry with(String column, String text) {
    List<String> others = new ArrayList<>(cells);
    others.set(part.columns().indexOf(column), text);
    return new Entry(part, others);
  }
}

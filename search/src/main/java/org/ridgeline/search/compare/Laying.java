package org.ridgeline.search.compare;

import java.util.List;
import org.ridgeline.vocabulary.RidgeCells;
import org.ridgeline.vocabulary.RidgePrint;

/// One print, the upper, as it was laid on another, the lower: where every part of it came to lie
/// and what agreed there.
/// - **Shape** `columns` × `rows` cells of [RidgeCells#SIDE_PX] pixels of the upper print, row by
///   row; `aloneUpper`, `aloneLower`: by number, the minutiae that could have found a partner near
///   where the prints agree and did not
/// - **Unit** pixels of 500 ppi
/// - **Error** another number of cells: IllegalArgumentException
public record Laying(
    int columns,
    int rows,
    List<Cell> cells,
    List<Pair> pairs,
    List<Integer> aloneUpper,
    List<Integer> aloneLower) {
  private static final double CELL_MM = RidgeCells.SIDE_PX * 25.4 / RidgePrint.RESOLUTION_PPI;

  public Laying {
    if (cells.size() != columns * rows) {
      throw new IllegalArgumentException(
          "cells=" + cells.size() + " expected=" + columns + "*" + rows);
    }
    cells = List.copyOf(cells);
    pairs = List.copyOf(pairs);
    aloneUpper = List.copyOf(aloneUpper);
    aloneLower = List.copyOf(aloneLower);
  }

  /// A cell of the upper print.
  /// - **Shape** `weight`: how clearly both prints show ridges there, 0 where either shows none;
  ///   `agreed`: 0..1, how much of the ridges around is the same; `isGrown`: whether it is in the
  ///   part that grew together; `x`, `y`: where its centre lies on the lower print, a guess far
  ///   from what grew
  public record Cell(float weight, float agreed, boolean isGrown, float x, float y) {}

  /// A minutia of each print that were taken for one.
  /// - **Shape** `upper`, `lower`: their numbers in their prints; `x`, `y`: where the upper one
  ///   came to lie on the lower print; `missPx`: how far from its partner
  public record Pair(int upper, int lower, float x, float y, float missPx) {}

  /// The area that both prints show.
  public double overlapMm2() {
    return CELL_MM * CELL_MM * cells.stream().filter(cell -> cell.weight() > 0).count();
  }

  /// The area that both show and that grew together.
  public double grownMm2() {
    long grown = cells.stream().filter(cell -> cell.weight() > 0 && cell.isGrown()).count();
    return CELL_MM * CELL_MM * grown;
  }
}

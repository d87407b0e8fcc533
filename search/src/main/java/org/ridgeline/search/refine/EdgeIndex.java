package org.ridgeline.search.refine;

import java.util.Arrays;
import org.ridgeline.search.gallery.PackedMinutiae;

/// A probe finger made ready for quick comparing: every edge between near minutiae, found by its
/// length and by the angles its two minutiae make with it, none of which a turn or a move changes;
/// and every minutia, found by its place.
/// - **Unit** pixels at 500 ppi; angles in 1/512 of a turn
public final class EdgeIndex {
  static final int GRID_SHIFT = 4;

  private static final int LENGTH_STEP = 8;
  private static final int LENGTHS = Edges.LENGTH_MAX / LENGTH_STEP;
  private static final int ANGLES = 24;
  private static final double LENGTH_TOLERANCE = 4;
  private static final double ANGLE_TOLERANCE = 20;
  private static final int MARGIN = 3;

  private final int[] packed;
  private final Edges edges = new Edges();
  private final int[] starts = new int[LENGTHS * ANGLES * ANGLES + 1];
  private int[] found = {};
  private final int columns;
  private final int rows;
  private final int[] cellStarts;
  private int[] cellMinutiae = {};
  private final boolean[] near;
  private final double density;

  /// Indexes packed minutiae.
  public EdgeIndex(int[] packed) {
    this.packed = packed;
    edges.find(packed, packed.length, Edges.NEIGHBOURS);
    fill(false);
    found = new int[sum(starts)];
    fill(true);
    int right = 0;
    int bottom = 0;
    for (int word : packed) {
      right = Math.max(right, PackedMinutiae.x(word));
      bottom = Math.max(bottom, PackedMinutiae.y(word));
    }
    columns = (right >> GRID_SHIFT) + 1 + 2 * MARGIN;
    rows = (bottom >> GRID_SHIFT) + 1 + 2 * MARGIN;
    cellStarts = new int[columns * rows + 1];
    near = new boolean[columns * rows];
    density = place();
  }

  /// Counts starts to offsets; what they were altogether.
  private static int sum(int[] starts) {
    int total = 0;
    for (int i = 0; i < starts.length; i++) {
      int count = starts[i];
      starts[i] = total;
      total += count;
    }
    return total;
  }

  /// Puts each edge into every bin its tolerances touch: first counts them, then fills them in.
  private void fill(boolean second) {
    int[] filled = second ? Arrays.copyOf(starts, starts.length) : starts;
    for (int edge = 0; edge < edges.count; edge++) {
      int length0 = lengthBin(edges.length[edge] - LENGTH_TOLERANCE);
      int length1 = lengthBin(edges.length[edge] + LENGTH_TOLERANCE);
      int first0 = (int) Math.floor((edges.first[edge] - ANGLE_TOLERANCE) * ANGLES / 512);
      int first1 = (int) Math.floor((edges.first[edge] + ANGLE_TOLERANCE) * ANGLES / 512);
      int second0 = (int) Math.floor((edges.second[edge] - ANGLE_TOLERANCE) * ANGLES / 512);
      int second1 = (int) Math.floor((edges.second[edge] + ANGLE_TOLERANCE) * ANGLES / 512);
      for (int length = length0; length <= length1; length++) {
        for (int one = first0; one <= first1; one++) {
          for (int two = second0; two <= second1; two++) {
            int bin =
                (length * ANGLES + Math.floorMod(one, ANGLES)) * ANGLES
                    + Math.floorMod(two, ANGLES);
            if (second) {
              found[filled[bin]] = edge;
            }
            filled[bin]++;
          }
        }
      }
    }
  }

  private static int lengthBin(double length) {
    return Math.clamp((int) (length / LENGTH_STEP), 0, LENGTHS - 1);
  }

  /// The bin where edges like this one are.
  static int bin(double length, int first, int second) {
    return (lengthBin(length) * ANGLES + first * ANGLES / 512) * ANGLES + second * ANGLES / 512;
  }

  int from(int bin) {
    return starts[bin];
  }

  int to(int bin) {
    return starts[bin + 1];
  }

  int edge(int at) {
    return found[at];
  }

  Edges edges() {
    return edges;
  }

  int[] packed() {
    return packed;
  }

  /// Sorts minutiae into the cells around them, and marks the cells near any; their density.
  private double place() {
    for (int pass = 0; pass < 2; pass++) {
      int[] filled = pass == 0 ? cellStarts : Arrays.copyOf(cellStarts, cellStarts.length);
      for (int i = 0; i < packed.length; i++) {
        int column = (PackedMinutiae.x(packed[i]) >> GRID_SHIFT) + MARGIN;
        int row = (PackedMinutiae.y(packed[i]) >> GRID_SHIFT) + MARGIN;
        for (int cell = 0; cell < 9; cell++) {
          int at = (row + cell / 3 - 1) * columns + column + cell % 3 - 1;
          if (pass == 1) {
            cellMinutiae[filled[at]] = i;
          }
          filled[at]++;
        }
      }
      if (pass == 0) {
        cellMinutiae = new int[sum(cellStarts)];
      }
    }
    int covered = 0;
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        if (isNear(column, row)) {
          near[row * columns + column] = true;
          covered++;
        }
      }
    }
    return packed.length / Math.max(1.0, covered * (double) (1 << 2 * GRID_SHIFT));
  }

  private boolean isNear(int column, int row) {
    for (int r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
      for (int c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
        int cell = r * columns + c;
        if (cellStarts[cell + 1] > cellStarts[cell]) {
          return true;
        }
      }
    }
    return false;
  }

  /// The cell of a place; -1 far from every minutia.
  int cell(int x, int y) {
    int column = (x >> GRID_SHIFT) + MARGIN;
    int row = (y >> GRID_SHIFT) + MARGIN;
    if (column < 0 || row < 0 || column >= columns || row >= rows) {
      return -1;
    }
    int cell = row * columns + column;
    return near[cell] ? cell : -1;
  }

  int cellFrom(int cell) {
    return cellStarts[cell];
  }

  int cellTo(int cell) {
    return cellStarts[cell + 1];
  }

  int minutia(int at) {
    return cellMinutiae[at];
  }

  /// Minutiae a square pixel of the print.
  double density() {
    return density;
  }
}

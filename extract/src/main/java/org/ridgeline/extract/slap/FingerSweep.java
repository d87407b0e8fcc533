package org.ridgeline.extract.slap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Parts of a slap that hang under one tip each: a row is taken after the other from the fingertips
/// down. What touches nothing above begins a tip; where two parts meet that are both well begun,
/// the line between them goes on straight down, so that fingers which touch stay apart.
final class FingerSweep {
  private static final int NONE = -1;

  /// A part that is being swept.
  private static final class Part {
    private final int top;
    private int[] cells = new int[64];
    private int count;

    Part(int top) {
      this.top = top;
    }

    void add(int cell) {
      if (count == cells.length) {
        cells = Arrays.copyOf(cells, 2 * count);
      }
      cells[count++] = cell;
    }
  }

  private final TurnedCells turned;
  private final int notchRows;
  private final List<Part> parts = new ArrayList<>();
  private int[] above;
  private int[] here;

  private FingerSweep(TurnedCells turned, int notchRows) {
    this.turned = turned;
    this.notchRows = notchRows;
    this.above = new int[turned.width()];
    this.here = new int[turned.width()];
    Arrays.fill(above, NONE);
  }

  /// The cells of each part, in order of rows.
  /// - **Unit** `notchRows`: a part is well begun when it is so many rows deep and twice as large
  static List<int[]> of(TurnedCells turned, int notchRows) {
    var sweep = new FingerSweep(turned, notchRows);
    for (int row = 0; row < turned.height(); row++) {
      sweep.row(row);
    }
    return sweep.parts.stream()
        .filter(part -> part.count > 0)
        .map(part -> Arrays.copyOf(part.cells, part.count))
        .toList();
  }

  private void row(int row) {
    int width = turned.width();
    Arrays.fill(here, NONE);
    int column = 0;
    while (column < width) {
      if (!turned.isPrint(row * width + column)) {
        column++;
        continue;
      }
      int end = column;
      while (end < width && turned.isPrint(row * width + end)) {
        end++;
      }
      run(row, column, end);
      column = end;
    }
    int[] swap = above;
    above = here;
    here = swap;
  }

  /// Gives the cells of an unbroken run of a row to the parts above it.
  private void run(int row, int from, int to) {
    int first = Math.max(0, from - 1);
    int last = Math.min(turned.width(), to + 1);
    int largest = largestAbove(first, last);
    if (largest == NONE) {
      parts.add(new Part(row));
      largest = parts.size() - 1;
    }
    absorb(row, first, last, largest);
    int owner = nextOwner(from, last, largest);
    int left = NONE;
    int leftAt = 0;
    for (int column = from; column < to; column++) {
      if (above[column] != NONE) {
        left = above[column];
        leftAt = column;
        owner = left;
      } else {
        int rightAt = nextAt(column, last);
        boolean nearer = rightAt < last && (left == NONE || rightAt - column < column - leftAt);
        owner = nearer ? above[rightAt] : left == NONE ? owner : left;
      }
      here[column] = owner;
      parts.get(owner).add(row * turned.width() + column);
    }
  }

  private int nextOwner(int from, int last, int otherwise) {
    int at = nextAt(Math.max(0, from - 1), last);
    return at < last ? above[at] : otherwise;
  }

  private int nextAt(int from, int last) {
    int at = from;
    while (at < last && above[at] == NONE) {
      at++;
    }
    return at;
  }

  private int largestAbove(int first, int last) {
    int largest = NONE;
    for (int column = first; column < last; column++) {
      int part = above[column];
      if (part != NONE && (largest == NONE || parts.get(part).count > parts.get(largest).count)) {
        largest = part;
      }
    }
    return largest;
  }

  /// Parts that are hardly begun where they meet a larger one are a rag of its edge.
  private void absorb(int row, int first, int last, int largest) {
    for (int column = first; column < last; column++) {
      int part = above[column];
      if (part != NONE && part != largest && !isBegun(parts.get(part), row)) {
        Part small = parts.get(part);
        for (int i = 0; i < small.count; i++) {
          parts.get(largest).add(small.cells[i]);
        }
        small.count = 0;
        replace(part, largest);
      }
    }
  }

  private boolean isBegun(Part part, int row) {
    return row - part.top >= notchRows && part.count >= 2 * notchRows * notchRows;
  }

  private void replace(int part, int by) {
    for (int column = 0; column < above.length; column++) {
      above[column] = above[column] == part ? by : above[column];
      here[column] = here[column] == part ? by : here[column];
    }
  }
}

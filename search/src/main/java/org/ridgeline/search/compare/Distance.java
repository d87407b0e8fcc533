package org.ridgeline.search.compare;

import java.util.Arrays;

/// How far each cell lies from a region, in cells: straight steps count 1, slanting ones 1.4.
final class Distance {
  private static final float FAR = 1e6f;
  private static final float SLANT = 1.4f;

  final float[] cells;
  private final int columns;

  Distance(int columns, int rows) {
    this.columns = columns;
    cells = new float[columns * rows];
  }

  /// Measures within a box; beyond it all is far.
  void measure(boolean[] region, Box box) {
    Arrays.fill(cells, FAR);
    for (int y = box.top(); y <= box.bottom(); y++) {
      for (int x = box.left(); x <= box.right(); x++) {
        int i = y * columns + x;
        float least = region[i] ? 0 : FAR;
        if (x > box.left()) {
          least = Math.min(least, cells[i - 1] + 1);
        }
        if (y > box.top()) {
          least = Math.min(least, above(i - columns, x, box));
        }
        cells[i] = least;
      }
    }
    for (int y = box.bottom(); y >= box.top(); y--) {
      for (int x = box.right(); x >= box.left(); x--) {
        int i = y * columns + x;
        float least = cells[i];
        if (x < box.right()) {
          least = Math.min(least, cells[i + 1] + 1);
        }
        if (y < box.bottom()) {
          least = Math.min(least, above(i + columns, x, box));
        }
        cells[i] = least;
      }
    }
  }

  private float above(int i, int x, Box box) {
    float least = cells[i] + 1;
    if (x > box.left()) {
      least = Math.min(least, cells[i - 1] + SLANT);
    }
    if (x < box.right()) {
      least = Math.min(least, cells[i + 1] + SLANT);
    }
    return least;
  }
}

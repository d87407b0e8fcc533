package org.ridgeline.search.compare;

/// A rectangle, its last column and row within it; empty where they come before the first.
record Box(int left, int top, int right, int bottom) {
  /// Around all that is marked.
  static Box around(boolean[] marked, int columns, int rows) {
    int left = columns;
    int right = -1;
    int top = rows;
    int bottom = -1;
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        if (marked[y * columns + x]) {
          left = Math.min(left, x);
          right = Math.max(right, x);
          top = Math.min(top, y);
          bottom = y;
        }
      }
    }
    return new Box(left, top, right, bottom);
  }

  boolean isEmpty() {
    return right < left || bottom < top;
  }

  /// From cells to their pixels.
  Box times(int side) {
    return new Box(left * side, top * side, right * side + side, bottom * side + side);
  }

  Box grown(int by) {
    return new Box(left - by, top - by, right + by, bottom + by);
  }

  Box within(int rightMost, int bottomMost) {
    return within(new Box(0, 0, rightMost, bottomMost));
  }

  Box within(Box other) {
    return new Box(
        Math.max(left, other.left),
        Math.max(top, other.top),
        Math.min(right, other.right),
        Math.min(bottom, other.bottom));
  }
}

package org.ridgeline.search.compare;

/// A rectangle, its last column and row within it; empty where they come before the first.
record Box(int left, int top, int right, int bottom) {
  boolean isEmpty() {
    return right < left || bottom < top;
  }

  boolean has(int x, int y) {
    return x >= left && x <= right && y >= top && y <= bottom;
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

package org.ridgeline.search.compare;

/// Adds a multiple of one line of numbers to another.
///
/// Each number is multiplied and then added (not fused), so the members agree bit for bit.
sealed interface LineKernel permits ScalarLineKernel, VectorLineKernel {
  /// Lines are taken in steps of so many.
  int WIDTH = 8;

  /// `numbers[to + i] += factor * numbers[from + i]` for `count` numbers, made a whole number of
  /// steps: what lies behind both lines must bear it.
  void add(float[] numbers, int to, int from, int count, float factor);

  /// A whole number of steps.
  static int whole(int count) {
    return (count + WIDTH - 1) / WIDTH * WIDTH;
  }
}

package org.ridgeline.search.compare;

/// Adds a multiple of one line of numbers to another.
///
/// Each number is multiplied and then added (not fused), so the members agree bit for bit.
sealed interface LineKernel permits ScalarLineKernel, VectorLineKernel {
  /// Lines are taken in steps of so many.
  int WIDTH = 8;

  /// Four lines at once in steps of up to so many.
  int WIDTH_MAX = 16;

  /// So many lines are added at once, so that the line they are added to is touched but once.
  int FOLD = 4;

  /// `numbers[to + i] += factor * numbers[from + i]` for `count` numbers, made a whole number of
  /// steps: what lies behind both lines must bear it.
  void add(float[] numbers, int to, int from, int count, float factor);

  /// Adds multiples of [#FOLD] lines, the first of them first: what as many calls of [#add] would
  /// give, but that steps may be as wide as [#WIDTH_MAX].
  /// - **Shape** line `k` begins `k * apart` behind `from`, its factor is `factors[k]`
  void addFour(float[] numbers, int to, Lines lines, int count);

  /// Four lines and what they are multiplied with.
  final class Lines {
    int from;
    int apart;
    final float[] factor = new float[FOLD];
  }

  /// A whole number of steps.
  static int whole(int count) {
    return (count + WIDTH - 1) / WIDTH * WIDTH;
  }
}

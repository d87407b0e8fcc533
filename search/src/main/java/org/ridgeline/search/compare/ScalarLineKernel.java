package org.ridgeline.search.compare;

/// A number at a time.
final class ScalarLineKernel implements LineKernel {
  @Override
  public void add(float[] numbers, int to, int from, int count, float factor) {
    int whole = LineKernel.whole(count);
    for (int i = 0; i < whole; i++) {
      numbers[to + i] += factor * numbers[from + i];
    }
  }

  @Override
  public void addFour(float[] numbers, int to, Lines lines, int count) {
    for (int k = 0; k < FOLD; k++) {
      add(numbers, to, lines.from + k * lines.apart, count, lines.factor[k]);
    }
  }
}

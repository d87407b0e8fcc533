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
}

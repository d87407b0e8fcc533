package org.ridgeline.search.compare;

import java.util.Arrays;

/// Symmetric equations whose unknowns touch only near ones, solved directly.
///
/// Kept are the diagonal and what is right of it. Before each row there is room for [#SPARE]
/// numbers that may be written and mean nothing, behind it for three times as many zeros: so lines
/// of numbers are added in whole steps without a look at where they end.
/// - **Shape** `upper[diagonal(row) + k]` is the number at `row`, `row + k`
final class BandMatrix {
  /// Room on both sides of a row, and at the array's beginning for lines to be added.
  static final int SPARE = LineKernel.WIDTH;

  /// Lines kept at the beginning, of [#SPARE] numbers.
  static final int LINES = 14 * SPARE;

  float[] upper = new float[LINES];
  float[] right = new float[0];
  private final LineKernel kernel;
  private final LineKernel.Lines lines = new LineKernel.Lines();
  private final float[] inverse = new float[LineKernel.FOLD];
  private int size;
  private int band;
  private int width;

  BandMatrix(LineKernel kernel) {
    this.kernel = kernel;
  }

  /// Empties the equations for so many unknowns, each touching the `newBand` next.
  void reset(int unknowns, int newBand) {
    size = unknowns;
    band = newBand;
    width = SPARE + LineKernel.whole(band + 1) + 3 * SPARE;
    int all = LINES + size * width;
    if (upper.length < all) {
      upper = new float[all];
    } else {
      Arrays.fill(upper, 0, all, 0);
    }
    if (right.length < size) {
      right = new float[size];
    } else {
      Arrays.fill(right, 0, size, 0);
    }
  }

  /// Begins with a copy of other equations.
  void reset(BandMatrix other) {
    reset(other.size, other.band);
    System.arraycopy(other.upper, 0, upper, 0, LINES + size * width);
  }

  /// Where a row's diagonal lies.
  int diagonal(int row) {
    return LINES + row * width + SPARE;
  }

  /// Adds `weight * (Σ coefficient · unknown)²` to what is made least.
  void add(float weight, int[] unknowns, float... coefficients) {
    for (int a = 0; a < unknowns.length; a++) {
      for (int b = 0; b < unknowns.length; b++) {
        int apart = unknowns[b] - unknowns[a];
        if (apart >= 0) {
          upper[diagonal(unknowns[a]) + apart] += weight * coefficients[a] * coefficients[b];
        }
      }
    }
  }

  /// Adds a multiple of one of the lines at the beginning to [#SPARE] numbers anywhere.
  void addLine(int to, int line, float factor) {
    kernel.add(upper, to, line, SPARE, factor);
  }

  /// Solves; the answer is in `right`.
  void solve() {
    int row = 0;
    for (; row + LineKernel.FOLD <= size; row += LineKernel.FOLD) {
      for (int k = 0; k < LineKernel.FOLD; k++) {
        eliminate(row + k, LineKernel.FOLD - 1 - k);
      }
      eliminateFour(row);
    }
    for (; row < size; row++) {
      eliminate(row, size);
    }
    substitute();
  }

  /// Takes a row from so many that follow it.
  private void eliminate(int row, int following) {
    int at = diagonal(row);
    float inverse = 1 / upper[at];
    int last = Math.min(band, size - 1 - row);
    for (int k = 1; k <= Math.min(last, following); k++) {
      float factor = upper[at + k] * inverse;
      kernel.add(upper, at + k * width, at + k, last - k + 1, -factor);
      right[row + k] -= factor * right[row];
    }
  }

  /// Takes four rows, which have been taken from each other, from those that follow. Behind the
  /// first ones' ends lie zeros, as far as the last one goes.
  private void eliminateFour(int row) {
    int at = diagonal(row);
    int fourth = row + LineKernel.FOLD - 1;
    int last = Math.min(band, size - 1 - fourth);
    for (int i = 0; i < LineKernel.FOLD; i++) {
      inverse[i] = 1 / upper[at + i * width];
    }
    for (int k = 1; k <= last; k++) {
      int below = fourth + k;
      // Column of this row, as each of the four counts from its diagonal: one less each row down.
      lines.from = at + below - row;
      lines.apart = width - 1;
      for (int i = 0; i < LineKernel.FOLD; i++) {
        int from = at + i * width;
        float factor = upper[from + below - row - i] * inverse[i];
        lines.factor[i] = -factor;
        right[below] -= factor * right[row + i];
      }
      kernel.addFour(upper, diagonal(below), lines, last - k + 1);
    }
  }

  private void substitute() {
    for (int row = size - 1; row >= 0; row--) {
      int at = diagonal(row);
      int last = Math.min(band, size - 1 - row);
      float sum = right[row];
      for (int k = 1; k <= last; k++) {
        sum -= upper[at + k] * right[row + k];
      }
      right[row] = sum / upper[at];
    }
  }
}

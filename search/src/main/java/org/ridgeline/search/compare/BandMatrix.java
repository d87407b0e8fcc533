package org.ridgeline.search.compare;

import java.util.Arrays;

/// Symmetric equations whose unknowns touch only near ones, solved directly.
///
/// Kept are the diagonal and what is right of it, `band` numbers a row. Room is used again from one
/// solve to the next.
/// - **Shape** `upper[row * width + k]` is the number at `row`, `row + k`
final class BandMatrix {
  float[] upper = new float[0];
  float[] right = new float[0];
  int width;
  private int size;

  /// Empties the equations for so many unknowns.
  void reset(int unknowns, int band) {
    size = unknowns;
    width = band + 1;
    if (upper.length < size * width) {
      upper = new float[size * width];
      right = new float[size];
    }
    if (right.length < size) {
      right = new float[size];
    }
    Arrays.fill(upper, 0, size * width, 0);
    Arrays.fill(right, 0, size, 0);
  }

  /// Adds `weight * (Σ coefficient · unknown)²` to what is made least.
  void add(float weight, int[] unknowns, float... coefficients) {
    for (int a = 0; a < unknowns.length; a++) {
      for (int b = 0; b < unknowns.length; b++) {
        int apart = unknowns[b] - unknowns[a];
        if (apart >= 0) {
          upper[unknowns[a] * width + apart] += weight * coefficients[a] * coefficients[b];
        }
      }
    }
  }

  /// Solves; the answer is in `right`.
  void solve() {
    for (int row = 0; row < size; row++) {
      int at = row * width;
      float inverse = 1 / upper[at];
      int last = Math.min(width - 1, size - 1 - row);
      for (int k = 1; k <= last; k++) {
        float factor = upper[at + k] * inverse;
        if (factor != 0) {
          int to = (row + k) * width - k;
          for (int q = k; q <= last; q++) {
            upper[to + q] -= factor * upper[at + q];
          }
          right[row + k] -= factor * right[row];
        }
      }
    }
    for (int row = size - 1; row >= 0; row--) {
      int at = row * width;
      int last = Math.min(width - 1, size - 1 - row);
      float sum = right[row];
      for (int k = 1; k <= last; k++) {
        sum -= upper[at + k] * right[row + k];
      }
      right[row] = sum / upper[at];
    }
  }
}

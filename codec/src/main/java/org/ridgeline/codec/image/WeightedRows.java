package org.ridgeline.codec.image;

import java.util.Arrays;

/// The kernel of both wavelet directions: a weighted sum of rows, place by place.
///
/// All rows are read at the place that is written. That is what lets the compiler turn the loops
/// into vector code: with a shift for each row, which it cannot tell from overlap, it does not, and
/// takes four times as long. Shifted rows are therefore copied first, by [ShiftedRows].
/// - **Layout** `out[i] = sum of weight[t] * row[t][i]`, terms in the order added
/// - **Rounding** strictly from the first term to the last, in float, on every machine
final class WeightedRows {
  private final float[][] rows;
  private final float[] weights;
  private int count;

  WeightedRows(int termsMax) {
    rows = new float[termsMax][];
    weights = new float[termsMax];
  }

  void clear() {
    count = 0;
  }

  void add(float[] row, float weight) {
    rows[count] = row;
    weights[count++] = weight;
  }

  /// Writes the sum for places `from` to `to - 1`; `out` is none of the rows.
  void sum(float[] out, int from, int to) {
    int term = 0;
    if (count >= 3) {
      setThree(out, from, to);
      term = 3;
    } else {
      Arrays.fill(out, from, to, 0f);
    }
    for (; term + 3 <= count; term += 3) {
      addThree(term, out, from, to);
    }
    for (; term < count; term++) {
      addOne(term, out, from, to);
    }
  }

  private void setThree(float[] out, int from, int to) {
    float[] a = rows[0];
    float[] b = rows[1];
    float[] c = rows[2];
    float wa = weights[0];
    float wb = weights[1];
    float wc = weights[2];
    for (int i = from; i < to; i++) {
      out[i] = a[i] * wa + b[i] * wb + c[i] * wc;
    }
  }

  private void addThree(int term, float[] out, int from, int to) {
    float[] a = rows[term];
    float[] b = rows[term + 1];
    float[] c = rows[term + 2];
    float wa = weights[term];
    float wb = weights[term + 1];
    float wc = weights[term + 2];
    for (int i = from; i < to; i++) {
      out[i] = out[i] + a[i] * wa + b[i] * wb + c[i] * wc;
    }
  }

  private void addOne(int term, float[] out, int from, int to) {
    float[] a = rows[term];
    float wa = weights[term];
    for (int i = from; i < to; i++) {
      out[i] += a[i] * wa;
    }
  }
}

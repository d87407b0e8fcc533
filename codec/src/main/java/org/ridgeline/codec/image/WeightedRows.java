package org.ridgeline.codec.image;

import java.util.Arrays;

/// The kernel of both wavelet directions: a sum of weighted stretches of one array.
///
/// Down an image the stretches are rows; across, one row at several shifts. The loops have no
/// branches and unit stride, so that the compiler makes vector code of them.
/// - **Layout** `out[o + i] = sum of weight[t] * source[offset[t] + i]`, terms in the order added
/// - **Rounding** strictly from the first term to the last, in float, on every machine
final class WeightedRows {
  private final int[] offsets;
  private final float[] weights;
  private int count;

  WeightedRows(int termsMax) {
    offsets = new int[termsMax];
    weights = new float[termsMax];
  }

  void clear() {
    count = 0;
  }

  void add(int offset, float weight) {
    offsets[count] = offset;
    weights[count++] = weight;
  }

  /// Writes the sum; `out` and `source` are different arrays.
  void sum(float[] source, float[] out, int at, int length) {
    int term = 0;
    if (count >= 3) {
      setThree(source, out, at, length);
      term = 3;
    } else {
      Arrays.fill(out, at, at + length, 0f);
    }
    for (; term + 3 <= count; term += 3) {
      addThree(term, source, out, at, length);
    }
    for (; term < count; term++) {
      addOne(term, source, out, at, length);
    }
  }

  private void setThree(float[] source, float[] out, int at, int length) {
    int a = offsets[0];
    int b = offsets[1];
    int c = offsets[2];
    float wa = weights[0];
    float wb = weights[1];
    float wc = weights[2];
    for (int i = 0; i < length; i++) {
      out[at + i] = source[a + i] * wa + source[b + i] * wb + source[c + i] * wc;
    }
  }

  private void addThree(int term, float[] source, float[] out, int at, int length) {
    int a = offsets[term];
    int b = offsets[term + 1];
    int c = offsets[term + 2];
    float wa = weights[term];
    float wb = weights[term + 1];
    float wc = weights[term + 2];
    for (int i = 0; i < length; i++) {
      out[at + i] = out[at + i] + source[a + i] * wa + source[b + i] * wb + source[c + i] * wc;
    }
  }

  private void addOne(int term, float[] source, float[] out, int at, int length) {
    int a = offsets[term];
    float wa = weights[term];
    for (int i = 0; i < length; i++) {
      out[at + i] += source[a + i] * wa;
    }
  }
}

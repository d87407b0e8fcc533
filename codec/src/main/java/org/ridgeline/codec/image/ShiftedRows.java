package org.ridgeline.codec.image;

import java.util.Arrays;

/// Copies of one line of samples at several shifts, for [WeightedRows].
final class ShiftedRows {
  private final float[] line;
  private final int length;
  private float[][] copies = new float[0][];
  private int[] shifts = new int[0];

  /// Copies of `length` samples of `line`, whatever it holds at the time of [#refresh()].
  ShiftedRows(float[] line, int length) {
    this.line = line;
    this.length = length;
  }

  /// The copy whose first sample is `line[shift]`, shared by all who ask for that shift.
  float[] at(int shift) {
    int count = shifts.length;
    for (int i = 0; i < count; i++) {
      if (shifts[i] == shift) {
        return copies[i];
      }
    }
    shifts = Arrays.copyOf(shifts, count + 1);
    copies = Arrays.copyOf(copies, count + 1);
    shifts[count] = shift;
    copies[count] = new float[length];
    return copies[count];
  }

  void refresh() {
    for (int i = 0; i < shifts.length; i++) {
      System.arraycopy(line, shifts[i], copies[i], 0, length);
    }
  }
}

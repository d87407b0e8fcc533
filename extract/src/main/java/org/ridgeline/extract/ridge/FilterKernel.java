package org.ridgeline.extract.ridge;

/// The sums of an even and an odd filter over a picture.
///
/// Sums run in eight lanes, column by column within a row, row after row, multiplied and then added
/// (not fused), and the lanes are added as ((0+4)+(2+6))+((1+5)+(3+7)): both members do just that,
/// so they agree bit for bit.
sealed interface FilterKernel permits ScalarFilterKernel, VectorFilterKernel {
  /// Lanes of a sum.
  int WIDTH = 8;

  /// The two sums, into `into[0]` and `into[1]`.
  /// - **Shape** `at`: where in the picture the filters' first element lies
  void apply(Plane plane, int at, float[] even, float[] odd, float[] into);

  /// The sum of eight lanes.
  static float sum(float[] lanes, int from) {
    return ((lanes[from] + lanes[from + 4]) + (lanes[from + 2] + lanes[from + 6]))
        + ((lanes[from + 1] + lanes[from + 5]) + (lanes[from + 3] + lanes[from + 7]));
  }
}

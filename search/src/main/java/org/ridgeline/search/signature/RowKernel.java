package org.ridgeline.search.signature;

/// Sums of weighted rows of floats, what a [SignatureNetwork] spends its time with.
///
/// Two do the same, bit for bit: each element is summed in the order of the rows, a product rounded
/// before it is added, so neither the width of vectors nor the machine changes a signature.
/// - **Shape** every row has the length the kernel was made for
public sealed interface RowKernel permits ScalarRows, VectorRows {
  /// Adds the table's row of each of a minutia's shares, times the share's weight.
  void gather(Surroundings around, int minutia, float[] table, float[] to);

  /// Adds, for each element of `x`, that element times its row; rows begin at `at`.
  void multiply(float[] x, float[] rows, int at, float[] to);

  /// Adds one row times a weight to what begins at `at`.
  void add(float[] to, int at, float weight, float[] row);
}

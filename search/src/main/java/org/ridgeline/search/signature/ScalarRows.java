package org.ridgeline.search.signature;

/// Row sums in plain Java.
record ScalarRows(int length) implements RowKernel {
  @Override
  public void gather(Surroundings around, int minutia, float[] table, float[] to) {
    for (int share = around.from(minutia); share < around.to(minutia); share++) {
      float weight = around.weight(share);
      int row = around.cell(share) * length;
      for (int i = 0; i < length; i++) {
        to[i] += weight * table[row + i];
      }
    }
  }

  @Override
  public void multiply(float[] x, float[] rows, int at, float[] to) {
    for (int k = 0; k < x.length; k++) {
      int row = at + k * length;
      for (int i = 0; i < length; i++) {
        to[i] += x[k] * rows[row + i];
      }
    }
  }

  @Override
  public void add(float[] to, int at, float weight, float[] row) {
    for (int i = 0; i < length; i++) {
      to[at + i] += weight * row[i];
    }
  }
}

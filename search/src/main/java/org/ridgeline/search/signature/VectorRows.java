package org.ridgeline.search.signature;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Row sums in vectors; sums stay in registers while rows go by.
record VectorRows(int length) implements RowKernel {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int STEP = SPECIES.length();

  static boolean fits(int length) {
    return length % STEP == 0;
  }

  @Override
  public void gather(Surroundings around, int minutia, float[] table, float[] to) {
    int i = 0;
    for (; i + 3 * STEP <= length; i += 3 * STEP) {
      gatherThree(around, minutia, table, to, i);
    }
    for (; i < length; i += STEP) {
      FloatVector sum = FloatVector.fromArray(SPECIES, to, i);
      for (int share = around.from(minutia); share < around.to(minutia); share++) {
        FloatVector row = FloatVector.fromArray(SPECIES, table, around.cell(share) * length + i);
        sum = sum.add(row.mul(around.weight(share)));
      }
      sum.intoArray(to, i);
    }
  }

  private void gatherThree(Surroundings around, int minutia, float[] table, float[] to, int i) {
    FloatVector sum0 = FloatVector.fromArray(SPECIES, to, i);
    FloatVector sum1 = FloatVector.fromArray(SPECIES, to, i + STEP);
    FloatVector sum2 = FloatVector.fromArray(SPECIES, to, i + 2 * STEP);
    for (int share = around.from(minutia); share < around.to(minutia); share++) {
      float weight = around.weight(share);
      int row = around.cell(share) * length + i;
      sum0 = sum0.add(FloatVector.fromArray(SPECIES, table, row).mul(weight));
      sum1 = sum1.add(FloatVector.fromArray(SPECIES, table, row + STEP).mul(weight));
      sum2 = sum2.add(FloatVector.fromArray(SPECIES, table, row + 2 * STEP).mul(weight));
    }
    sum0.intoArray(to, i);
    sum1.intoArray(to, i + STEP);
    sum2.intoArray(to, i + 2 * STEP);
  }

  @Override
  public void multiply(float[] x, float[] rows, int at, float[] to) {
    int i = 0;
    for (; i + 4 * STEP <= length; i += 4 * STEP) {
      multiplyFour(x, rows, at + i, to, i);
    }
    for (; i < length; i += STEP) {
      FloatVector sum = FloatVector.fromArray(SPECIES, to, i);
      for (int k = 0; k < x.length; k++) {
        sum = sum.add(FloatVector.fromArray(SPECIES, rows, at + k * length + i).mul(x[k]));
      }
      sum.intoArray(to, i);
    }
  }

  private void multiplyFour(float[] x, float[] rows, int at, float[] to, int i) {
    FloatVector sum0 = FloatVector.fromArray(SPECIES, to, i);
    FloatVector sum1 = FloatVector.fromArray(SPECIES, to, i + STEP);
    FloatVector sum2 = FloatVector.fromArray(SPECIES, to, i + 2 * STEP);
    FloatVector sum3 = FloatVector.fromArray(SPECIES, to, i + 3 * STEP);
    int row = at;
    for (float value : x) {
      sum0 = sum0.add(FloatVector.fromArray(SPECIES, rows, row).mul(value));
      sum1 = sum1.add(FloatVector.fromArray(SPECIES, rows, row + STEP).mul(value));
      sum2 = sum2.add(FloatVector.fromArray(SPECIES, rows, row + 2 * STEP).mul(value));
      sum3 = sum3.add(FloatVector.fromArray(SPECIES, rows, row + 3 * STEP).mul(value));
      row += length;
    }
    sum0.intoArray(to, i);
    sum1.intoArray(to, i + STEP);
    sum2.intoArray(to, i + 2 * STEP);
    sum3.intoArray(to, i + 3 * STEP);
  }

  @Override
  public void add(float[] to, int at, float weight, float[] row) {
    for (int i = 0; i < length; i += STEP) {
      FloatVector sum = FloatVector.fromArray(SPECIES, to, at + i);
      sum.add(FloatVector.fromArray(SPECIES, row, i).mul(weight)).intoArray(to, at + i);
    }
  }
}

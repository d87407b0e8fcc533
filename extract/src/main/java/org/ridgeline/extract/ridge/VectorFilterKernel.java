package org.ridgeline.extract.ridge;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The filters' sums in registers of 256 bits.
final class VectorFilterKernel implements FilterKernel {
  private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_256;

  private final float[] sums = new float[2 * WIDTH];

  /// Whether this processor has registers that wide.
  static boolean isWorthwhile() {
    return FloatVector.SPECIES_PREFERRED.length() >= WIDTH;
  }

  @Override
  public void apply(Plane plane, int at, float[] even, float[] odd, float[] into) {
    float[] picture = plane.at;
    FloatVector evens = FloatVector.zero(LANES);
    FloatVector odds = FloatVector.zero(LANES);
    int from = at;
    for (int i = 0; i < Bank.ROWS * Bank.LANES; i += Bank.LANES) {
      FloatVector first = FloatVector.fromArray(LANES, picture, from);
      evens = evens.add(FloatVector.fromArray(LANES, even, i).mul(first));
      odds = odds.add(FloatVector.fromArray(LANES, odd, i).mul(first));
      FloatVector second = FloatVector.fromArray(LANES, picture, from + WIDTH);
      evens = evens.add(FloatVector.fromArray(LANES, even, i + WIDTH).mul(second));
      odds = odds.add(FloatVector.fromArray(LANES, odd, i + WIDTH).mul(second));
      FloatVector third = FloatVector.fromArray(LANES, picture, from + 2 * WIDTH);
      evens = evens.add(FloatVector.fromArray(LANES, even, i + 2 * WIDTH).mul(third));
      odds = odds.add(FloatVector.fromArray(LANES, odd, i + 2 * WIDTH).mul(third));
      from += plane.stride;
    }
    evens.intoArray(sums, 0);
    odds.intoArray(sums, WIDTH);
    into[0] = FilterKernel.sum(sums, 0);
    into[1] = FilterKernel.sum(sums, WIDTH);
  }
}

package org.ridgeline.search.compare;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Eight numbers at a time.
final class VectorLineKernel implements LineKernel {
  private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_256;

  /// Whether this processor has registers that wide.
  static boolean isWorthwhile() {
    return FloatVector.SPECIES_PREFERRED.length() >= WIDTH;
  }

  @Override
  public void add(float[] numbers, int to, int from, int count, float factor) {
    FloatVector times = FloatVector.broadcast(LANES, factor);
    for (int i = 0; i < count; i += WIDTH) {
      FloatVector more = FloatVector.fromArray(LANES, numbers, from + i).mul(times);
      FloatVector.fromArray(LANES, numbers, to + i).add(more).intoArray(numbers, to + i);
    }
  }
}

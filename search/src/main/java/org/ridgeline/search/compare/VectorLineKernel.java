package org.ridgeline.search.compare;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Eight numbers at a time; of four lines sixteen where registers are as wide.
final class VectorLineKernel implements LineKernel {
  private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_256;

  private static final VectorSpecies<Float> WIDE =
      FloatVector.SPECIES_PREFERRED.length() >= WIDTH_MAX ? FloatVector.SPECIES_512 : LANES;

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

  @Override
  public void addFour(float[] numbers, int to, Lines lines, int count) {
    FloatVector times0 = FloatVector.broadcast(WIDE, lines.factor[0]);
    FloatVector times1 = FloatVector.broadcast(WIDE, lines.factor[1]);
    FloatVector times2 = FloatVector.broadcast(WIDE, lines.factor[2]);
    FloatVector times3 = FloatVector.broadcast(WIDE, lines.factor[3]);
    int from = lines.from;
    int apart = lines.apart;
    for (int i = 0; i < count; i += WIDE.length()) {
      int at = from + i;
      FloatVector sum = FloatVector.fromArray(WIDE, numbers, to + i);
      sum = sum.add(FloatVector.fromArray(WIDE, numbers, at).mul(times0));
      sum = sum.add(FloatVector.fromArray(WIDE, numbers, at + apart).mul(times1));
      sum = sum.add(FloatVector.fromArray(WIDE, numbers, at + 2 * apart).mul(times2));
      sum = sum.add(FloatVector.fromArray(WIDE, numbers, at + 3 * apart).mul(times3));
      sum.intoArray(numbers, to + i);
    }
  }
}

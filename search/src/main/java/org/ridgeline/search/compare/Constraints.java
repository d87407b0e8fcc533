package org.ridgeline.search.compare;

import java.util.Arrays;

/// What the bending has to come near to: at some places, its part along a direction.
/// - **Shape** `count` of: place `x`, `y`; direction `nx`, `ny`; `want`: the part wanted; `weight`
final class Constraints {
  int count;
  float[] x = new float[512];
  float[] y = new float[512];
  float[] nx = new float[512];
  float[] ny = new float[512];
  float[] want = new float[512];
  float[] weight = new float[512];

  void clear() {
    count = 0;
  }

  /// Takes a place; its direction, what is wanted and how much are said next.
  Constraints at(float px, float py) {
    if (count == x.length) {
      x = Arrays.copyOf(x, 2 * count);
      y = Arrays.copyOf(y, 2 * count);
      nx = Arrays.copyOf(nx, 2 * count);
      ny = Arrays.copyOf(ny, 2 * count);
      want = Arrays.copyOf(want, 2 * count);
      weight = Arrays.copyOf(weight, 2 * count);
    }
    x[count] = px;
    y[count] = py;
    return this;
  }

  /// Adds the place taken, with its direction.
  void along(float dx, float dy, float wanted, float weighs) {
    nx[count] = dx;
    ny[count] = dy;
    want[count] = wanted;
    weight[count] = weighs;
    count++;
  }
}

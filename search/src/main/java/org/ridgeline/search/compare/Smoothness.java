package org.ridgeline.search.compare;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What holds a warp smooth, as equations for its knots: the same for every pair of prints.
///
/// Held small: bending, departure from a conformal map (skin shears less than it swells), any
/// strain at all, and a trace of displacement so that there is always an answer. A departure from
/// conformity is as large whatever turn comes after, so the linear map does not matter.
/// - **Shape** unknowns by [#unknown], the short side fastest: the band is narrower
record Smoothness(int across, int down, int stiffness) {
  private static final float BENDING = 0.02f;
  private static final float CONFORMAL = 0.005f;
  private static final float STRAIN = 0.005f;
  private static final float DISPLACEMENT = 1e-4f;

  /// Equations of larger grids are made each time: they are rare, and would fill memory.
  private static final int KNOTS_KEPT_MAX = 200;

  private static final Map<Smoothness, BandMatrix> KEPT = new ConcurrentHashMap<>();

  boolean isUpright() {
    return across > down;
  }

  /// A knot's first unknown, its displacement across; the second is the next.
  int unknown(int x, int y) {
    return 2 * (isUpright() ? x * down + y : y * across + x);
  }

  /// The equations, to be copied.
  BandMatrix equations() {
    return across * down > KNOTS_KEPT_MAX ? made() : KEPT.computeIfAbsent(this, Smoothness::made);
  }

  private BandMatrix made() {
    BandMatrix matrix = new BandMatrix(new ScalarLineKernel());
    int shorter = Math.min(across, down);
    matrix.reset(2 * across * down, 2 * (3 * shorter + 3) + 2);
    for (int y = 0; y < down; y++) {
      for (int x = 0; x < across; x++) {
        axis(matrix, x, y, 0);
        axis(matrix, x, y, 1);
        if (x < across - 1 && y < down - 1) {
          conformal(matrix, x, y);
        }
      }
    }
    return matrix;
  }

  private void axis(BandMatrix matrix, int x, int y, int axis) {
    int at = unknown(x, y) + axis;
    int right = unknown(1, 0);
    int below = unknown(0, 1);
    float bending = stiffness * BENDING;
    float strain = stiffness * STRAIN;
    matrix.add(DISPLACEMENT, new int[] {at}, 1);
    if (x > 0 && x < across - 1) {
      matrix.add(bending, new int[] {at - right, at, at + right}, 1, -2, 1);
    }
    if (y > 0 && y < down - 1) {
      matrix.add(bending, new int[] {at - below, at, at + below}, 1, -2, 1);
    }
    if (x < across - 1 && y < down - 1) {
      int[] square = {at, at + right, at + below, at + right + below};
      matrix.add(2 * bending, square, 1, -1, -1, 1);
    }
    if (x < across - 1) {
      matrix.add(strain, new int[] {at, at + right}, -1, 1);
    }
    if (y < down - 1) {
      matrix.add(strain, new int[] {at, at + below}, -1, 1);
    }
  }

  private void conformal(BandMatrix matrix, int x, int y) {
    int at = unknown(x, y);
    int right = unknown(x + 1, y);
    int below = unknown(x, y + 1);
    float weight = stiffness * CONFORMAL;
    matrix.add(weight, new int[] {right, at, at + 1, below + 1}, 1, -1, 1, -1);
    matrix.add(weight, new int[] {right + 1, at, at + 1, below}, 1, -1, -1, 1);
  }
}

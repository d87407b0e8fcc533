package org.ridgeline.search.compare;

import java.util.Arrays;

/// Finds the bending for a small region as polynomials of second degree, twelve numbers in all: a
/// region of two knots' width has no use for more, and most seeds go no further.
///
/// The polynomials are handed on as knots, which a cubic spline can say exactly. Held small: the
/// same as in [Smoothness]. Not for several threads at once.
final class QuadraticSolver {
  private static final int TERMS = 6;
  private static final int UNKNOWNS = 2 * TERMS;

  /// Knots that take part in a region of this size.
  private static final float KNOTS = 30;

  private static final float BENDING = 0.02f * KNOTS;
  private static final float STRAIN = 0.005f * KNOTS;
  private static final float CONFORMAL = 0.005f * KNOTS;
  private static final float DISPLACEMENT = 1e-4f * KNOTS;

  private final float[] matrix = new float[UNKNOWNS * UNKNOWNS];
  private final float[] right = new float[UNKNOWNS];
  private final float[] term = new float[TERMS];

  /// Solves around a place; the knots that touch the box of pixels are set.
  void solve(Warp warp, Constraints constraints, Box pixels, float x, float y) {
    Arrays.fill(matrix, 0);
    Arrays.fill(right, 0);
    smooth();
    for (int i = 0; i < constraints.count; i++) {
      demand(constraints, i, x, y);
    }
    solve();
    Box knots = warp.knots(pixels);
    for (int row = knots.top(); row <= knots.bottom(); row++) {
      for (int column = knots.left(); column <= knots.right(); column++) {
        // A knot has its place one before its weight's first; of a square it says a third less.
        terms(column - 1 - x / Spline.KNOT_PX, row - 1 - y / Spline.KNOT_PX);
        term[3] -= 1 / 3f;
        term[5] -= 1 / 3f;
        warp.across[row * warp.columns + column] = value(0);
        warp.down[row * warp.columns + column] = value(TERMS);
      }
    }
    warp.bend();
  }

  private float value(int from) {
    float sum = 0;
    for (int i = 0; i < TERMS; i++) {
      sum += term[i] * right[from + i];
    }
    return sum;
  }

  private void terms(float x, float y) {
    term[0] = 1;
    term[1] = x;
    term[2] = y;
    term[3] = x * x;
    term[4] = x * y;
    term[5] = y * y;
  }

  private void smooth() {
    for (int axis = 0; axis < UNKNOWNS; axis += TERMS) {
      weigh(axis, axis, DISPLACEMENT);
      weigh(axis + 1, axis + 1, STRAIN + DISPLACEMENT);
      weigh(axis + 2, axis + 2, STRAIN + DISPLACEMENT);
      weigh(axis + 3, axis + 3, 4 * BENDING + 4 * STRAIN);
      weigh(axis + 4, axis + 4, 2 * BENDING + 4 * STRAIN);
      weigh(axis + 5, axis + 5, 4 * BENDING + 4 * STRAIN);
    }
    // What grows across as the other grows down, less; and what turns one way, more.
    weigh(1, 1, CONFORMAL);
    weigh(TERMS + 2, TERMS + 2, CONFORMAL);
    weigh(1, TERMS + 2, -CONFORMAL);
    weigh(2, 2, CONFORMAL);
    weigh(TERMS + 1, TERMS + 1, CONFORMAL);
    weigh(2, TERMS + 1, CONFORMAL);
  }

  private void weigh(int row, int column, float by) {
    matrix[row * UNKNOWNS + column] += by;
  }

  private void demand(Constraints all, int index, float x, float y) {
    terms((all.x[index] - x) / Spline.KNOT_PX, (all.y[index] - y) / Spline.KNOT_PX);
    float w = all.weight[index];
    float nx = all.nx[index];
    float ny = all.ny[index];
    float want = w * all.want[index];
    for (int a = 0; a < TERMS; a++) {
      float own = w * term[a];
      right[a] += term[a] * nx * want;
      right[TERMS + a] += term[a] * ny * want;
      for (int b = 0; b < TERMS; b++) {
        float both = own * term[b];
        matrix[a * UNKNOWNS + b] += both * nx * nx;
        matrix[a * UNKNOWNS + TERMS + b] += both * nx * ny;
        matrix[(TERMS + a) * UNKNOWNS + TERMS + b] += both * ny * ny;
      }
    }
  }

  /// By elimination, of what is on and above the diagonal.
  private void solve() {
    for (int row = 0; row < UNKNOWNS; row++) {
      float inverse = 1 / matrix[row * UNKNOWNS + row];
      for (int below = row + 1; below < UNKNOWNS; below++) {
        float factor = matrix[row * UNKNOWNS + below] * inverse;
        for (int k = below; k < UNKNOWNS; k++) {
          matrix[below * UNKNOWNS + k] -= factor * matrix[row * UNKNOWNS + k];
        }
        right[below] -= factor * right[row];
      }
    }
    for (int row = UNKNOWNS - 1; row >= 0; row--) {
      float sum = right[row];
      for (int k = row + 1; k < UNKNOWNS; k++) {
        sum -= matrix[row * UNKNOWNS + k] * right[k];
      }
      right[row] = sum / matrix[row * UNKNOWNS + row];
    }
  }
}

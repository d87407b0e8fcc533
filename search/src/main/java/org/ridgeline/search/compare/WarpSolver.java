package org.ridgeline.search.compare;

/// Finds the bending that comes nearest to constraints and stays smooth.
///
/// Held small beside the constraints' misses: bending, departure from a conformal map (skin shears
/// less than it swells), any strain at all, and a trace of displacement so that there is always an
/// answer.
final class WarpSolver {
  private static final float BENDING = 0.02f;
  private static final float CONFORMAL = 0.005f;
  private static final float STRAIN = 0.005f;
  private static final float DISPLACEMENT = 1e-4f;

  private final BandMatrix matrix = new BandMatrix();
  private final Spline spline = new Spline();
  private final float[] weight = new float[16];
  private final int[] place = new int[16];
  private Box knots = new Box(0, 0, 0, 0);
  private int across;
  private int down;
  private boolean isUpright;

  /// Solves for the knots that touch a box of pixels, the others stay; `stiffness` times as stiff.
  void solve(Warp warp, Constraints constraints, Box pixels, float stiffness) {
    knots =
        new Box(
            Math.max(0, Math.floorDiv(pixels.left(), Spline.KNOT_PX)),
            Math.max(0, Math.floorDiv(pixels.top(), Spline.KNOT_PX)),
            Math.min(warp.columns - 1, Math.floorDiv(pixels.right(), Spline.KNOT_PX) + 3),
            Math.min(warp.rows - 1, Math.floorDiv(pixels.bottom(), Spline.KNOT_PX) + 3));
    across = knots.right() - knots.left() + 1;
    down = knots.bottom() - knots.top() + 1;
    // The short side runs fastest: the band is narrower.
    isUpright = across > down;
    int shorter = Math.min(across, down);
    matrix.reset(2 * across * down, 2 * (3 * shorter + 3) + 2);
    for (int i = 0; i < constraints.count; i++) {
      demand(constraints, i);
    }
    smooth(stiffness, warp.base);
    matrix.solve();
    for (int y = 0; y < down; y++) {
      for (int x = 0; x < across; x++) {
        int to = (y + knots.top()) * warp.columns + x + knots.left();
        warp.across[to] = matrix.right[unknown(x, y)];
        warp.down[to] = matrix.right[unknown(x, y) + 1];
      }
    }
    warp.bend();
  }

  private int unknown(int x, int y) {
    return 2 * (isUpright ? x * down + y : y * across + x);
  }

  private void demand(Constraints all, int index) {
    spline.at(all.x[index], all.y[index]);
    int left = spline.column - knots.left();
    int top = spline.row - knots.top();
    if (left < 0 || top < 0 || left + 4 > across || top + 4 > down) {
      return;
    }
    for (int k = 0; k < 16; k++) {
      int i = isUpright ? k >> 2 : k & 3;
      int j = isUpright ? k & 3 : k >> 2;
      place[k] = unknown(left + i, top + j);
      weight[k] = spline.across[i] * spline.down[j];
    }
    float w = all.weight[index];
    float xx = w * all.nx[index] * all.nx[index];
    float xy = w * all.nx[index] * all.ny[index];
    float yy = w * all.ny[index] * all.ny[index];
    float rx = w * all.nx[index] * all.want[index];
    float ry = w * all.ny[index] * all.want[index];
    float[] upper = matrix.upper;
    for (int p = 0; p < 16; p++) {
      float own = weight[p];
      int at = place[p];
      matrix.right[at] += own * rx;
      matrix.right[at + 1] += own * ry;
      int first = at * matrix.width;
      int second = first + matrix.width;
      float square = own * own;
      upper[first] += square * xx;
      upper[first + 1] += square * xy;
      upper[second] += square * yy;
      for (int q = p + 1; q < 16; q++) {
        float both = own * weight[q];
        int apart = place[q] - at;
        upper[first + apart] += both * xx;
        upper[first + apart + 1] += both * xy;
        upper[second + apart - 1] += both * xy;
        upper[second + apart] += both * yy;
      }
    }
  }

  private void smooth(float stiffness, Linear base) {
    int right = isUpright ? 2 * down : 2;
    int below = isUpright ? 2 : 2 * across;
    for (int y = 0; y < down; y++) {
      for (int x = 0; x < across; x++) {
        int at = unknown(x, y);
        for (int axis = at; axis <= at + 1; axis++) {
          smoothAxis(axis, new int[] {right, below}, x, y, stiffness);
        }
        if (x < across - 1 && y < down - 1) {
          conformal(at, right, below, base, stiffness * CONFORMAL);
        }
      }
    }
  }

  private void smoothAxis(int at, int[] steps, int x, int y, float stiffness) {
    int right = steps[0];
    int below = steps[1];
    float bending = stiffness * BENDING;
    matrix.upper[at * matrix.width] += DISPLACEMENT;
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
      matrix.add(stiffness * STRAIN, new int[] {at, at + right}, -1, 1);
    }
    if (y < down - 1) {
      matrix.add(stiffness * STRAIN, new int[] {at, at + below}, -1, 1);
    }
  }

  /// Displacements turned back by the base: what a conformal map would leave is held small.
  private void conformal(int at, int right, int below, Linear base, float weight) {
    float c = base.cosine();
    float s = base.sine();
    int x = at + right;
    int y = at + below;
    int[] touched = {x, x + 1, at, at + 1, y, y + 1};
    matrix.add(weight, touched, c, s, -c - s, -s + c, s, -c);
    matrix.add(weight, touched, -s, c, s - c, -c - s, c, s);
  }
}

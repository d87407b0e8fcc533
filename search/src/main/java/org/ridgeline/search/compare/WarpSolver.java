package org.ridgeline.search.compare;

/// Finds the bending that comes nearest to constraints and stays smooth. Not for several threads at
/// once.
final class WarpSolver {
  private final BandMatrix matrix;
  private final Spline spline = new Spline();
  private final float[] weight = new float[16];
  private Smoothness grid = new Smoothness(0, 0, 0);
  private Box knots = new Box(0, 0, 0, 0);

  WarpSolver(LineKernel kernel) {
    matrix = new BandMatrix(kernel);
  }

  /// Solves for the knots that touch a box of pixels, the others stay; `stiffness` times as stiff.
  void solve(Warp warp, Constraints constraints, Box pixels, int stiffness) {
    knots = warp.knots(pixels);
    grid =
        new Smoothness(
            knots.right() - knots.left() + 1, knots.bottom() - knots.top() + 1, stiffness);
    matrix.reset(grid.equations());
    for (int i = 0; i < constraints.count; i++) {
      demand(constraints, i);
    }
    matrix.solve();
    for (int y = knots.top(); y <= knots.bottom(); y++) {
      for (int x = knots.left(); x <= knots.right(); x++) {
        int unknown = grid.unknown(x - knots.left(), y - knots.top());
        warp.across[y * warp.columns + x] = matrix.right[unknown];
        warp.down[y * warp.columns + x] = matrix.right[unknown + 1];
      }
    }
    warp.bend();
  }

  /// Adds one constraint: each pair of the sixteen knots around it gets four numbers.
  private void demand(Constraints all, int index) {
    spline.at(all.x[index], all.y[index]);
    int x = spline.column - knots.left();
    int y = spline.row - knots.top();
    if (x < 0 || y < 0 || x + 4 > grid.across() || y + 4 > grid.down()) {
      return;
    }
    boolean isUpright = grid.isUpright();
    float[] outer = isUpright ? spline.across : spline.down;
    float[] inner = isUpright ? spline.down : spline.across;
    lines(all, index, outer, inner);
    float rx = all.weight[index] * all.nx[index] * all.want[index];
    float ry = all.weight[index] * all.ny[index] * all.want[index];
    int first = grid.unknown(x, y);
    int stride = isUpright ? 2 * grid.down() : 2 * grid.across();
    for (int a = 0; a < 4; a++) {
      for (int b = 0; b < 4; b++) {
        int row = first + a * stride + 2 * b;
        float own = weight[4 * a + b];
        matrix.right[row] += own * rx;
        matrix.right[row + 1] += own * ry;
        for (int c = a; c < 4; c++) {
          int offset = (c - a) * stride - 2 * b;
          matrix.addLine(row, offset, c, own);
          matrix.addLine(row + 1, offset - 1, 4 + c, own);
        }
      }
    }
  }

  /// The lines that the rows of a constraint are multiples of: by outer knot, the inner knots'
  /// weights times the constraint's direction and its products.
  private void lines(Constraints all, int index, float[] outer, float[] inner) {
    float w = all.weight[index];
    float xx = w * all.nx[index] * all.nx[index];
    float xy = w * all.nx[index] * all.ny[index];
    float yy = w * all.ny[index] * all.ny[index];
    float[] lines = matrix.upper;
    for (int a = 0; a < 4; a++) {
      for (int b = 0; b < 4; b++) {
        float both = outer[a] * inner[b];
        weight[4 * a + b] = both;
        int at = a * BandMatrix.SPARE + 2 * b;
        lines[at] = both * xx;
        lines[at + 1] = both * xy;
        lines[at + 4 * BandMatrix.SPARE] = both * xy;
        lines[at + 4 * BandMatrix.SPARE + 1] = both * yy;
      }
    }
  }
}

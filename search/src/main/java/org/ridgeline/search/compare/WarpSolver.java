package org.ridgeline.search.compare;

import java.util.Arrays;

/// Finds the bending that comes nearest to constraints and stays smooth. Not for several threads at
/// once.
///
/// Constraints that follow one another on one line across, between the same two knots, touch the
/// same sixteen knots and share their weights down: what they demand is summed along the line first
/// and spread over the equations once.
final class WarpSolver {
  private static final int KNOTS = 4;

  /// Room for the four knots of a line, two numbers each.
  private static final int LINE = LineKernel.WIDTH;

  /// One constraint's line; the line's right sides; the eight summed lines, one for each knot and
  /// axis; then four lines to be spread.
  private static final int OWN = 0;

  private static final int RIGHT = LINE;
  private static final int SUMMED = 2 * LINE;
  private static final int SPREAD = SUMMED + 2 * KNOTS * LINE;

  private final BandMatrix matrix;
  private final Spline spline = new Spline();
  private final float[] down = new float[KNOTS];
  private Smoothness grid = new Smoothness(0, 0, 0);
  private Box knots = new Box(0, 0, 0, 0);
  private int column;
  private int row;
  private float lineY;
  private boolean isOpen;

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
      gather(constraints, i);
    }
    spread();
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

  /// Adds one constraint to those of its line.
  private void gather(Constraints all, int index) {
    spline.at(all.x[index], all.y[index]);
    if (!isOpen || lineY != all.y[index] || column != spline.column) {
      spread();
      open(all.y[index]);
    }
    float nx = all.nx[index];
    float ny = all.ny[index];
    float[] lines = matrix.upper;
    for (int i = 0; i < KNOTS; i++) {
      lines[OWN + 2 * i] = spline.across[i] * nx;
      lines[OWN + 2 * i + 1] = spline.across[i] * ny;
    }
    float weight = all.weight[index];
    matrix.addLine(RIGHT, OWN, weight * all.want[index]);
    for (int i = 0; i < 2 * KNOTS; i++) {
      matrix.addLine(SUMMED + i * LINE, OWN, weight * lines[OWN + i]);
    }
  }

  private void open(float y) {
    isOpen = true;
    lineY = y;
    column = spline.column;
    row = spline.row;
    System.arraycopy(spline.down, 0, down, 0, KNOTS);
    Arrays.fill(matrix.upper, RIGHT, SPREAD, 0);
  }

  /// Adds what a line demands: each pair of the sixteen knots around it gets four numbers.
  private void spread() {
    int x = column - knots.left();
    int y = row - knots.top();
    boolean isWithin = x >= 0 && y >= 0 && x + KNOTS <= grid.across() && y + KNOTS <= grid.down();
    if (isOpen && isWithin) {
      if (grid.isUpright()) {
        spreadAcross(grid.unknown(x, y), 2 * grid.down());
      } else {
        spreadDown(grid.unknown(x, y), 2 * grid.across());
      }
    }
    isOpen = false;
  }

  /// Where unknowns follow one another across.
  private void spreadDown(int first, int stride) {
    for (int a = 0; a < KNOTS; a++) {
      for (int i = 0; i < 2 * KNOTS; i++) {
        int unknown = first + a * stride + i;
        matrix.right[unknown] += down[a] * matrix.upper[RIGHT + i];
        for (int c = a; c < KNOTS; c++) {
          int at = matrix.diagonal(unknown) + (c - a) * stride - i;
          matrix.addLine(at, SUMMED + i * LINE, down[a] * down[c]);
        }
      }
    }
  }

  /// Where unknowns follow one another down: of each two knots across a line is made.
  private void spreadAcross(int first, int stride) {
    for (int a = 0; a < KNOTS; a++) {
      for (int axis = 0; axis < 2; axis++) {
        int summed = SUMMED + (2 * a + axis) * LINE;
        lines(summed, a);
        for (int b = 0; b < KNOTS; b++) {
          int i = 2 * b + axis;
          int unknown = first + a * stride + i;
          matrix.right[unknown] += down[b] * matrix.upper[RIGHT + 2 * a + axis];
          for (int c = a; c < KNOTS; c++) {
            int at = matrix.diagonal(unknown) + (c - a) * stride - i;
            matrix.addLine(at, SPREAD + c * LINE, down[b]);
          }
        }
      }
    }
  }

  /// The lines of a knot with itself and those after it.
  private void lines(int summed, int knot) {
    float[] lines = matrix.upper;
    for (int c = knot; c < KNOTS; c++) {
      float onX = lines[summed + 2 * c];
      float onY = lines[summed + 2 * c + 1];
      for (int b = 0; b < KNOTS; b++) {
        lines[SPREAD + c * LINE + 2 * b] = down[b] * onX;
        lines[SPREAD + c * LINE + 2 * b + 1] = down[b] * onY;
      }
    }
  }
}

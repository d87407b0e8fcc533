package org.ridgeline.search.compare;

import java.util.Arrays;

/// Where two prints agree under a warp, by cell of the first print's lattice.
/// - **Shape** `real`, `imaginary`, `weight` of each cell alone, `weight` 0 where not looked at or
///   empty; `near…` the same smoothed over neighbours; `agreed`: 0..1, how much of the phases
///   around is the same whatever the shift; `nx`, `ny`, `period`, `du`, `dv` of the cell
final class Agreement {
  private static final float FLOOR = 0.02f;

  final int columns;
  final int rows;
  final float[] real;
  final float[] imaginary;
  final float[] weight;
  final float[] course;
  final float[] nx;
  final float[] ny;
  final float[] period;
  final float[] du;
  final float[] dv;
  final float[] agreed;
  final float[] nearReal;
  final float[] nearImaginary;
  final float[] nearWeight;
  private final float[] between;
  private final ReadyPrint one;
  private final PhaseAt phase;

  Agreement(ReadyPrint one, ReadyPrint other) {
    this.one = one;
    phase = new PhaseAt(one, other);
    columns = one.columns;
    rows = one.rows;
    int size = columns * rows;
    real = new float[size];
    imaginary = new float[size];
    weight = new float[size];
    course = new float[size];
    nx = new float[size];
    ny = new float[size];
    period = new float[size];
    du = new float[size];
    dv = new float[size];
    agreed = new float[size];
    nearReal = new float[size];
    nearImaginary = new float[size];
    nearWeight = new float[size];
    between = new float[size];
  }

  /// Looks at the cells that are among the candidates, all within a box, and smooths over a larger
  /// one.
  void look(Warp warp, boolean[] candidates, Box within, Box box) {
    clear(box);
    int left = columns;
    int right = -1;
    int top = rows;
    int bottom = -1;
    for (int y = within.top(); y <= within.bottom(); y++) {
      warp.alongRow(y, within);
      for (int x = within.left(); x <= within.right(); x++) {
        if (candidates[y * columns + x] && cell(warp, x, y)) {
          left = Math.min(left, x);
          right = Math.max(right, x);
          top = Math.min(top, y);
          bottom = y;
        }
      }
    }
    Box seen = new Box(left, top, right, bottom).grown(1).within(box);
    smooth(real, nearReal, seen, box);
    smooth(imaginary, nearImaginary, seen, box);
    smooth(weight, nearWeight, seen, box);
    for (int y = box.top(); y <= box.bottom(); y++) {
      for (int i = y * columns + box.left(); i <= y * columns + box.right(); i++) {
        float size =
            (float) Math.sqrt(nearReal[i] * nearReal[i] + nearImaginary[i] * nearImaginary[i]);
        agreed[i] = weight[i] > 0 ? size / (nearWeight[i] + FLOOR) : 0;
      }
    }
  }

  private void clear(Box box) {
    for (int y = box.top(); y <= box.bottom(); y++) {
      int from = y * columns + box.left();
      int to = y * columns + box.right() + 1;
      Arrays.fill(real, from, to, 0);
      Arrays.fill(imaginary, from, to, 0);
      Arrays.fill(weight, from, to, 0);
    }
  }

  /// The real part of what agrees around a cell, less than [#agreed] by what a shift would mend.
  float aligned(int cell) {
    return nearReal[cell] / (nearWeight[cell] + FLOOR);
  }

  private boolean cell(Warp warp, int x, int y) {
    int point = (4 * y + 2) * one.waveColumns + 4 * x + 2;
    if (one.size(point) == 0) {
      return false;
    }
    warp.atCell(x, y);
    phase.turn(warp.cosine, warp.sine);
    if (!phase.look(point, warp.x, warp.y)) {
      return false;
    }
    int i = y * columns + x;
    real[i] = phase.real;
    imaginary[i] = phase.imaginary;
    weight[i] = phase.weight;
    course[i] = phase.course;
    nx[i] = phase.nx;
    ny[i] = phase.ny;
    period[i] = phase.period;
    du[i] = warp.du;
    dv[i] = warp.dv;
    return true;
  }

  /// Twice a binomial of three, both ways, over the cells seen.
  private void smooth(float[] from, float[] into, Box seen, Box box) {
    for (int y = box.top(); y <= box.bottom(); y++) {
      int line = y * columns;
      System.arraycopy(from, line + box.left(), into, line + box.left(), width(box));
    }
    for (int times = 0; times < 2 && !seen.isEmpty(); times++) {
      for (int y = seen.top(); y <= seen.bottom(); y++) {
        int line = y * columns;
        for (int x = seen.left(); x <= seen.right(); x++) {
          float before = x > 0 ? into[line + x - 1] : 0;
          float after = x < columns - 1 ? into[line + x + 1] : 0;
          between[line + x] = 0.5f * into[line + x] + 0.25f * (before + after);
        }
      }
      for (int y = seen.top(); y <= seen.bottom(); y++) {
        int line = y * columns;
        for (int x = seen.left(); x <= seen.right(); x++) {
          float above = y > seen.top() ? between[line - columns + x] : 0;
          float below = y < seen.bottom() ? between[line + columns + x] : 0;
          into[line + x] = 0.5f * between[line + x] + 0.25f * (above + below);
        }
      }
    }
  }

  private static int width(Box box) {
    return box.right() - box.left() + 1;
  }
}

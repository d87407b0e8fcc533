package org.ridgeline.search.compare;

import java.util.Arrays;
import org.ridgeline.vocabulary.Angle;

/// Grows the part of two prints that agrees, round by round outward from a pair of minutiae.
///
/// Each round looks at the cells of the region and its front, pairs minutiae there and ahead, and
/// solves the warp again: a cell can tell only how far its ridges lie off along their normal, and a
/// pair of minutiae tells both ways. Cells that agree then are the region of the next round.
final class Growth {
  /// The region to begin with, pixels around the seed.
  static final int START_PX = 36;

  /// How far before the region minutiae are paired, pixels.
  private static final int AHEAD_PX = 40;

  private static final int FINAL_AHEAD_PX = 24;
  private static final int FRONT_CELLS = 2;
  private static final float AGREED_MIN = 0.55f;
  private static final float WEIGHT_MIN = 0.06f;

  /// A new cell's ridges may lie off by at most this share of their period: beyond, the next ridge
  /// is as near.
  private static final float SHIFT_MAX = 0.38f;

  private static final float CELL_WEIGHT = 1.5f;
  private static final float PAIR_MISS_PX = 5;
  private static final float SETTLED = 0.015f;
  private static final int CELLS_MIN = 4;

  /// Promise that hardly two prints of one finger have less of after so many rounds of full growth,
  /// and half of all strangers that come so far.
  private static final float POOR = 11;

  private static final int TRIED_ROUNDS = 4;

  final Agreement agreement;
  final Pairing pairing;
  final Constraints constraints = new Constraints();
  final float[] first;
  final float[] firstWeight;
  final ReadyPrint one;
  final ReadyPrint other;
  private final WarpSolver solver;
  private final QuadraticSolver quadratics = new QuadraticSolver();
  private final boolean[] candidates;
  private final boolean[] seen;
  private final Box all;

  Growth(ReadyPrint one, ReadyPrint other, float[] alike, WarpSolver solver) {
    this.one = one;
    this.other = other;
    this.solver = solver;
    agreement = new Agreement(one, other);
    pairing = new Pairing(one, other, alike);
    int size = one.columns * one.rows;
    candidates = new boolean[size];
    seen = new boolean[size];
    first = new float[size];
    firstWeight = new float[size];
    all = new Box(0, 0, one.columns - 1, one.rows - 1);
  }

  /// How the demands of a round are met.
  private interface Solving {
    void solve(Box pixels);
  }

  /// The first rounds, so many, of a region that is still small.
  void start(Hypothesis hypothesis, int rounds) {
    float x = one.x[hypothesis.seed.one()];
    float y = one.y[hypothesis.seed.one()];
    rounds(hypothesis, rounds, box -> quadratics.solve(hypothesis.warp, constraints, box, x, y));
  }

  /// So many rounds more.
  void follow(Hypothesis hypothesis, int rounds) {
    rounds(hypothesis, rounds, box -> solver.solve(hypothesis.warp, constraints, box, 1));
  }

  private void rounds(Hypothesis hypothesis, int rounds, Solving solving) {
    for (int round = 0; round < rounds; round++) {
      Box box = around(hypothesis.region);
      Region grown = round(hypothesis, box);
      if (grown.count < CELLS_MIN) {
        break;
      }
      solving.solve(demanded(grown));
      hypothesis.region = grown;
      hypothesis.rounds++;
    }
    hypothesis.promise = promise(hypothesis);
  }

  /// Looks at a region and what is before it, within a box; the cells that agree.
  private Region round(Hypothesis hypothesis, Box box) {
    if (box.isEmpty()) {
      return hypothesis.region;
    }
    int front = hypothesis.warp.isFlat() ? 1 : FRONT_CELLS;
    widen(hypothesis.region, box, front);
    Box within = hypothesis.region.box().grown(front).within(all);
    agreement.look(hypothesis.warp, candidates, within, box);
    pairing.pair(hypothesis.warp, hypothesis.region, AHEAD_PX);
    return demand(hypothesis, box);
  }

  /// Until it settles or is seen to be poor, at most so many rounds; in the end the whole overlap
  /// is looked at.
  void growFully(Hypothesis hypothesis, int rounds) {
    Arrays.fill(seen, false);
    Arrays.fill(first, 0);
    Arrays.fill(firstWeight, 0);
    for (int round = 0; round < rounds; round++) {
      Box box = around(hypothesis.region);
      Region grown = round(hypothesis, box);
      remember(box);
      if (grown.count < CELLS_MIN) {
        break;
      }
      boolean isLast = round == rounds - 1;
      solver.solve(hypothesis.warp, constraints, isLast ? one.box : demanded(grown), 1);
      int changed = grown.differing(hypothesis.region);
      hypothesis.region = grown;
      boolean isSettled = round > 2 && changed <= SETTLED * grown.count;
      boolean isPoor = round == TRIED_ROUNDS - 1 && promise(hypothesis) < POOR;
      if (round < rounds - 2 && (isSettled || isPoor)) {
        round = rounds - 2;
      }
    }
    finish(hypothesis);
  }

  private void finish(Hypothesis hypothesis) {
    Arrays.fill(candidates, true);
    agreement.look(hypothesis.warp, candidates, all, all);
    remember(all);
    pairing.pair(hypothesis.warp, hypothesis.region, FINAL_AHEAD_PX);
  }

  /// The cells that growth may touch in the next round.
  private Box around(Region region) {
    Box box = region.box();
    return box.isEmpty() ? box : box.grown(AHEAD_PX / ReadyPrint.CELL + 2).within(all);
  }

  private void widen(Region region, Box box, int by) {
    for (int y = box.top(); y <= box.bottom(); y++) {
      Arrays.fill(
          candidates, y * one.columns + box.left(), y * one.columns + box.right() + 1, false);
    }
    Box marked = region.box();
    for (int y = marked.top(); y <= marked.bottom(); y++) {
      int line = y * one.columns;
      for (int x = marked.left(); x <= marked.right(); x++) {
        if (region.has(line + x)) {
          int from = x;
          while (x < marked.right() && region.has(line + x + 1)) {
            x++;
          }
          mark(from, x, y, by);
        }
      }
    }
  }

  /// Makes cells of a row candidates, and those around them, but for the corners of more than one.
  private void mark(int left, int right, int row, int by) {
    for (int y = Math.max(0, row - by); y <= Math.min(one.rows - 1, row + by); y++) {
      int aside = by > 1 && Math.abs(y - row) == by ? by - 1 : by;
      int from = y * one.columns + Math.max(0, left - aside);
      int to = y * one.columns + Math.min(one.columns - 1, right + aside);
      Arrays.fill(candidates, from, to + 1, true);
    }
  }

  /// Keeps what each cell said when it was first looked at: before the warp was fitted to it.
  private void remember(Box box) {
    for (int y = box.top(); y <= box.bottom(); y++) {
      for (int i = y * one.columns + box.left(); i <= y * one.columns + box.right(); i++) {
        if (agreement.weight[i] > 0 && !seen[i]) {
          seen[i] = true;
          first[i] = agreement.aligned(i);
          firstWeight[i] = agreement.weight[i];
        }
      }
    }
  }

  /// What cells and pairs demand of the warp; the cells that agree.
  private Region demand(Hypothesis hypothesis, Box box) {
    constraints.clear();
    Region grown = new Region(one.columns, one.rows);
    for (int y = box.top(); y <= box.bottom(); y++) {
      for (int x = box.left(); x <= box.right(); x++) {
        int i = y * one.columns + x;
        if (agreement.weight[i] > 0 && demandCell(i, x, y, hypothesis.region.has(i))) {
          grown.mark(x, y);
        }
      }
    }
    for (int pair = 0; pair < pairing.count; pair++) {
      demandPair(hypothesis.warp, pair);
    }
    return grown;
  }

  private boolean demandCell(int i, int x, int y, boolean isOld) {
    float agreed = agreement.agreed[i];
    if (agreed <= AGREED_MIN || agreement.nearWeight[i] <= WEIGHT_MIN) {
      return false;
    }
    float turns =
        Angle.of(agreement.nearImaginary[i], agreement.nearReal[i]) / (float) (2 * Math.PI);
    if (!isOld && Math.abs(turns) >= SHIFT_MAX) {
      return false;
    }
    float nx = agreement.nx[i];
    float ny = agreement.ny[i];
    float wanted = nx * agreement.du[i] + ny * agreement.dv[i] - turns * agreement.period[i];
    constraints
        .at(ReadyPrint.CELL * x + 4, ReadyPrint.CELL * y + 4)
        .along(nx, ny, wanted, agreement.weight[i] * (agreed - 0.3f) * CELL_WEIGHT);
    return true;
  }

  private void demandPair(Warp warp, int pair) {
    float px = one.x[pairing.one[pair]];
    float py = one.y[pairing.one[pair]];
    float mx = pairing.missX[pair];
    float my = pairing.missY[pair];
    float weight =
        (0.3f + pairing.alike(pair)) / (1 + (mx * mx + my * my) / (PAIR_MISS_PX * PAIR_MISS_PX));
    warp.at(px, py);
    float du = warp.du + mx;
    float dv = warp.dv + my;
    constraints.at(px, py).along(1, 0, du, weight);
    constraints.at(px, py).along(0, 1, dv, weight);
  }

  /// The pixels that the warp is solved for: what is demanded, and as far as is looked ahead.
  private Box demanded(Region grown) {
    Box box = grown.box().times(ReadyPrint.CELL);
    float left = box.left();
    float top = box.top();
    float right = box.right();
    float bottom = box.bottom();
    for (int pair = 0; pair < pairing.count; pair++) {
      left = Math.min(left, one.x[pairing.one[pair]]);
      top = Math.min(top, one.y[pairing.one[pair]]);
      right = Math.max(right, one.x[pairing.one[pair]]);
      bottom = Math.max(bottom, one.y[pairing.one[pair]]);
    }
    return new Box((int) left, (int) top, (int) right + 1, (int) bottom + 1)
        .grown(AHEAD_PX + ReadyPrint.CELL)
        .within(one.box);
  }

  private float promise(Hypothesis hypothesis) {
    float cells = 0;
    Box box = hypothesis.region.box();
    for (int y = box.top(); y <= box.bottom(); y++) {
      for (int i = y * one.columns + box.left(); i <= y * one.columns + box.right(); i++) {
        if (hypothesis.region.has(i)) {
          cells += agreement.weight[i] * Math.max(0, agreement.agreed[i] - 0.5f);
        }
      }
    }
    float pairs = 0;
    for (int pair = 0; pair < pairing.count; pair++) {
      int i = pairing.one[pair];
      int j = pairing.other[pair];
      hypothesis.warp.at(one.x[i], one.y[i]);
      float dx = hypothesis.warp.x - other.x[j];
      float dy = hypothesis.warp.y - other.y[j];
      float miss = (float) Math.sqrt(dx * dx + dy * dy);
      pairs += Math.max(0, 1 - miss / 14) * (0.3f + pairing.alike(pair));
    }
    return 0.08f * cells + 2 * pairs;
  }
}

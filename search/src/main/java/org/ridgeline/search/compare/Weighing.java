package org.ridgeline.search.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Adds up the evidence of a hypothesis that has grown fully.
final class Weighing {
  private static final float AGREED_BY_CHANCE = 0.55f;
  private static final float ALIGNED_BY_CHANCE = 0.5f;
  private static final int NEAR_CELLS = 2;
  private static final float MISS_MAX_PX = 12;
  private static final float MISS_ZERO_PX = 14;
  private static final int STIFFNESS = 10;

  private final ReadyPrint one;
  private final ReadyPrint other;
  private final Growth growth;
  private final Hypothesis hypothesis;
  private Unpaired unpaired = new Unpaired();

  Weighing(ReadyPrint one, ReadyPrint other, Growth growth, Hypothesis hypothesis) {
    this.one = one;
    this.other = other;
    this.growth = growth;
    this.hypothesis = hypothesis;
  }

  /// The evidence but for the stiff part.
  Evidence weigh() {
    Agreement agreement = growth.agreement;
    float overlap = 0;
    float agreed = 0;
    float foreseen = 0;
    float looked = 0;
    for (int i = 0; i < agreement.weight.length; i++) {
      float weight = agreement.weight[i];
      if (weight > 0) {
        overlap += weight;
        agreed += weight * Math.max(agreement.agreed[i] - AGREED_BY_CHANCE, -0.05f);
      }
      foreseen += growth.firstWeight[i] * growth.first[i];
      looked += growth.firstWeight[i];
    }
    return minutiae(overlap, agreed, looked > 0 ? foreseen / looked : 0);
  }

  /// How the prints lie, to be asked after [#weigh] and before [#stiffened].
  Laying laying() {
    Agreement agreement = growth.agreement;
    Pairing pairing = growth.pairing;
    Warp warp = hypothesis.warp;
    List<Laying.Cell> cells = new ArrayList<>();
    for (int i = 0; i < agreement.weight.length; i++) {
      warp.at(ReadyPrint.CELL * (i % one.columns) + 4, ReadyPrint.CELL * (i / one.columns) + 4);
      cells.add(
          new Laying.Cell(
              agreement.weight[i], agreement.agreed[i], hypothesis.region.has(i), warp.x, warp.y));
    }
    List<Laying.Pair> pairs = new ArrayList<>();
    for (int pair = 0; pair < pairing.count; pair++) {
      int i = pairing.one[pair];
      if (counts(pair)) {
        warp.at(one.x[i], one.y[i]);
        pairs.add(new Laying.Pair(i, pairing.other[pair], warp.x, warp.y, pairing.miss(pair)));
      }
    }
    return new Laying(one.columns, one.rows, cells, pairs, unpaired.aloneOne, unpaired.aloneOther);
  }

  /// Whether a pair lies near enough, to the region and to each other, to speak.
  private boolean counts(int pair) {
    int i = growth.pairing.one[pair];
    return isNear(one.columnAt(one.x[i]), one.rowAt(one.y[i]))
        && growth.pairing.miss(pair) <= MISS_MAX_PX;
  }

  private boolean isNear(int column, int row) {
    return hypothesis.region.distance(column, row, NEAR_CELLS) <= NEAR_CELLS;
  }

  private Evidence minutiae(float overlap, float agreed, float foreseen) {
    Pairing pairing = growth.pairing;
    boolean[] pairedOne = new boolean[one.count];
    boolean[] pairedOther = new boolean[other.count];
    float paired = 0;
    float clear = 0;
    int pairs = 0;
    for (int pair = 0; pair < pairing.count; pair++) {
      int i = pairing.one[pair];
      int j = pairing.other[pair];
      if (!counts(pair)) {
        continue;
      }
      int cell = one.cellAt(one.x[i], one.y[i]);
      float fit = 1 - pairing.miss(pair) / MISS_ZERO_PX;
      pairedOne[i] = true;
      pairedOther[j] = true;
      pairs++;
      paired +=
          fit * (0.3f + pairing.alike(pair)) * Math.min(1, 0.2f + growth.agreement.agreed[cell]);
      clear += (float) Math.sqrt(one.weight[i] * other.weight[j]) * fit;
    }
    unpaired = new Unpaired();
    unpaired.ofOne(pairedOne);
    unpaired.ofOther(pairedOther);
    return new Evidence(
        overlap, agreed, 0, foreseen, paired, clear, unpaired.count - 2 * pairs, unpaired.missed);
  }

  /// Counts the minutiae near the region, with or without a partner.
  private final class Unpaired {
    int count;
    float missed;
    final List<Integer> aloneOne = new ArrayList<>();
    final List<Integer> aloneOther = new ArrayList<>();

    void ofOne(boolean[] paired) {
      for (int i = 0; i < one.count; i++) {
        if (isNear(one.columnAt(one.x[i]), one.rowAt(one.y[i]))) {
          hypothesis.warp.at(one.x[i], one.y[i]);
          if (other.isInside(hypothesis.warp.x, hypothesis.warp.y)) {
            count++;
            addAlone(aloneOne, i, paired);
          }
          missed += paired[i] ? 0 : one.weight[i] * sizeAt(hypothesis.warp.x, hypothesis.warp.y);
        }
      }
    }

    private static void addAlone(List<Integer> alone, int minutia, boolean[] paired) {
      if (!paired[minutia]) {
        alone.add(minutia);
      }
    }

    private float sizeAt(float x, float y) {
      int column = (int) (x / ReadyPrint.STEP);
      int row = (int) (y / ReadyPrint.STEP);
      boolean isWithin = x >= 0 && y >= 0 && column < other.waveColumns && row < other.waveRows;
      return isWithin ? other.size(row * other.waveColumns + column) : 0;
    }

    void ofOther(boolean[] paired) {
      boolean[] reached = reached();
      for (int j = 0; j < other.count; j++) {
        int column = Math.min(other.cellColumns - 1, (int) other.x[j] / ReadyPrint.CELL);
        int row = Math.min(other.cellRows - 1, (int) other.y[j] / ReadyPrint.CELL);
        if (reached[row * other.cellColumns + column]) {
          count++;
          addAlone(aloneOther, j, paired);
          missed += paired[j] ? 0 : 0.8f * other.weight[j];
        }
      }
    }

    /// The other print's cells that the region comes to lie on, with their neighbours.
    private boolean[] reached() {
      boolean[] reached = new boolean[other.cellColumns * other.cellRows];
      Box box = hypothesis.region.box().grown(NEAR_CELLS).within(one.columns - 1, one.rows - 1);
      for (int y = box.top(); y <= box.bottom(); y++) {
        for (int x = box.left(); x <= box.right(); x++) {
          if (isNear(x, y)) {
            hypothesis.warp.at(ReadyPrint.CELL * x + 4, ReadyPrint.CELL * y + 4);
            int column = (int) (hypothesis.warp.x / ReadyPrint.CELL);
            int row = (int) (hypothesis.warp.y / ReadyPrint.CELL);
            mark(reached, column, row);
            mark(reached, column - 1, row);
            mark(reached, column + 1, row);
            mark(reached, column, row - 1);
            mark(reached, column, row + 1);
          }
        }
      }
      return reached;
    }

    private void mark(boolean[] reached, int column, int row) {
      if (column >= 0 && row >= 0 && column < other.cellColumns && row < other.cellRows) {
        reached[row * other.cellColumns + column] = true;
      }
    }
  }

  /// The same evidence with its stiff part: what is left when the last demands are met by a warp
  /// ten times as stiff.
  Evidence stiffened(Evidence evidence, WarpSolver solver) {
    Warp stiff = hypothesis.warp.straightened();
    solver.solve(stiff, growth.constraints, one.box, STIFFNESS);
    boolean[] all = new boolean[one.columns * one.rows];
    Arrays.fill(all, true);
    Agreement agreement = growth.agreement;
    Box lattice = new Box(0, 0, one.columns - 1, one.rows - 1);
    agreement.look(stiff, all, lattice, lattice);
    float sum = 0;
    for (int i = 0; i < all.length; i++) {
      if (agreement.weight[i] > 0) {
        sum += agreement.weight[i] * Math.max(agreement.aligned(i) - ALIGNED_BY_CHANCE, -0.1f);
      }
    }
    return evidence.withStiff(sum);
  }
}

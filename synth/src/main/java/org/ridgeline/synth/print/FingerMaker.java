package org.ridgeline.synth.print;

import org.ridgeline.synth.Dice;
import org.ridgeline.vocabulary.FingerPosition;

/// Makes the fingers of fictional people.
public final class FingerMaker {
  private static final int FLOW = 12;
  private static final int SPACING = 13;
  private static final int GROWTH = 14;
  private static final int SKIN = 15;

  private FingerMaker() {}

  /// One finger of the person `seed`: the same seed gives ten fingers that belong together (size,
  /// ridge spacing, likely patterns), and always the same ten.
  public static Finger make(long seed, FingerPosition position) {
    int fgp = position.fgp();
    Body body = Body.of(seed, position);
    PatternClass pattern = PatternOdds.draw(seed, position);
    RidgeFlow flow = flow(seed, position, pattern, body);
    RidgeSpacing spacing = RidgeSpacing.of(flow, body.period(), Dice.of(seed, SPACING, fgp));
    float[] grown = RidgeGrowth.grow(kernels(flow, spacing, body), Dice.of(seed, GROWTH, fgp));
    byte[] ridges = HalfBand.doubled(grown, RidgeGrowth.WIDTH, RidgeGrowth.HEIGHT);
    byte[] breaks = SkinMarks.draw(ridges, body.wear(), Dice.of(seed, SKIN, fgp));
    return new Finger(position, flow, ridges, breaks);
  }

  static RidgeFlow flow(long seed, FingerPosition position, PatternClass pattern, Body body) {
    return RidgeFlow.of(pattern, body.size(), Dice.of(seed, FLOW, position.fgp()));
  }

  /// The kernel of every cell; -1 beyond the nail's edges.
  private static int[] kernels(RidgeFlow flow, RidgeSpacing spacing, Body body) {
    int step = 2 * RidgeGrowth.CELL;
    int columns = Finger.WIDTH_PX / step;
    int rows = Finger.HEIGHT_PX / step;
    int[] kernels = new int[columns * rows];
    for (int row = 0; row < rows; row++) {
      double y = Finger.HEIGHT_PX / 2.0 - (row + 0.5) * step;
      for (int column = 0; column < columns; column++) {
        double x = (column + 0.5) * step - Finger.WIDTH_PX / 2.0;
        kernels[row * columns + column] =
            body.covers(x, y) ? RidgeFilters.index(flow.at(x, y), 0.5 * spacing.at(x, y)) : -1;
      }
    }
    return kernels;
  }
}

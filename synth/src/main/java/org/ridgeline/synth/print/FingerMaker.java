package org.ridgeline.synth.print;

import org.ridgeline.synth.Dice;
import org.ridgeline.vocabulary.FingerPosition;

/// Makes the fingers of fictional people.
public final class FingerMaker {
  private static final int SHAPE = 11;
  private static final int FLOW = 12;
  private static final int SPACING = 13;
  private static final int GROWTH = 14;
  private static final int SKIN = 15;
  private static final double[] DIGIT_SIZE = {1.09, 0.97, 1.0, 0.96, 0.83};

  private FingerMaker() {}

  /// One finger of the person `seed`: the same seed gives ten fingers that belong together (size,
  /// ridge spacing, likely patterns), and always the same ten.
  public static Finger make(long seed, FingerPosition position) {
    int digit = (position.fgp() - 1) % 5;
    int fgp = position.fgp();
    Dice body = Dice.of(seed, SHAPE);
    double bodySize = body.normal(1, 0.045, 2.2);
    double bodyPeriod = body.normal(9.05, 0.42, 2.2);
    double care = body.uniform();
    Dice shape = Dice.of(seed, SHAPE, fgp);
    double size = bodySize * DIGIT_SIZE[digit] * shape.normal(1, 0.015, 2);
    double period = bodyPeriod * (1 + 0.35 * (DIGIT_SIZE[digit] - 1)) * shape.normal(1, 0.02, 2);
    PatternClass pattern = PatternOdds.draw(seed, position);
    RidgeFlow flow = RidgeFlow.of(pattern, size, Dice.of(seed, FLOW, fgp));
    RidgeSpacing spacing = RidgeSpacing.of(flow, period, Dice.of(seed, SPACING, fgp));
    int[] kernels = kernels(flow, spacing, size);
    float[] grown = RidgeGrowth.grow(kernels, Dice.of(seed, GROWTH, fgp));
    byte[] ridges = HalfBand.doubled(grown, RidgeGrowth.WIDTH, RidgeGrowth.HEIGHT);
    byte[] breaks = SkinMarks.draw(ridges, care, Dice.of(seed, SKIN, fgp));
    return new Finger(position, pattern, size, ridges, breaks);
  }

  /// The kernel of every cell; -1 beyond the nail's edges.
  private static int[] kernels(RidgeFlow flow, RidgeSpacing spacing, double size) {
    int step = 2 * RidgeGrowth.CELL;
    int columns = Finger.WIDTH_PX / step;
    int rows = Finger.HEIGHT_PX / step;
    double halfWidth = Math.min(252, 236 * size);
    double halfHeight = Math.min(284, 274 * size);
    int[] kernels = new int[columns * rows];
    for (int row = 0; row < rows; row++) {
      double y = Finger.HEIGHT_PX / 2.0 - (row + 0.5) * step;
      for (int column = 0; column < columns; column++) {
        double x = (column + 0.5) * step - Finger.WIDTH_PX / 2.0;
        double reach = reach(x / halfWidth, y / halfHeight);
        kernels[row * columns + column] =
            reach > 1 ? -1 : RidgeFilters.index(flow.at(x, y), 0.5 * spacing.at(x, y));
      }
    }
    return kernels;
  }

  /// Below 1 inside the finger's outline: a round tip, straight sides.
  private static double reach(double across, double up) {
    double x2 = across * across;
    double y2 = up * up;
    return up > 0 ? x2 * (0.35 + 0.65 * x2) + y2 * Math.abs(up) : x2 * x2 + y2 * y2 * y2;
  }
}

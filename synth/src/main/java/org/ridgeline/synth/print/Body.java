package org.ridgeline.synth.print;

import org.ridgeline.synth.Dice;
import org.ridgeline.vocabulary.FingerPosition;

/// What a finger has from the person it belongs to.
/// - **Unit** size 1 is a middle finger of a middle-sized person; period in pixels at 500 ppi; wear
///   0 (cared for) to 1 (rough)
record Body(double size, double period, double wear) {
  private static final int SHAPE = 11;
  private static final double[] DIGIT_SIZE = {1.09, 0.97, 1.0, 0.96, 0.83};

  static Body of(long seed, FingerPosition position) {
    double digit = DIGIT_SIZE[(position.fgp() - 1) % 5];
    Dice body = Dice.of(seed, SHAPE);
    double bodySize = body.normal(1, 0.045, 2.2);
    double bodyPeriod = body.normal(9.05, 0.42, 2.2);
    double wear = body.uniform();
    Dice shape = Dice.of(seed, SHAPE, position.fgp());
    double size = bodySize * digit * shape.normal(1, 0.015, 2);
    double period = bodyPeriod * (1 + 0.35 * (digit - 1)) * shape.normal(1, 0.02, 2);
    return new Body(size, period, wear);
  }

  /// Whether a place lies on the finger; pixels from its centre, y upwards.
  boolean covers(double x, double y) {
    double across = x / Math.min(252, 236 * size);
    double up = y / Math.min(284, 274 * size);
    double x2 = across * across;
    double y2 = up * up;
    // A round tip and straight sides.
    double reach = up > 0 ? x2 * (0.35 + 0.65 * x2) + y2 * Math.abs(up) : x2 * x2 + y2 * y2 * y2;
    return reach <= 1;
  }
}

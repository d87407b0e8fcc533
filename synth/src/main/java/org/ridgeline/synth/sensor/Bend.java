package org.ridgeline.synth.sensor;

import org.ridgeline.synth.Dice;
import org.ridgeline.synth.print.Waves;

/// How skin gives way under a touch: an even stretch and shear, a push and a twist that the middle
/// resists, and slow chance. Places count from the touch's middle, x to the right, y down.
///
/// Heavy bends are those of somebody who pushes or turns the finger on purpose: stretched to 0.85
/// to 1.2 times, moved by 10 to 25 pixels where the touch ends.
/// - **Unit** pixels at 500 ppi
final class Bend {
  /// Where the skin holds no longer, pixels from the middle.
  private static final double HOLD_PX = 120;

  private final double alongX;
  private final double alongY;
  private final double shear;
  private final double pushX;
  private final double pushY;
  private final double twist;
  private final Waves warpX;
  private final Waves warpY;

  /// `part` of the bend that the dice say, 0 none to 1 the whole.
  Bend(double strain, boolean heavy, double part, Dice dice) {
    double stretch = heavy ? 0.075 : 0.016 * strain;
    alongX = 1 + part * Math.clamp(dice.normal(0.01, stretch, 2), -0.15, 0.18);
    alongY = 1 + part * Math.clamp(dice.normal(0.01, stretch, 2), -0.15, 0.18);
    shear = part * dice.normal(0, heavy ? 0.07 : 0.014 * strain, 2);
    double push = part * (heavy ? 14 : 4.5 * strain);
    pushX = push * dice.normal(0, 0.8, 2);
    pushY = push * dice.normal(0, 1.0, 2);
    twist = part * dice.normal(0, heavy ? 0.13 : 0.035 * strain, 2);
    double warp = part * (heavy ? dice.between(3.5, 7) : 1.9 * strain);
    double length = dice.between(150, 260);
    warpX = new Waves(dice, 4, warp, length);
    warpY = new Waves(dice, 4, warp, length);
  }

  double x(double x, double y) {
    return alongX * x + shear * y + held(x, y) * (pushX - twist * y) + warpX.at(x, y);
  }

  double y(double x, double y) {
    return alongY * y + held(x, y) * (pushY + twist * x) + warpY.at(x, y);
  }

  /// 1 in the middle, 0 far away.
  private static double held(double x, double y) {
    double far = (x * x + y * y) / (HOLD_PX * HOLD_PX);
    return 1 / (1 + far * far);
  }
}

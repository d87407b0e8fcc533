package org.ridgeline.synth.print;

import org.ridgeline.synth.Dice;

/// How far apart a finger's ridges lie at each place.
///
/// Where ridges run together they also draw closer, as on real skin: a wanted spacing (wider below
/// the pattern and at the tip, with slow chance) is relaxed along the ridges towards the one that
/// needs no ridge to end, `div(t / period) = 0` for the unit direction `t`. What the spacing does
/// not take up, minutiae must: without this step two fingers of one pattern class would get most of
/// their minutiae at the same places. What ridges are then squeezed and spread again is the
/// finger's own chance: it makes several of them end the same way near one another, as on real
/// skin.
/// - **Shape** [#COLUMNS] by [#ROWS] nodes, [#STEP] pixels at 500 ppi apart
final class RidgeSpacing {
  static final int STEP = 16;
  static final int COLUMNS = Finger.WIDTH_PX / STEP + 1;
  static final int ROWS = Finger.HEIGHT_PX / STEP + 1;

  private static final int ROUNDS = 120;
  private static final float PACE = 0.2f;
  private static final float EVEN = 0.06f;
  private static final float HOLD = 0.012f;

  /// Furthest a spacing's logarithm may lie from the finger's middle one.
  private static final float SPAN = 0.26f;

  /// Deviation of a finger's own squeezes of that logarithm, and how far apart they are in pixels.
  /// At 0.16 and 120 impostors were more alike than those of the real sets (docs/synth.md).
  private static final double SQUEEZE = 0.14;

  private static final double SQUEEZE_PX = 110;

  private final float[] period;

  private RidgeSpacing(float[] period) {
    this.period = period;
  }

  /// The spacing along `flow`; `period` is the finger's middle one, in pixels at 500 ppi.
  static RidgeSpacing of(RidgeFlow flow, double period, Dice dice) {
    float[] wanted = wanted(dice);
    int nodes = COLUMNS * ROWS;
    float[] cos = new float[nodes];
    float[] sin = new float[nodes];
    float[] spread = new float[nodes];
    for (int node = 0; node < nodes; node++) {
      double x = x(node);
      double y = y(node);
      double here = flow.at(x, y);
      double acrossX = wrapped(flow.at(x + 3, y) - flow.at(x - 3, y)) / 6;
      double acrossY = wrapped(flow.at(x, y + 3) - flow.at(x, y - 3)) / 6;
      cos[node] = (float) Trig.cos(here);
      sin[node] = (float) Trig.sin(here);
      float steep = (float) (STEP * (cos[node] * acrossY - sin[node] * acrossX));
      spread[node] = Math.clamp(steep, -0.25f, 0.25f);
    }
    float[] level = relaxed(wanted, cos, sin, spread);
    Waves squeeze = new Waves(dice, 8, SQUEEZE, SQUEEZE_PX);
    for (int node = 0; node < nodes; node++) {
      double eased = Math.clamp(level[node], -SPAN, SPAN);
      double squeezed = Math.clamp(eased + squeeze.at(x(node), y(node)), -SPAN, SPAN);
      level[node] = (float) (period * StrictMath.exp(-squeezed));
    }
    return new RidgeSpacing(level);
  }

  /// Logarithm of the wanted density at every node, about 0.
  private static float[] wanted(Dice dice) {
    Waves waves = new Waves(dice, 5, 0.03, 190);
    double below = dice.between(0.04, 0.16);
    double above = dice.between(0.0, 0.08);
    float[] wanted = new float[COLUMNS * ROWS];
    for (int node = 0; node < wanted.length; node++) {
      double y = y(node);
      double wide = waves.at(x(node), y);
      wide += below * Math.clamp((-60 - y) / 130, 0.0, 1.0);
      wide += above * Math.clamp((y - 110) / 120, 0.0, 1.0);
      wanted[node] = (float) -wide;
    }
    return wanted;
  }

  private static float[] relaxed(float[] wanted, float[] cos, float[] sin, float[] spread) {
    float[] level = wanted.clone();
    float[] alongX = new float[level.length];
    float[] alongY = new float[level.length];
    for (int round = 0; round < ROUNDS; round++) {
      for (int row = 1; row < ROWS - 1; row++) {
        for (int node = row * COLUMNS + 1; node < (row + 1) * COLUMNS - 1; node++) {
          // Rows run downwards, y upwards.
          float slopeX = (level[node + 1] - level[node - 1]) / 2;
          float slopeY = (level[node - COLUMNS] - level[node + COLUMNS]) / 2;
          float missing = cos[node] * slopeX + sin[node] * slopeY + spread[node];
          alongX[node] = cos[node] * missing;
          alongY[node] = sin[node] * missing;
        }
      }
      for (int row = 1; row < ROWS - 1; row++) {
        for (int node = row * COLUMNS + 1; node < (row + 1) * COLUMNS - 1; node++) {
          float gain = alongX[node + 1] - alongX[node - 1];
          gain += alongY[node - COLUMNS] - alongY[node + COLUMNS];
          float around = level[node - 1] + level[node + 1];
          around += level[node - COLUMNS] + level[node + COLUMNS] - 4 * level[node];
          float back = wanted[node] - level[node];
          level[node] += PACE * gain + EVEN * around + HOLD * back;
        }
      }
    }
    return level;
  }

  /// The ridge period at a place, pixels at 500 ppi; x to the right, y upwards from the centre.
  double at(double x, double y) {
    double column = (x + Finger.WIDTH_PX / 2.0) / STEP;
    double row = (Finger.HEIGHT_PX / 2.0 - y) / STEP;
    int node = (int) row * COLUMNS + (int) column;
    double right = column - (int) column;
    double upper = period[node] + right * (period[node + 1] - period[node]);
    node += COLUMNS;
    double lower = period[node] + right * (period[node + 1] - period[node]);
    return upper + (row - (int) row) * (lower - upper);
  }

  private static double x(int node) {
    return (node % COLUMNS) * STEP - Finger.WIDTH_PX / 2.0;
  }

  private static double y(int node) {
    return Finger.HEIGHT_PX / 2.0 - (node / COLUMNS) * STEP;
  }

  private static double wrapped(double turn) {
    return turn - Math.PI * Math.rint(turn / Math.PI);
  }
}

package org.ridgeline.synth.sensor;

import org.ridgeline.synth.Dice;
import org.ridgeline.synth.print.Finger;
import org.ridgeline.synth.print.Grain;

/// What an earlier touch left on a sensor: faint ridges of another finger, a grey block.
final class Remains {
  private static final int EARLIER = 53;
  private static final int EDGE_PX = 6;

  private final SensorStyle style;
  private final long seed;
  private final Dice dice;
  private final int width;
  private final int height;

  Remains(SensorStyle style, long seed) {
    this.style = style;
    this.seed = seed;
    dice = Dice.of(seed, EARLIER);
    width = style.kind().widthPx();
    height = style.kind().heightPx();
  }

  /// Adds them under the ink of a touch, where chance says so.
  void add(float[] ink, FingerSkin skin) {
    if (dice.chance(style.ground().ghost())) {
      ghost(ink, skin, (float) (0.04 + 0.22 * dice.uniform() * dice.uniform()));
    }
    if (dice.chance(style.ground().block())) {
      block(ink, (float) dice.between(0.06, 0.3));
    }
  }

  private void ghost(float[] ink, FingerSkin skin, float faint) {
    long touch = Dice.hash(seed, EARLIER);
    Placement placement = new Placement(style, skin, touch);
    SkinMap map = placement.map(skin.finger().size()).mirrored(Finger.WIDTH_PX - 1);
    Condition state = Condition.draw(style, skin, placement.pressure, touch);
    float[] left = new Scan(style, skin, map, state, touch).ink();
    for (int i = 0; i < ink.length; i++) {
      ink[i] = Math.max(ink[i], Math.min(1, ink[i] + faint * left[i]));
    }
  }

  /// A rectangle, soft at its edges, over ridges and ground alike.
  private void block(float[] ink, float deep) {
    int wide = (int) (width * dice.between(0.25, 0.8));
    int high = (int) (height * dice.between(0.25, 0.8));
    int left = dice.below(width) - wide / 2;
    int top = dice.below(height) - high / 2;
    int grain = dice.below(Grain.SIDE);
    for (int y = Math.max(0, top); y < Math.min(height, top + high); y++) {
      for (int x = Math.max(0, left); x < Math.min(width, left + wide); x++) {
        int in = Math.min(Math.min(x - left, left + wide - x), Math.min(y - top, top + high - y));
        float edge = Math.min(1, (in + 1f) / EDGE_PX);
        float spots = 1 + 0.25f * Grain.COARSE.at(x + grain, y) + 0.15f * Grain.FINE.at(x, y);
        float grey = Math.clamp(deep * edge * spots, 0f, 0.6f);
        int at = y * width + x;
        ink[at] += grey * (1 - ink[at]);
      }
    }
  }
}

package org.ridgeline.synth.print;

import org.ridgeline.synth.Dice;
import org.ridgeline.vocabulary.GrayImage;

/// Prints of a finger: each seed is another touch of the same skin.
public final class Impression {
  private static final int TOUCH = 21;
  private static final int LOOK = 22;
  private static final int NOISE = 23;
  private static final int PAPER = 26;

  private final Finger finger;
  private final Touch touch;
  private final Look look;
  private final int scale;
  private final int width;
  private final int height;

  private Impression(Finger finger, long seed, ImpressionStyle style) {
    this.finger = finger;
    Dice hand = Dice.of(seed, TOUCH, finger.position().fgp());
    this.touch = new Touch(new Press(finger.size(), style, hand), style.kind());
    this.look = Look.of(style, Dice.of(seed, LOOK, finger.position().fgp()));
    this.scale = style.resolutionPpi() / 500;
    this.width = scale * style.kind().widthPx();
    this.height = scale * style.kind().heightPx();
  }

  /// One print, dark ridges on a light ground.
  public static GrayImage of(Finger master, long seed, ImpressionStyle style) {
    Impression impression = new Impression(master, seed, style);
    byte[] pixels = new byte[impression.width * impression.height];
    long noise = Dice.hash(seed, NOISE, master.position().fgp());
    for (int y = 0; y < impression.height; y++) {
      impression.row(pixels, y, noise);
    }
    if (style.ground() == ImpressionStyle.Ground.INK) {
      Dice dice = Dice.of(seed, PAPER, master.position().fgp());
      new Paper(pixels, impression.width, impression.scale).lay(dice).rule(dice);
    }
    return GrayImage.of(impression.width, impression.height, style.resolutionPpi(), pixels);
  }

  private void row(byte[] pixels, int y, long noise) {
    int step = Touch.STEP * scale;
    int node = (y / step) * touch.columns;
    float down = (y % step) / (float) step;
    long random = Dice.hash(noise, y);
    for (int column = 0; column * step < width; column++) {
      int at = node + column;
      float x = between(touch.skinX, at, down);
      float xStep = (between(touch.skinX, at + 1, down) - x) / step;
      float skinY = between(touch.skinY, at, down);
      float yStep = (between(touch.skinY, at + 1, down) - skinY) / step;
      float firm = between(touch.firmness, at, down);
      float firmStep = (between(touch.firmness, at + 1, down) - firm) / step;
      int end = Math.min(width, (column + 1) * step);
      for (int px = column * step; px < end; px++) {
        random = random * 0x5851F42D4C957F2DL + 0x14057B7EF767814FL;
        float speck = ((random >>> 40) + (random >>> 16 & 0xFFFFFF)) * 0x1.0p-24f - 1;
        int lookX = px / scale;
        int lookY = y / scale;
        float ink = firm > -0.35f ? look.ink(skin(x, skinY), firm, lookX, lookY) : 0;
        pixels[y * width + px] = (byte) look.grey(ink, speck, lookX, lookY);
        x += xStep;
        skinY += yStep;
        firm += firmStep;
      }
    }
  }

  private float between(float[] net, int at, float down) {
    return net[at] + down * (net[at + touch.columns] - net[at]);
  }

  /// Height of the skin at a place, -1..1, less its openings.
  private float skin(float x, float y) {
    int left = (int) x;
    int top = (int) y;
    if (x < 0 || y < 0 || left >= Finger.WIDTH_PX - 1 || top >= Finger.HEIGHT_PX - 1) {
      return -1;
    }
    int at = top * Finger.WIDTH_PX + left;
    float right = x - left;
    float low = y - top;
    float ridge = mixed(finger.ridges(), at, right, low) * (1 / 110f);
    float open = mixed(finger.breaks(), at, right, low) * (1 / 127f);
    return ridge - look.openness() * open;
  }

  private static float mixed(byte[] map, int at, float right, float low) {
    float upper = map[at] + right * (map[at + 1] - map[at]);
    int below = at + Finger.WIDTH_PX;
    float lower = map[below] + right * (map[below + 1] - map[below]);
    return upper + low * (lower - upper);
  }
}

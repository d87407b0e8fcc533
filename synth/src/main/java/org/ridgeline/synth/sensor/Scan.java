package org.ridgeline.synth.sensor;

import org.ridgeline.synth.Dice;
import org.ridgeline.synth.print.Grain;

/// Ink of one touch: how much of each pixel is covered by skin, 0..1.
final class Scan {
  private static final int PATCHES = 46;
  private static final int LEVELS = 1024;
  private static final float[] COVER = new float[LEVELS];

  /// Ridges print narrower than valleys on dry skin, as in `Look`.
  private static final float NARROW = 0.22f;

  /// How far pores, white lines and the roughness of edges shift the level at which skin prints.
  private static final float POROUS = 1.7f;

  private static final float DEEP = 2.2f;
  private static final float ROUGH = 0.18f;

  static {
    for (int i = 0; i < LEVELS; i++) {
      double value = (i - LEVELS / 2.0) * 12 / LEVELS;
      COVER[i] = (float) (1 / (1 + StrictMath.exp(-2.2 * value)));
    }
  }

  private final FingerSkin skin;
  private final SkinMap map;
  private final int[] offsets = new int[12];
  private final float steep;
  private final float wet;
  private final float dry;
  private final float patchy;
  private final float rim;
  private final float smudged;
  private final float tone;
  private final float mottle;
  private final float fill;

  Scan(SensorStyle style, FingerSkin skin, SkinMap map, Condition state, long seed) {
    this.skin = skin;
    this.map = map;
    Dice dice = Dice.of(seed, PATCHES);
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = dice.below(Grain.SIDE);
    }
    steep = (float) style.optics().steep();
    wet = (float) state.wet();
    dry = (float) state.dry();
    patchy = (float) state.patchy();
    rim = (float) state.rim();
    smudged = (float) state.smudged();
    tone = (float) state.tone();
    mottle = (float) dice.between(0.5, 1.3);
    // Water fills pores and fine lines.
    fill = Math.clamp(1.15f - 1.1f * wet, 0.15f, 1.8f);
  }

  float[] ink() {
    float[] ink = new float[map.widthPx * map.heightPx];
    for (int y = 0; y < map.heightPx; y++) {
      row(ink, y);
    }
    return ink;
  }

  private void row(float[] ink, int y) {
    int step = SkinMap.STEP;
    int node = y / step * map.columns;
    float down = y % step / (float) step;
    for (int column = 0; column * step < map.widthPx; column++) {
      int at = node + column;
      float x = between(map.skinX, at, down);
      float xStep = (between(map.skinX, at + 1, down) - x) / step;
      float skinY = between(map.skinY, at, down);
      float yStep = (between(map.skinY, at + 1, down) - skinY) / step;
      float firm = between(map.firmness, at, down);
      float firmStep = (between(map.firmness, at + 1, down) - firm) / step;
      int end = Math.min(map.widthPx, (column + 1) * step);
      for (int px = column * step; px < end; px++) {
        if (firm > -0.25f) {
          ink[y * map.widthPx + px] = ink(x, skinY, firm, px + y * 1024);
        }
        x += xStep;
        skinY += yStep;
        firm += firmStep;
      }
    }
  }

  private float between(float[] net, int at, float down) {
    return net[at] + down * (net[at + map.columns] - net[at]);
  }

  /// Cover of the pixel in column `place % 1024` and row `place / 1024`.
  private float ink(float skinX, float skinY, float firm, int place) {
    int x = place & 1023;
    int y = place >> 10;
    float broad = Grain.BROAD.at(x + offsets[0], y + offsets[1]);
    float patch = Grain.COARSE.at(x + offsets[2], y + offsets[3]);
    float blot = Grain.MIDDLE.at(x + offsets[4], y + offsets[5]);
    float speck = Grain.FINE.at(x + offsets[6], y + offsets[7]);
    float press = Math.min(0.22f, 1.5f * firm - 0.15f);
    float edge = Math.max(0, 1 - Math.abs(firm - 0.04f) / 0.16f);
    float level = wet - NARROW + patchy * (0.8f * broad + 0.5f * patch) + press + rim * edge;
    float open = POROUS * skin.finger().open(skinX, skinY) + DEEP * skin.crease(skinX, skinY);
    float bead = skin.bead(skinX, skinY);
    float grain = ROUGH * speck + dry * (0.35f * blot + 0.35f * speck + 0.6f * bead);
    float value = skin.height(skinX, skinY) + level + grain - fill * open;
    if (smudged > 0) {
      float where = Grain.BROAD.at(x + offsets[8], y + offsets[9]) + 0.25f * patch - 0.4f;
      float muddle = Math.clamp(0.6f * smudged * where, 0f, 0.85f);
      value += muddle * (0.2f + 0.7f * wet + 0.25f * blot + 0.2f * speck - value);
    }
    float cover = COVER[index(value)];
    float fade = Math.clamp(firm * 9 + 0.6f + 0.5f * blot, 0f, 1f);
    float spots = 0.07f * broad + 0.05f * (patch + blot + speck);
    float lightly = Math.max(0, 1 - 2.4f * firm);
    float pale = 0.3f * Math.max(0, 1 - wet) * lightly * lightly;
    return cover * fade * Math.clamp(tone + mottle * spots - pale, 0.2f, 1.05f);
  }

  private int index(float value) {
    return Math.clamp((int) (value * steep * (LEVELS / 12f / 2.2f)) + LEVELS / 2, 0, LEVELS - 1);
  }
}

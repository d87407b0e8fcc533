package org.ridgeline.synth.print;

import org.ridgeline.synth.Dice;

/// How pressure, moisture, dirt and the sensor turn skin into grey.
///
/// `wet` shifts the level at which skin prints: above 0 ridges grow thick and valleys close, below
/// they thin out; `dry` breaks ridges into specks; patches of both wander over the print. Ink is
/// rolled on too thickly or too thinly, and smears where the finger slides. Ridges are not black
/// but grey: their tone changes with pressure, slowly over the print and in spots along a ridge.
final class Look {
  private static final int LEVELS = 1024;

  /// Skin prints a little above its middle height: ridges are narrower than valleys, as on real
  /// plates. At the middle, noise joins ridges as often as it breaks them, and 48 in 100 minutiae
  /// are endings; real sets have 42 to 58, livescan 57.
  private static final float NARROW = 0.25f;

  private static final float[] INK = new float[LEVELS];

  static {
    for (int i = 0; i < LEVELS; i++) {
      double value = (i - LEVELS / 2.0) * 8 / LEVELS;
      INK[i] = (float) (1 / (1 + StrictMath.exp(-2.2 * value)));
    }
  }

  private final float wet;
  private final float dry;
  private final float patchy;
  private final float open;
  private final float depth;
  private final float paper;
  private final float noise;
  private final float blots;
  private final float smeared;
  private final float grit;
  private final float contrast;
  private final float tone;
  private final float mottle;
  private final float pale;
  private final float light;
  private final float smear;
  private final int[] offsets = new int[8];

  private Look(double bad, boolean inked, Dice dice) {
    double moisture = dice.normal(-0.22, 0.16 + 0.30 * bad, 2.2);
    double load = inked ? dice.normal(0.18, 0.30 + 0.25 * bad, 2) : 0;
    wet = (float) (moisture + load);
    dry = (float) ((inked ? 0.24 : 0.10) + 0.75 * bad * bad + Math.max(0, -0.7 * moisture));
    patchy = (float) (0.08 + 0.42 * bad + (inked ? 0.30 : 0));
    open = (float) Math.max(0, dice.normal(1.15 - 1.2 * moisture, 0.3, 2));
    depth = (float) Math.max(60, dice.between(205, 250) - 90 * bad);
    paper = (float) (inked ? dice.between(246, 254) - 25 * bad : dice.between(253, 264) - 12 * bad);
    noise = inked ? 6 : (float) (10 + 30 * bad);
    double ruin = Math.max(0, bad - 0.75) * 4;
    blots = (float) (0.05 + 1.4 * bad * bad * bad + 3 * ruin * ruin);
    smeared = (float) (2.3 * ruin);
    grit = (float) (0.4 * (1 - 0.85 * ruin));
    // Drawn for each print: plates give hard or soft edges, dark or pale ridges.
    contrast = (float) (inked ? 3.8 : dice.between(2.0, 3.6) - bad);
    tone = (float) dice.between(0.78, 0.92);
    mottle = (float) dice.between(0.6, 1.3);
    pale = (float) dice.between(0.15, 0.45);
    light = inked ? (float) dice.between(0.05, 0.30) : 0;
    smear = inked && dice.chance(0.2 + 0.5 * bad) ? (float) dice.between(0.5, 1.6) : 0;
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = dice.below(Grain.SIDE);
    }
  }

  /// The look of a print of a style's quality on its ground.
  static Look of(ImpressionStyle style, Dice dice) {
    double bad = Math.clamp(1 - style.quality() / 100.0 + dice.normal(0, 0.05, 2), 0.0, 1.0);
    return new Look(bad, style.ground() == ImpressionStyle.Ground.INK, dice);
  }

  /// How much pores and creases show.
  float openness() {
    return open;
  }

  /// Ink 0..1 at a pixel where the skin has the given height and firmness.
  float ink(float skin, float firmness, int x, int y) {
    float patch = Grain.COARSE.at(x + offsets[0], y + offsets[1]);
    float blot = Grain.MIDDLE.at(x + offsets[2], y + offsets[3]);
    float speck = Grain.FINE.at(x + offsets[4], y + offsets[5]);
    float press = Math.min(0.25f, 1.6f * firmness - 0.15f);
    float level = wet - NARROW + patchy * patch + press;
    float value = skin + level + dry * (0.75f * blot + 0.55f * speck);
    float muddle = blots * (smeared + Grain.COARSE.at(x + offsets[6], y + offsets[7]));
    value =
        muddle > 0 ? value * Math.max(0, 1 - muddle) + grit * Math.min(muddle, 1.5f) * blot : value;
    if (smear > 0) {
      value = smeared(value, x, y);
    }
    float ink =
        INK[Math.clamp((int) (value * contrast * (LEVELS / 8f)) + LEVELS / 2, 0, LEVELS - 1)];
    float fade = Math.clamp(firmness * 9 + 0.6f + 0.5f * blot, 0f, 1f);
    float thin = Math.max(0, light * (0.6f + Grain.COARSE.at(y + offsets[5], x + offsets[4])));
    float lightly = Math.max(0, 1 - 2.2f * firmness);
    float broad = Grain.BROAD.at(x + offsets[2], y + offsets[5]);
    float spots = 0.09f * broad + 0.05f * (patch + blot + speck);
    float shade = Math.clamp(tone + mottle * spots - pale * lightly * lightly, 0.2f, 1.1f);
    return ink * fade * Math.max(0.25f, 1 - thin) * shade;
  }

  /// Where the finger slid, its ridges are drawn out sideways into streaks.
  private float smeared(float value, int x, int y) {
    float where = Grain.COARSE.at(x / 2 + offsets[7], y / 2 + offsets[6]) - 0.7f;
    float slid = Math.clamp(smear * where, 0f, 1f);
    int column = x / 9 + offsets[1];
    float near = Grain.FINE.at(column, y + offsets[2]);
    float next = Grain.FINE.at(column + 1, y + offsets[2]);
    float streak = 0.25f + 0.6f * (near + (next - near) * (x % 9) / 9);
    return value + slid * (streak - value);
  }

  /// Grey level 0..255 of an amount of ink; `speck` is noise of -1..1.
  int grey(float ink, float speck, int x, int y) {
    float ground = paper + 1.5f * Grain.COARSE.at(x + offsets[1], y + offsets[2]);
    float deep = depth * (1 + 0.06f * Grain.COARSE.at(x + offsets[3], y + offsets[0]));
    float grey = ground - deep * ink + noise * speck * (0.06f + ink);
    return Math.clamp(Math.round(grey), 0, 255);
  }
}

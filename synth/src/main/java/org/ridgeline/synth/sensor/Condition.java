package org.ridgeline.synth.sensor;

import org.ridgeline.synth.Dice;

/// The state of the skin at one touch.
/// - **Unit** `wet` as [Skins#wet()]; `dry` how much ridges break into specks; `patchy` how much
///   both change over the print; `rim` the water pressed out at the edge; `smudged` how much of it
///   is blurred; `tone` of ridges, 1 as dark as the sensor shows
record Condition(double wet, double dry, double patchy, double rim, double smudged, double tone) {
  private static final int SKIN = 45;

  static Condition draw(SensorStyle style, FingerSkin skin, double pressure, long seed) {
    Dice dice = Dice.of(seed, SKIN);
    Skins skins = style.skins();
    double wet = skin.moisture + dice.normal(0, skins.touchSpread(), 2.2) + 0.10 * pressure;
    wet = Math.clamp(wet, -0.75, 1.15);
    double dry = 0.14 + 0.7 * Math.max(0, -wet) + 0.4 * skins.worn() * dice.uniform();
    double patchy = dice.between(0.10, 0.34) + 0.12 * Math.abs(wet);
    double rim = Math.max(0, wet - 0.15) * dice.between(0.4, 1.6);
    double smudged = dice.chance(0.25 * skins.smudged()) ? dice.between(0.4, 1.5) : 0;
    double pale = Math.max(0, -wet - 0.05 * pressure) * dice.between(0.2, 0.9);
    double tone = Math.clamp(dice.between(0.84, 1.0) - pale, 0.4, 1.0);
    return new Condition(wet, dry, patchy, rim, smudged, tone);
  }
}

package org.ridgeline.extract.ridge;

import java.util.function.DoubleBinaryOperator;
import org.ridgeline.vocabulary.GrayImage;
import org.ridgeline.vocabulary.RidgePrint;
import org.ridgeline.vocabulary.Ridges;

/// Ridges drawn by a formula: dark where what the formula says is a whole number of periods.
/// - **Shape** 300 by 300 pixels, places of the formula counted from the middle
final class Drawn {
  static final int SIDE_PX = 300;
  static final int MIDDLE_PX = SIDE_PX / 2;

  private Drawn() {}

  static GrayImage image(double period, DoubleBinaryOperator distance) {
    byte[] pixels = new byte[SIDE_PX * SIDE_PX];
    for (int i = 0; i < pixels.length; i++) {
      double x = i % SIDE_PX - MIDDLE_PX;
      double y = i / SIDE_PX - MIDDLE_PX;
      double turns = distance.applyAsDouble(x, y) / period;
      pixels[i] = (byte) (128 - 110 * StrictMath.cos(2 * Math.PI * turns));
    }
    return GrayImage.of(SIDE_PX, SIDE_PX, 500, pixels);
  }

  static Ridges ridges(double period, DoubleBinaryOperator distance) {
    return seen(image(period, distance));
  }

  static Ridges seen(GrayImage image) {
    RidgePrint print = RidgeReader.read(image);
    return new Ridges(print.waves(), print.cells());
  }

  /// Legs that run down from half rings.
  static double loop(double x, double y) {
    return y < 0 ? Math.hypot(x, y) : Math.abs(x);
  }

  /// Rings drawn out upwards and downwards, so that their ends lie `apart`.
  static double whorl(double x, double y, double apart) {
    return Math.hypot(x, Math.max(0, Math.abs(y) - apart / 2));
  }

  /// Three ways of ridges, each along its arm: one upwards, the others to the sides and down.
  static double delta(double x, double y) {
    double turn = Math.atan2(y, x) + Math.PI / 2;
    double third = 2 * Math.PI / 3;
    double off = turn - third * Math.round(turn / third);
    return Math.abs(Math.hypot(x, y) * Math.sin(off));
  }
}

package org.ridgeline.synth.print;

import org.ridgeline.synth.Dice;
import org.ridgeline.synth.print.ImpressionStyle.Kind;

/// One touch of a finger: where each part of the image lies on the skin, and how firmly it is met.
///
/// The skin is held where it is pressed and gives way around: a push, a twist, a slow random warp;
/// a roll also stretches the sides. Both image and skin are measured from their centres, y down.
/// - **Unit** pixels at 500 ppi; firmness is above 0 where skin and plate meet
final class Press {
  private final double cos;
  private final double sin;
  private final double shiftX;
  private final double shiftY;
  private final double pushX;
  private final double pushY;
  private final double twist;
  private final double stretch;
  private final Waves warpX;
  private final Waves warpY;
  private final Contact contact;

  Press(double size, ImpressionStyle style, Dice dice) {
    boolean rolled = style.kind() == Kind.ROLLED;
    double strain = 1 + (100 - style.quality()) / 100.0;
    double turn = dice.normal(0, rolled ? 0.045 : 0.085, 2.5);
    cos = StrictMath.cos(turn);
    sin = StrictMath.sin(turn);
    shiftX = dice.normal(0, rolled ? 6 : 14, 2.2);
    shiftY = dice.normal(0, rolled ? 8 : 16, 2.2);
    pushX = dice.normal(0, 5.0 * strain, 2.2);
    pushY = dice.normal(0, 6.5 * strain, 2.2);
    twist = dice.normal(0, 0.045 * strain, 2.2);
    stretch = rolled ? dice.normal(0.035, 0.02, 2) : dice.normal(-0.005, 0.015, 2);
    warpX = new Waves(dice, 4, 2.4 * strain, 190);
    warpY = new Waves(dice, 4, 2.4 * strain, 190);
    contact = new Contact(size, style, dice);
  }

  /// Skin column that an image place shows.
  double skinX(double x, double y) {
    double turnedX = turnedX(x, y);
    double turnedY = turnedY(x, y);
    return turnedX * (1 - stretch * Math.min(1, Math.abs(turnedX) / 160))
        + held(turnedX, turnedY) * (pushX - twist * turnedY)
        + warpX.at(turnedX, turnedY);
  }

  /// Skin row that an image place shows.
  double skinY(double x, double y) {
    double turnedX = turnedX(x, y);
    double turnedY = turnedY(x, y);
    return turnedY
        + held(turnedX, turnedY) * (pushY + twist * turnedX)
        + warpY.at(turnedX, turnedY);
  }

  /// The place of the image, as x and y, that shows a place of the skin.
  double[] image(double skinX, double skinY) {
    double x = cos * skinX - sin * skinY + shiftX;
    double y = sin * skinX + cos * skinY + shiftY;
    for (int round = 0; round < 2; round++) {
      double offX = skinX - skinX(x, y);
      double offY = skinY - skinY(x, y);
      x += cos * offX - sin * offY;
      y += sin * offX + cos * offY;
    }
    return new double[] {x, y};
  }

  /// How firmly a place of the skin is met.
  double firmness(double skinX, double skinY) {
    return contact.at(skinX, skinY);
  }

  private double turnedX(double x, double y) {
    return cos * (x - shiftX) + sin * (y - shiftY);
  }

  private double turnedY(double x, double y) {
    return cos * (y - shiftY) - sin * (x - shiftX);
  }

  private static double held(double x, double y) {
    double far = (x * x + y * y) / (150.0 * 150.0);
    return 1 / (1 + far * far);
  }

  /// The part of the finger that meets the plate.
  private static final class Contact {
    private final double halfWidth;
    private final double halfHeight;
    private final double x;
    private final double y;
    private final double square;
    private final Waves ragged;

    Contact(double fingerSize, ImpressionStyle style, Dice dice) {
      boolean rolled = style.kind() == Kind.ROLLED;
      double part = 1 - 0.35 * Math.max(0, 45 - style.quality()) / 45.0 * dice.uniform();
      double size = fingerSize * part;
      halfWidth = Math.min(238, (rolled ? dice.between(196, 226) : dice.between(132, 168)) * size);
      halfHeight = Math.min(268, (rolled ? dice.between(238, 262) : dice.between(186, 236)) * size);
      x = dice.normal(0, rolled ? 6 : 18, 2.2);
      y = dice.normal(rolled ? 4 : 0, rolled ? 8 : 24, 2);
      square = rolled ? 0.9 : dice.between(0.3, 0.9);
      ragged = new Waves(dice, 6, 0.05, 120);
    }

    double at(double skinX, double skinY) {
      double across = (skinX - x) / halfWidth;
      double down = (skinY - y) / halfHeight;
      double x2 = across * across;
      double y2 = down * down;
      double reach =
          down < 0
              ? x2 * (0.75 + 0.25 * x2) + y2 * (0.7 + 0.3 * y2)
              : x2 * (1 - square + square * x2) + y2 * (1 - square + square * y2);
      return 1 - reach + ragged.at(skinX, skinY);
    }
  }
}

package org.ridgeline.synth.sensor;

import org.ridgeline.synth.Dice;
import org.ridgeline.synth.print.Finger;
import org.ridgeline.synth.print.Waves;

/// How one touch lies: place, turn, bend and the part of the finger that meets the sensor.
final class Placement {
  private static final int PLACE = 42;
  private static final int BEND = 43;
  private static final int CONTACT = 44;

  /// Least and most that an area may grow by a bend: skin never folds.
  private static final double AREA_MIN = 0.55;

  private static final double AREA_MAX = 1.8;

  private final SensorStyle style;
  private final double growth;
  private final long seed;
  private final double shiftX;
  private final double shiftY;
  final double turn;
  final boolean heavy;
  final double pressure;

  Placement(SensorStyle style, FingerSkin skin, long seed) {
    this.style = style;
    this.growth = skin.growth;
    this.seed = seed;
    Handling handling = style.handling();
    Dice dice = Dice.of(seed, PLACE);
    double off = dice.chance(0.16) ? 2 : 0.9;
    shiftX = off * dice.normal(0, handling.shiftX(), 2);
    shiftY = off * dice.normal(0, handling.shiftY(), 2);
    // One touch in six is turned far, to 45 degrees, and laid far off the middle.
    double far = dice.chance(0.16) ? 3.2 : 0.55;
    turn = Math.toRadians(Math.clamp(far * dice.normal(0, handling.turn(), 3), -45.0, 45.0));
    heavy = dice.chance(handling.heavy());
    pressure = dice.normal(0, 1, 2);
  }

  /// The rows that a strip saw of a finger drawn over it: not always all of an image.
  private void frame(SkinMap map) {
    Dice dice = Dice.of(seed, CONTACT, 1);
    if (style.kind() == SensorKind.SWEEP) {
      map.top = dice.chance(0.4) ? dice.below(map.heightPx / 5) : 0;
      map.bottom = map.heightPx - (dice.chance(0.5) ? dice.below(map.heightPx / 4) : 0);
    }
  }

  /// The map of a touch; a bend that would fold the skin is eased until it does not.
  SkinMap map(double size) {
    double part = 1;
    SkinMap map = laid(size, part);
    while (!isSmooth(map)) {
      part *= 0.8;
      map = laid(size, part);
    }
    frame(map);
    return map;
  }

  private SkinMap laid(double size, double part) {
    Bend bend = new Bend(style.handling().strain(), heavy, part, Dice.of(seed, BEND));
    Contact contact = new Contact(size, pressure, style, Dice.of(seed, CONTACT));
    Waves pace = new Waves(Dice.of(seed, BEND, 1), 3, pace(part), 240);
    SkinMap map = new SkinMap(style.kind().widthPx(), style.kind().heightPx());
    double cos = StrictMath.cos(turn) / growth;
    double sin = StrictMath.sin(turn) / growth;
    for (int node = 0; node < map.skinX.length; node++) {
      double x = node % map.columns * SkinMap.STEP - map.widthPx / 2.0 - shiftX;
      double y = node / map.columns * SkinMap.STEP - map.heightPx / 2.0 - shiftY;
      y += pace.at(0, y);
      double turnedX = cos * x + sin * y - contact.x;
      double turnedY = cos * y - sin * x - contact.y;
      double skinX = contact.x + bend.x(turnedX, turnedY);
      double skinY = contact.y + bend.y(turnedX, turnedY);
      map.skinX[node] = (float) (skinX + Finger.WIDTH_PX / 2.0);
      map.skinY[node] = (float) (skinY + Finger.HEIGHT_PX / 2.0);
      map.firmness[node] = (float) contact.at(skinX, skinY);
    }
    return map;
  }

  /// A finger drawn over a strip goes now faster, now slower.
  private double pace(double part) {
    return style.kind() == SensorKind.SWEEP ? 3 * part * style.handling().strain() : 0;
  }

  private boolean isSmooth(SkinMap map) {
    double whole = SkinMap.STEP * SkinMap.STEP / (growth * growth);
    for (int row = 0; row < map.rows - 1; row++) {
      for (int at = row * map.columns; at < (row + 1) * map.columns - 1; at++) {
        double xx = map.skinX[at + 1] - map.skinX[at];
        double yx = map.skinY[at + 1] - map.skinY[at];
        double xy = map.skinX[at + map.columns] - map.skinX[at];
        double yy = map.skinY[at + map.columns] - map.skinY[at];
        double area = (xx * yy - xy * yx) / whole;
        if (map.firmness[at] > 0 && !(area > AREA_MIN && area < AREA_MAX)) {
          return false;
        }
      }
    }
    return true;
  }

  /// The part of the finger that is met: a pad, longer or shorter, at times only its tip or side.
  private static final class Contact {
    private final double halfWidth;
    private final double halfHeight;
    private final double square;
    private final Waves ragged;
    final double x;
    final double y;

    Contact(double fingerSize, double pressure, SensorStyle style, Dice dice) {
      Handling handling = style.handling();
      // A finger drawn over a strip leaves its whole length, with straight sides.
      boolean drawn = style.kind() == SensorKind.SWEEP;
      double size = fingerSize * handling.reach() * (1 + 0.06 * pressure);
      boolean part = dice.chance(handling.partial());
      double least = part ? dice.between(0.6, 0.85) : 1;
      double wide = dice.between(122, 162) - (drawn ? 12 : 0);
      double high = dice.between(170, 236) + (drawn ? 45 : 0);
      halfWidth = Math.min(225, wide * size * (0.5 + 0.5 * least));
      halfHeight = Math.min(264, high * size * least);
      x = dice.normal(0, part ? 45 : 14, 2);
      y = dice.normal(0, part ? 75 : 24, 2);
      square = drawn ? 0.95 : dice.between(0.3, 0.9);
      ragged = new Waves(dice, 6, drawn ? 0.02 : 0.045, 110);
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
      double nail = Math.abs(skinX) - 232;
      return Math.min(1 - reach + ragged.at(skinX, skinY), -nail / 40);
    }
  }
}

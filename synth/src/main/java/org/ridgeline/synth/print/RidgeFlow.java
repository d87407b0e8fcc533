package org.ridgeline.synth.print;

import java.util.Arrays;
import java.util.List;
import org.ridgeline.synth.Dice;

/// The direction ridges follow at each place of a finger, from its singular points.
///
/// The zero-pole model: half the angle to each core, less half the angle to each delta. The angles
/// are bent by low harmonics (Vizcaya and Gerhardt bend them by line segments), so that loops keep
/// parallel legs and no two fingers flow alike; a tilt grows towards the tip, where ridges follow
/// the finger's outline. Coordinates: pixels at 500 ppi from the finger's centre, x to the right, y
/// upwards. Directions: radians, zero along +x, counter-clockwise, modulo pi.
/// - **Source** Sherlock and Monro 1993; Vizcaya and Gerhardt 1996; Cappelli 2004 for arches
final class RidgeFlow {
  /// A core or a delta, with the bends of its angle.
  private record Point(double x, double y, double sign, double[] bend) {}

  private final PatternClass pattern;
  private final double size;
  private final Point[] points;
  private final double arch;
  private final double archX;
  private final double archWidth;
  private final double tip;
  private final double halfWidth;
  private final Waves waves;

  private RidgeFlow(PatternClass pattern, double size, Point[] points, Dice dice) {
    this.pattern = pattern;
    this.size = size;
    this.points = points;
    this.halfWidth = 215 * size;
    this.arch = pattern == PatternClass.ARCH ? dice.between(0.45, 1.15) : 0;
    this.archX = dice.normal(0, 8, 2);
    this.archWidth = halfWidth * dice.between(0.30, 0.42);
    this.tip = points.length == 2 ? dice.between(0.2, 0.45) : dice.between(0.35, 0.62);
    this.waves = new Waves(dice, 6, 0.065, 200);
  }

  /// The flow of one finger: `size` 1 is a middle finger of a middle-sized person.
  static RidgeFlow of(PatternClass pattern, double size, Dice dice) {
    double coreX = dice.normal(0, 9, 2.5) * size;
    double coreY = dice.normal(28, 14, 2.5) * size;
    Point[] points =
        switch (pattern) {
          case ARCH -> new Point[0];
          case TENTED_ARCH -> tented(coreX, coreY, size, dice);
          case RIGHT_LOOP -> loop(1, coreX, coreY, size, dice);
          case LEFT_LOOP -> loop(-1, coreX, coreY, size, dice);
          case WHORL -> whorl(coreX, coreY, size, dice);
          case DOUBLE_LOOP -> doubleLoop(coreX, coreY, size, dice);
        };
    return new RidgeFlow(pattern, size, points, dice);
  }

  /// `narrow` 0: the ridges fan out below the core; 1: they run parallel there, and turn above it.
  private static Point core(double x, double y, double narrow, Dice dice) {
    double[] bend = {
      dice.normal(0, 0.08, 2),
      -4 / Math.PI * narrow,
      dice.normal(0, 0.06, 2),
      dice.normal(0, 0.06, 2),
      -4 / Math.PI * narrow / 9
    };
    return new Point(x, y, 1, bend);
  }

  private static Point delta(double x, double y, Dice dice) {
    return new Point(
        x,
        y,
        -1,
        new double[] {
          dice.normal(0, 0.08, 2),
          dice.normal(0, 0.10, 2),
          dice.normal(0, 0.06, 2),
          dice.normal(0, 0.06, 2),
          0
        });
  }

  private static Point[] loop(int side, double x, double y, double size, Dice dice) {
    double dx = -side * dice.normal(88, 24, 2.2) * size;
    double dy = -dice.normal(118, 26, 2.2) * size;
    return new Point[] {
      core(x + side * 6, y, dice.between(0.45, 0.85), dice), delta(x + dx, y + dy, dice)
    };
  }

  private static Point[] tented(double x, double y, double size, Dice dice) {
    double dx = dice.normal(0, 7, 2) * size;
    double dy = -dice.normal(74, 20, 1.8) * size;
    return new Point[] {core(x, y - 12, dice.between(0.3, 0.7), dice), delta(x + dx, y + dy, dice)};
  }

  private static Point[] whorl(double x, double y, double size, Dice dice) {
    double apart = dice.between(7, 42) * size;
    double lean = dice.normal(0, 0.30, 2) * apart;
    double below = dice.normal(112, 24, 2.2) * size;
    double tilt = dice.normal(0, 20, 2) * size;
    double left = -dice.normal(118, 20, 2.2) * size;
    double right = dice.normal(118, 20, 2.2) * size;
    double skew = dice.normal(0, 14, 2) * size;
    return whole(
        new double[] {x + lean, y + apart / 2 + 8, x - lean, y - apart / 2},
        new double[] {left + skew, y - below + tilt, right + skew, y - below - tilt},
        dice);
  }

  private static Point[] doubleLoop(double x, double y, double size, Dice dice) {
    double turn = dice.chance(0.5) ? 1 : -1;
    double apartX = dice.between(22, 42) * size * turn;
    double apartY = dice.between(20, 44) * size;
    double below = dice.normal(118, 22, 2) * size;
    double tilt = dice.normal(0, 16, 2) * size;
    double left = -dice.normal(122, 18, 2) * size;
    double right = dice.normal(122, 18, 2) * size;
    return whole(
        new double[] {x - apartX / 2, y + apartY / 2, x + apartX / 2, y - apartY / 2},
        new double[] {left, y - below + tilt, right, y - below - tilt},
        dice);
  }

  private static Point[] whole(double[] cores, double[] deltas, Dice dice) {
    return new Point[] {
      core(cores[0], cores[1], dice.between(0.1, 0.35), dice),
      // The lower core opens upwards: it is left unbent, its narrow side would be the wrong one.
      new Point(cores[2], cores[3], 1, new double[5]),
      delta(deltas[0], deltas[1], dice),
      delta(deltas[2], deltas[3], dice)
    };
  }

  PatternClass pattern() {
    return pattern;
  }

  double size() {
    return size;
  }

  /// The cores and deltas it was made from.
  List<Singular> singular() {
    return Arrays.stream(points)
        .map(point -> new Singular(point.x, point.y, point.sign > 0))
        .toList();
  }

  /// Ridge direction at a place, radians modulo pi.
  double at(double x, double y) {
    double direction = waves.at(x, y);
    for (Point point : points) {
      double angle = Trig.atan2(y - point.y, x - point.x);
      direction += 0.5 * point.sign * (angle + bent(point.bend, angle));
    }
    double height = Math.clamp((y + 90) / 330, 0.0, 1.0);
    double across = x / halfWidth;
    direction -= tip * height * across / (1 + 0.35 * across * across);
    if (arch > 0) {
      double off = (x - archX) / archWidth;
      double lift = Math.clamp((y + 240) / 210, 0.0, 1.0) * Math.clamp((330 - y) / 330, 0.0, 1.0);
      direction -= arch * lift * 1.65 * off * StrictMath.exp(-0.5 * off * off);
    }
    return direction;
  }

  private static double bent(double[] bend, double angle) {
    double cos = Trig.cos(angle);
    double sin = Trig.sin(angle);
    double cos2 = cos * cos - sin * sin;
    double sin2 = 2 * sin * cos;
    double cos3 = (4 * cos * cos - 3) * cos;
    return bend[0] * sin + bend[1] * cos + bend[2] * sin2 + bend[3] * cos2 + bend[4] * cos3;
  }
}

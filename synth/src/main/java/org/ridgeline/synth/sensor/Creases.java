package org.ridgeline.synth.sensor;

import org.ridgeline.synth.Dice;
import org.ridgeline.synth.print.Finger;

/// White lines across a finger: folds, cuts, now and then a spot of dead skin.
/// - **Shape** the size of a [Finger]'s maps; 0 whole skin to 127 open
final class Creases {
  private static final int WIDTH = Finger.WIDTH_PX;
  private static final int HEIGHT = Finger.HEIGHT_PX;

  private final byte[] map = new byte[WIDTH * HEIGHT];
  private final Dice dice;

  private Creases(Dice dice) {
    this.dice = dice;
  }

  static byte[] draw(int lines, Dice dice) {
    Creases creases = new Creases(dice);
    // Folds of a finger run alike: across it, or aslant.
    double way = dice.normal(0, 0.5, 2);
    for (int i = 0; i < lines; i++) {
      boolean alike = dice.chance(0.7);
      double slope = alike ? way + dice.normal(0, 0.25, 2) : dice.between(-1.57, 1.57);
      double thick = dice.chance(0.3) ? dice.between(1.2, 3.4) : dice.between(0.4, 1.2);
      creases.line(slope, thick, dice.between(25, 160));
    }
    if (dice.chance(0.06)) {
      creases.spot();
    }
    return creases.map;
  }

  private void line(double slope, double thick, double length) {
    double x = dice.normal(WIDTH / 2.0, 75, 2);
    double y = dice.normal(HEIGHT / 2.0, 95, 2);
    double turn = slope;
    double bend = dice.normal(0, 0.005, 2);
    double deep = dice.between(0.6, 1);
    int steps = (int) length;
    for (int i = 0; i < steps; i++) {
      turn += bend + 0.04 * dice.normal();
      x += StrictMath.cos(turn);
      y += StrictMath.sin(turn);
      double rest = Math.min(i, steps - i) / 14.0;
      blob(x, y, thick * Math.min(1, 0.25 + rest), deep);
    }
  }

  private void spot() {
    double x = dice.normal(WIDTH / 2.0, 60, 2);
    double y = dice.normal(HEIGHT / 2.0, 75, 2);
    double size = dice.between(3, 11);
    for (int i = 0; i < 6; i++) {
      double atX = x + dice.normal(0, size / 2, 2);
      blob(atX, y + dice.normal(0, size / 2, 2), size * dice.between(0.4, 0.8), 1);
    }
  }

  private void blob(double x, double y, double radius, double deep) {
    int reach = (int) radius + 2;
    for (int dy = -reach; dy <= reach; dy++) {
      for (int dx = -reach; dx <= reach; dx++) {
        int px = (int) x + dx;
        int py = (int) y + dy;
        if (px >= 0 && py >= 0 && px < WIDTH && py < HEIGHT) {
          double off = Math.sqrt((px - x) * (px - x) + (py - y) * (py - y));
          int depth = (int) (127 * deep * Math.clamp(radius + 0.7 - off, 0.0, 1.0));
          int at = py * WIDTH + px;
          map[at] = (byte) Math.max(map[at], depth);
        }
      }
    }
  }
}

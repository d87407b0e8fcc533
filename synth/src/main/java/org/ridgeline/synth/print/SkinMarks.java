package org.ridgeline.synth.print;

import org.ridgeline.synth.Dice;

/// Where a finger's skin is open for good: pores along the ridges, creases, a scar at times.
final class SkinMarks {
  private static final int WIDTH = Finger.WIDTH_PX;
  private static final int HEIGHT = Finger.HEIGHT_PX;
  private static final int PORE_GRID = 9;

  private SkinMarks() {}

  /// The map of openings; `care` 0..1 says how worn the person's hands are.
  static byte[] draw(byte[] ridges, double care, Dice dice) {
    byte[] marks = new byte[WIDTH * HEIGHT];
    pores(marks, ridges, dice);
    int creases = (int) (7 * care * care * dice.uniform() + 1.2 * dice.uniform());
    for (int i = 0; i < creases; i++) {
      double slope = dice.chance(0.7) ? dice.normal(0, 0.35, 2) : dice.between(-1.57, 1.57);
      line(marks, slope, dice.between(0.5, 1.3), dice.between(40, 150), dice);
    }
    if (dice.chance(0.05)) {
      line(marks, dice.between(-1.57, 1.57), dice.between(1.6, 3.2), dice.between(60, 190), dice);
    }
    return marks;
  }

  private static void pores(byte[] marks, byte[] ridges, Dice dice) {
    double open = dice.between(0.35, 1);
    for (int gridY = PORE_GRID; gridY < HEIGHT - 2 * PORE_GRID; gridY += PORE_GRID) {
      for (int gridX = PORE_GRID; gridX < WIDTH - 2 * PORE_GRID; gridX += PORE_GRID) {
        int at = (gridY + dice.below(PORE_GRID)) * WIDTH + gridX + dice.below(PORE_GRID);
        int depth = (int) (open * (60 + dice.below(67)));
        for (int climb = 0; climb < 4; climb++) {
          at = uphill(ridges, at);
        }
        if (ridges[at] > 60) {
          raise(marks, at, depth);
          raise(marks, at + 1, depth * 4 / 5);
          raise(marks, at - 1, depth * 2 / 5);
          raise(marks, at + WIDTH, depth * 4 / 5);
          raise(marks, at - WIDTH, depth * 2 / 5);
          raise(marks, at + WIDTH + 1, depth * 3 / 5);
        }
      }
    }
  }

  private static int uphill(byte[] ridges, int at) {
    int best = at;
    for (int step : new int[] {1, -1, WIDTH, -WIDTH}) {
      if (ridges[at + step] > ridges[best]) {
        best = at + step;
      }
    }
    return best;
  }

  /// A line that wanders a little and thins out at both ends.
  private static void line(byte[] marks, double slope, double thick, double length, Dice dice) {
    double x = dice.normal(WIDTH / 2.0, 90, 2);
    double y = dice.normal(HEIGHT / 2.0, 110, 2);
    double turn = slope;
    double bend = dice.normal(0, 0.004, 2);
    int steps = (int) length;
    for (int i = 0; i < steps; i++) {
      turn += bend + 0.03 * dice.normal();
      x += StrictMath.cos(turn);
      y += StrictMath.sin(turn);
      double rest = Math.min(i, steps - i) / 18.0;
      blob(marks, x, y, thick * Math.min(1, 0.3 + rest));
    }
  }

  private static void blob(byte[] marks, double x, double y, double radius) {
    int reach = (int) radius + 2;
    for (int dy = -reach; dy <= reach; dy++) {
      for (int dx = -reach; dx <= reach; dx++) {
        int px = (int) x + dx;
        int py = (int) y + dy;
        if (px < 1 || py < 1 || px >= WIDTH - 1 || py >= HEIGHT - 1) {
          continue;
        }
        double off = Math.sqrt((px - x) * (px - x) + (py - y) * (py - y));
        raise(marks, py * WIDTH + px, (int) (127 * Math.clamp(radius + 0.7 - off, 0.0, 1.0)));
      }
    }
  }

  private static void raise(byte[] marks, int at, int depth) {
    marks[at] = (byte) Math.max(marks[at], depth);
  }
}

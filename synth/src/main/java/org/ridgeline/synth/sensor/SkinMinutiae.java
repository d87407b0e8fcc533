package org.ridgeline.synth.sensor;

import java.util.ArrayList;
import java.util.List;
import org.ridgeline.synth.print.Finger;

/// The minutiae a finger has: where the ridges of its skin end and split, found on the skin itself,
/// which is clean and whole.
///
/// Ridges are thinned to lines one pixel wide; a line's end is an ending, where three meet is a
/// bifurcation. Short stumps of the thinning and what lies at the map's rim are left out.
/// - **Source** Zhang and Suen, A fast parallel algorithm for thinning digital patterns, 1984
final class SkinMinutiae {
  /// A minutia of the skin: place in pixels of the skin map; direction in radians, clockwise on the
  /// screen, as `Minutia` has it.
  record Mark(double x, double y, double direction, boolean ending) {}

  private static final int WIDTH = Finger.WIDTH_PX;
  private static final int HEIGHT = Finger.HEIGHT_PX;

  /// Lines shorter than this from a split or to another end are stumps.
  private static final int STUMP_PX = 7;

  /// How far a line is followed for its direction.
  private static final int FOLLOW_PX = 12;

  private static final int RIM_PX = 14;

  /// The eight neighbours, clockwise from above.
  private static final int[] AROUND = {
    -WIDTH, 1 - WIDTH, 1, WIDTH + 1, WIDTH, WIDTH - 1, -1, -WIDTH - 1
  };

  private final Finger finger;
  private final boolean[] line = new boolean[WIDTH * HEIGHT];

  private SkinMinutiae(Finger finger) {
    this.finger = finger;
  }

  static List<Mark> of(Finger finger) {
    SkinMinutiae skin = new SkinMinutiae(finger);
    skin.lay();
    skin.thin();
    return skin.marks();
  }

  private void lay() {
    for (int y = 2; y < HEIGHT - 2; y++) {
      for (int x = 2; x < WIDTH - 2; x++) {
        line[y * WIDTH + x] = finger.ridge(x, y) > 0;
      }
    }
  }

  private void thin() {
    List<Integer> gone = new ArrayList<>();
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int half = 0; half < 2; half++) {
        gone.clear();
        for (int at = WIDTH + 1; at < line.length - WIDTH - 1; at++) {
          if (line[at] && isLoose(at, half)) {
            gone.add(at);
          }
        }
        gone.forEach(at -> line[at] = false);
        changed |= !gone.isEmpty();
      }
    }
  }

  private boolean isLoose(int at, int half) {
    int near = 0;
    for (int step : AROUND) {
      near += line[at + step] ? 1 : 0;
    }
    if (near < 2 || near > 6 || crossings(at) != 1) {
      return false;
    }
    boolean up = line[at - WIDTH];
    boolean right = line[at + 1];
    boolean down = line[at + WIDTH];
    boolean left = line[at - 1];
    return half == 0
        ? !(up && right && down) && !(right && down && left)
        : !(up && right && left) && !(up && down && left);
  }

  /// How many lines leave a pixel.
  private int crossings(int at) {
    int crossings = 0;
    for (int i = 0; i < 8; i++) {
      crossings += !line[at + AROUND[i]] && line[at + AROUND[(i + 1) % 8]] ? 1 : 0;
    }
    return crossings;
  }

  private List<Mark> marks() {
    List<Mark> marks = new ArrayList<>();
    for (int y = RIM_PX; y < HEIGHT - RIM_PX; y++) {
      for (int x = RIM_PX; x < WIDTH - RIM_PX; x++) {
        int at = y * WIDTH + x;
        int ways = line[at] ? crossings(at) : 0;
        if ((ways == 1 || ways == 3) && isOnSkin(x, y)) {
          mark(at, ways, marks);
        }
      }
    }
    return marks;
  }

  /// Whether the finger reaches all round a place: beyond its outline the map is flat.
  private boolean isOnSkin(int x, int y) {
    for (int i = 0; i < 8; i++) {
      int atX = x + (int) (RIM_PX * StrictMath.cos(i * Math.PI / 4));
      int atY = y + (int) (RIM_PX * StrictMath.sin(i * Math.PI / 4));
      boolean flat = true;
      for (int j = -5; j <= 5 && flat; j++) {
        boolean inside = atX + j >= 0 && atX + j < WIDTH && atY + j >= 0 && atY + j < HEIGHT;
        flat = !inside || finger.ridge(atX + j, atY) == 0 && finger.ridge(atX, atY + j) == 0;
      }
      if (flat) {
        return false;
      }
    }
    return true;
  }

  private void mark(int at, int ways, List<Mark> marks) {
    List<double[]> branches = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      if (!line[at + AROUND[i]] && line[at + AROUND[(i + 1) % 8]]) {
        int to = follow(at, at + AROUND[(i + 1) % 8]);
        if (to < 0) {
          return;
        }
        branches.add(new double[] {to % WIDTH - at % WIDTH, to / WIDTH - at / WIDTH});
      }
    }
    double[] way = ways == 1 ? branches.getFirst() : between(branches);
    double direction = StrictMath.atan2(way[1], way[0]);
    Mark found = new Mark(at % WIDTH, at / WIDTH, direction, ways == 1);
    if (marks.stream().noneMatch(mark -> isOne(mark, found))) {
      marks.add(found);
    }
  }

  /// Where three lines meet, more than one pixel may have three ways.
  private static boolean isOne(Mark one, Mark other) {
    double near = Math.abs(one.x() - other.x()) + Math.abs(one.y() - other.y());
    return near < 5 && one.ending() == other.ending();
  }

  /// The pixel up to [#FOLLOW_PX] along a line; -1 where the line is a stump.
  private int follow(int from, int first) {
    int before = from;
    int at = first;
    for (int step = 1; step < FOLLOW_PX; step++) {
      int next = next(at, before, from);
      if (next < 0 || crossings(at) > 2) {
        return step < STUMP_PX ? -1 : at;
      }
      before = at;
      at = next;
    }
    return at;
  }

  /// The straightest neighbour that is neither the pixel before nor beside it.
  private int next(int at, int before, int from) {
    int best = -1;
    int far = 1;
    for (int step : AROUND) {
      int to = at + step;
      if (line[to] && to != before && to != from) {
        int dx = to % WIDTH - before % WIDTH;
        int dy = to / WIDTH - before / WIDTH;
        if (dx * dx + dy * dy > far) {
          far = dx * dx + dy * dy;
          best = to;
        }
      }
    }
    return best;
  }

  /// The middle of the two branches that lie closest: a bifurcation points between them.
  private static double[] between(List<double[]> branches) {
    double best = -2;
    double[] way = {1, 0};
    for (int i = 0; i < 3; i++) {
      double[] one = unit(branches.get(i));
      double[] other = unit(branches.get((i + 1) % 3));
      double alike = one[0] * other[0] + one[1] * other[1];
      if (alike > best) {
        best = alike;
        way = new double[] {one[0] + other[0], one[1] + other[1]};
      }
    }
    return way;
  }

  private static double[] unit(double[] way) {
    double length = Math.max(1e-9, Math.sqrt(way[0] * way[0] + way[1] * way[1]));
    return new double[] {way[0] / length, way[1] / length};
  }
}

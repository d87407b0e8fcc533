package org.ridgeline.extract.ridge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ridgeline.vocabulary.RidgeCells;

/// The ridges' course on a grid, as a vector of twice its angle, and the points round which it
/// turns.
///
/// Walking once round a core the doubled angle comes back one turn further, round a delta one turn
/// behind: what the Poincaré index counts. Both are zeros of the smoothed vector, and lie where
/// both of its parts vanish, to a fraction of the grid.
/// - **Shape** `cosine`, `sine`: times how much is known there; `known` 0..1
record CourseField(int columns, int rows, float[] cosine, float[] sine, float[] known) {
  /// Points of which less is known round them have no zeros between them.
  private static final float KNOWN_MIN = 0.3f;

  /// A hole in the print of which this much is known round it is filled.
  private static final float HOLE_KNOWN = 0.5f;

  /// Steps of a half turn, finer than any course is known.
  private static final int STEPS = 1024;

  private static final float[] COSINE = new float[STEPS];
  private static final float[] SINE = new float[STEPS];

  static {
    for (int i = 0; i < STEPS; i++) {
      COSINE[i] = (float) StrictMath.cos(2 * Math.PI * i / STEPS);
      SINE[i] = (float) StrictMath.sin(2 * Math.PI * i / STEPS);
    }
  }

  /// A zero in steps of the grid; `sign` 1 turns on, a core, -1 turns back, a delta.
  record Zero(double x, double y, int sign) {
    double distance(Zero other) {
      return Math.sqrt((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y));
    }
  }

  /// How well what lies round a place turns as it does round a core or a delta.
  /// - **Unit** `agreed` 0..1; `angle` the doubled course less the turn, radians; `known` 0..1
  record Turning(double agreed, double angle, double known) {}

  /// The courses of the cells; small holes are filled from what lies round them.
  static CourseField of(RidgeCells cells) {
    int size = cells.columns() * cells.rows();
    float[] cosine = new float[size];
    float[] sine = new float[size];
    float[] known = new float[size];
    for (int i = 0; i < size; i++) {
      if (cells.isInside(i)) {
        int step = Math.round(cells.course(i) * (float) (STEPS / Math.PI)) & STEPS - 1;
        cosine[i] = COSINE[step];
        sine[i] = SINE[step];
        known[i] = 1;
      }
    }
    return new CourseField(cells.columns(), cells.rows(), cosine, sine, known).filled();
  }

  private CourseField filled() {
    CourseField round = smoothed(1);
    CourseField filled =
        new CourseField(columns, rows, cosine.clone(), sine.clone(), known.clone());
    for (int i = 0; i < known.length; i++) {
      if (known[i] == 0 && round.known[i] >= HOLE_KNOWN) {
        filled.cosine[i] = round.cosine[i];
        filled.sine[i] = round.sine[i];
        filled.known[i] = round.known[i];
      }
    }
    return filled;
  }

  CourseField smoothed(int... radii) {
    return new CourseField(
        columns,
        rows,
        Grid.boxes(cosine, columns, rows, radii),
        Grid.boxes(sine, columns, rows, radii),
        Grid.boxes(known, columns, rows, radii));
  }

  /// All zeros but those with an opposite one nearer than `apart`, which is noise: nearest first,
  /// both go.
  List<Zero> zeros(double apart) {
    List<Zero> all = new ArrayList<>();
    Corners corners = new Corners();
    for (int y = 0; y + 1 < rows; y++) {
      for (int x = 0; x + 1 < columns; x++) {
        if (isKnown(y * columns + x, corners)) {
          int turns = corners.turns();
          if (turns != 0) {
            corners.settle();
            all.add(new Zero(x + corners.across, y + corners.down, turns));
          }
        }
      }
    }
    return uncancelled(all, apart);
  }

  private boolean isKnown(int at, Corners corners) {
    boolean isKnown = true;
    for (int i = 0; i < 4; i++) {
      int corner = at + (i == 1 || i == 2 ? 1 : 0) + (i > 1 ? columns : 0);
      corners.re[i] = cosine[corner];
      corners.im[i] = sine[corner];
      isKnown &= known[corner] >= KNOWN_MIN;
    }
    return isKnown;
  }

  private record Pair(double distance, int one, int other) {}

  private static List<Zero> uncancelled(List<Zero> all, double apart) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        double distance = all.get(i).distance(all.get(j));
        if (all.get(i).sign() != all.get(j).sign() && distance < apart) {
          pairs.add(new Pair(distance, i, j));
        }
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::distance));
    boolean[] gone = new boolean[all.size()];
    for (Pair pair : pairs) {
      if (!gone[pair.one()] && !gone[pair.other()]) {
        gone[pair.one()] = true;
        gone[pair.other()] = true;
      }
    }
    List<Zero> left = new ArrayList<>();
    for (int i = 0; i < gone.length; i++) {
      if (!gone[i]) {
        left.add(all.get(i));
      }
    }
    return left;
  }

  /// The complex filter of a core or a delta, all of a disc weighing alike.
  Turning turning(Zero zero, double radius) {
    double re = 0;
    double im = 0;
    double sure = 0;
    int all = 0;
    for (int y = (int) Math.ceil(zero.y() - radius); y <= zero.y() + radius; y++) {
      for (int x = (int) Math.ceil(zero.x() - radius); x <= zero.x() + radius; x++) {
        double dx = x - zero.x();
        double dy = y - zero.y();
        double distance = Math.sqrt(dx * dx + dy * dy);
        if (distance <= radius && distance > 0.3) {
          all++;
          if (x >= 0 && y >= 0 && x < columns && y < rows) {
            int at = y * columns + x;
            double across = dx / distance;
            double down = zero.sign() * dy / distance;
            re += cosine[at] * across + sine[at] * down;
            im += sine[at] * across - cosine[at] * down;
            sure += known[at];
          }
        }
      }
    }
    double agreed = Math.sqrt(re * re + im * im) / Math.max(sure, 1e-9);
    return new Turning(Math.min(1, agreed), StrictMath.atan2(im, re), sure / Math.max(1, all));
  }
}

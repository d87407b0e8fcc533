package org.ridgeline.extract.ridge;

import java.util.OptionalInt;
import org.ridgeline.vocabulary.RidgeCells;
import org.ridgeline.vocabulary.RidgeWaves;
import org.ridgeline.vocabulary.Ridges;

/// How many ridges lie between two places of a print: those that the straight line from one to the
/// other crosses from valley to valley. The ridges that the places themselves lie on are not
/// counted.
///
/// A count is not known where the line leaves the print or crosses a stretch without a clear wave,
/// and where it is far from what the ridges' course and period there let expect.
/// - **Unit** places in pixels at 500 ppi of the picture the ridges are of
/// - **Source** ANSI/NIST-ITL 1-2011, 8.9, field 9.138; ISO/IEC 19794-2:2005, ridge count data
public final class RidgeCounts {
  private static final int STEP = RidgeWaves.STEP_PX;

  /// A wave of this size is clear, 0..1.
  private static final double CLEAR_MIN = 0.15;

  /// How far the cosine of the phase must be from 0 for a ridge, or a valley, to be entered.
  private static final double ENTERED = 0.25;

  /// The longest stretch of an unclear wave, pixels: a minutia that the line runs through.
  private static final int UNCLEAR_MAX = 6;

  /// About an end, which may be a minutia or a core, that much more is passed over.
  private static final int END_PX = 8;

  /// A count may differ from what was expected by this, and by this share of it.
  private static final double OFF_MAX = 1.5;

  private static final double OFF_SHARE_MAX = 0.25;

  private static final double[] COSINE = new double[RidgeWaves.COURSES];
  private static final double[] SINE = new double[RidgeWaves.COURSES];

  static {
    for (int i = 0; i < RidgeWaves.COURSES; i++) {
      COSINE[i] = StrictMath.cos(Math.PI * i / RidgeWaves.COURSES);
      SINE[i] = StrictMath.sin(Math.PI * i / RidgeWaves.COURSES);
    }
  }

  private final RidgeCells cells;
  private final RidgeWaves waves;

  private RidgeCounts(Ridges ridges) {
    cells = ridges.cells();
    waves = ridges.waves();
  }

  /// The counts of a print just seen, or of a template's ridges.
  public static RidgeCounts of(Ridges ridges) {
    return new RidgeCounts(ridges);
  }

  /// The ridges between two places, the same from either; empty where not known.
  public OptionalInt between(double x1, double y1, double x2, double y2) {
    boolean isFirst = x1 < x2 || x1 == x2 && y1 <= y2;
    return isFirst ? count(x1, y1, x2 - x1, y2 - y1) : count(x2, y2, x1 - x2, y1 - y2);
  }

  private OptionalInt count(double x, double y, double across, double down) {
    double length = Math.sqrt(across * across + down * down);
    int steps = (int) Math.ceil(length);
    if (!(length <= waves.columns() * STEP + waves.rows() * STEP)) {
      return OptionalInt.empty();
    }
    Walk walk = new Walk(across / Math.max(1, length), down / Math.max(1, length));
    for (int i = 0; i <= steps; i++) {
      double part = i / (double) Math.max(1, steps);
      boolean isEnd = i < END_PX || i > steps - END_PX;
      if (!walk.step(x + part * across, y + part * down, isEnd)) {
        return OptionalInt.empty();
      }
    }
    return walk.isPlausible() ? OptionalInt.of(walk.ridges) : OptionalInt.empty();
  }

  /// A walk along the line, a pixel a step.
  private final class Walk {
    private final double across;
    private final double down;
    private int ridges;
    private double expected;
    private int unclear;
    private boolean isOnRidge;
    private boolean isAfterValley;

    Walk(double across, double down) {
      this.across = across;
      this.down = down;
    }

    /// Whether the walk may go on.
    boolean step(double x, double y, boolean isEnd) {
      int column = (int) Math.floor(x / STEP);
      int row = (int) Math.floor(y / STEP);
      if (column < 0 || row < 0 || column + 1 >= waves.columns() || row + 1 >= waves.rows()) {
        return false;
      }
      double right = x / STEP - column;
      double below = y / STEP - row;
      double real = 0;
      double size = 0;
      for (int i = 0; i < 4; i++) {
        int at = (row + (i >> 1)) * waves.columns() + column + (i & 1);
        double weight = ((i & 1) == 0 ? 1 - right : right) * (i >> 1 == 0 ? 1 - below : below);
        double re = waves.real(at);
        double im = waves.imaginary(at);
        // The real part is the same whichever way the wave's normal points; ridges are dark.
        real += weight * re;
        size += weight * Math.sqrt(re * re + im * im);
      }
      expect(row * waves.columns() + column, x, y);
      if (size < CLEAR_MIN) {
        unclear += isEnd ? 0 : 1;
        return unclear <= UNCLEAR_MAX;
      }
      unclear = 0;
      enter(-real / size);
      return true;
    }

    private void enter(double cosine) {
      if (cosine > ENTERED) {
        isOnRidge = true;
      } else if (cosine < -ENTERED) {
        ridges += isOnRidge && isAfterValley ? 1 : 0;
        isOnRidge = false;
        isAfterValley = true;
      }
    }

    private void expect(int point, double x, double y) {
      int column = Math.min(cells.columns() - 1, (int) (x / RidgeCells.SIDE_PX));
      int row = Math.min(cells.rows() - 1, (int) (y / RidgeCells.SIDE_PX));
      int course = waves.course(point);
      double normal = down * COSINE[course] - across * SINE[course];
      expected += Math.abs(normal) / cells.period(row * cells.columns() + column);
    }

    boolean isPlausible() {
      return Math.abs(ridges - expected) <= OFF_MAX + OFF_SHARE_MAX * expected;
    }
  }
}

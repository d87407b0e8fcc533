package org.ridgeline.search.compare;

import java.util.Arrays;
import java.util.List;
import org.ridgeline.vocabulary.Angle;
import org.ridgeline.vocabulary.Minutia;
import org.ridgeline.vocabulary.PackedRidges;
import org.ridgeline.vocabulary.PhaseMinutia;
import org.ridgeline.vocabulary.RidgeCells;
import org.ridgeline.vocabulary.RidgePrint;
import org.ridgeline.vocabulary.RidgeWaves;
import org.ridgeline.vocabulary.Ridges;
import org.ridgeline.vocabulary.Template;

/// A print laid out for comparison, made once and compared often.
/// - **Shape** the wave's points as in [RidgeWaves]; the lattice of cell centres, `columns` ×
///   `rows`, that growth goes by: one point of the wave in sixteen
/// - **Limit** prints of at least one cell
public final class ReadyPrint {
  static final int STEP = RidgeWaves.STEP_PX;
  static final int CELL = RidgeCells.SIDE_PX;

  /// Numbers of a point of the wave, and where each lies.
  static final int POINT = 4;

  static final int REAL = 0;
  static final int IMAGINARY = 1;
  static final int SIZE = 2;
  static final int COURSE = 3;
  static final float[] COSINE = new float[RidgeWaves.COURSES];
  static final float[] SINE = new float[RidgeWaves.COURSES];

  static {
    for (int i = 0; i < RidgeWaves.COURSES; i++) {
      COSINE[i] = (float) StrictMath.cos(Math.PI * i / RidgeWaves.COURSES);
      SINE[i] = (float) StrictMath.sin(Math.PI * i / RidgeWaves.COURSES);
    }
  }

  final int width;
  final int height;
  final int waveColumns;
  final int waveRows;

  /// The wave's points, four numbers each and together, since a look needs all: real and imaginary
  /// part, size, number of the course.
  final float[] points;

  final int cellColumns;
  final int cellRows;
  final float[] period;
  final boolean[] inside;
  final int columns;
  final int rows;
  final int count;
  final float[] x;
  final float[] y;
  final float[] direction;
  final float[] weight;
  final Surroundings surroundings;

  /// The print's own box, pixels.
  final Box box;

  private final int insideCells;

  private ReadyPrint(RidgePrint print) {
    width = print.widthPx();
    height = print.heightPx();
    RidgeWaves waves = print.waves();
    waveColumns = waves.columns();
    waveRows = waves.rows();
    points = new float[POINT * waveColumns * waveRows];
    for (int i = 0; i < waveColumns * waveRows; i++) {
      float real = waves.real(i);
      float imaginary = waves.imaginary(i);
      points[POINT * i + REAL] = real;
      points[POINT * i + IMAGINARY] = imaginary;
      points[POINT * i + SIZE] = (float) Math.sqrt(real * real + imaginary * imaginary);
      points[POINT * i + COURSE] = waves.course(i);
    }
    RidgeCells cells = print.cells();
    cellColumns = cells.columns();
    cellRows = cells.rows();
    columns = width / CELL;
    rows = height / CELL;
    period = new float[cellColumns * cellRows];
    inside = new boolean[cellColumns * cellRows];
    Region seen = new Region(cellColumns, cellRows);
    for (int i = 0; i < inside.length; i++) {
      period[i] = cells.period(i);
      inside[i] = cells.isInside(i);
      if (inside[i]) {
        seen.mark(i % cellColumns, i / cellColumns);
      }
    }
    insideCells = seen.count;
    box = seen.box().times(CELL).within(width - 1, height - 1);
    count = print.minutiae().size();
    x = new float[count];
    y = new float[count];
    direction = new float[count];
    weight = new float[count];
    for (int i = 0; i < count; i++) {
      PhaseMinutia minutia = print.minutiae().get(i);
      x[i] = minutia.x();
      y[i] = minutia.y();
      direction[i] = Angle.wrap(minutia.direction());
      weight[i] = minutia.weight();
    }
    surroundings = Surroundings.of(print);
  }

  /// A print made ready.
  public static ReadyPrint of(RidgePrint print) {
    return new ReadyPrint(print);
  }

  /// A template made ready.
  /// - **Error** one without ridges: IllegalArgumentException
  public static ReadyPrint of(Template template) {
    Ridges ridges =
        template
            .ridges()
            .map(PackedRidges::unpacked)
            .orElseThrow(() -> new IllegalArgumentException("template without ridges"));
    List<PhaseMinutia> minutiae =
        template.minutiae().stream()
            .limit(RidgePrint.MINUTIAE_MAX)
            .map(ReadyPrint::minutia)
            .toList();
    return of(
        new RidgePrint(
            template.widthPx(),
            template.heightPx(),
            template.quality(),
            ridges.waves(),
            ridges.cells(),
            minutiae));
  }

  private static PhaseMinutia minutia(Minutia minutia) {
    float direction = (float) (minutia.direction() * (2 * Math.PI) / 65_536);
    return new PhaseMinutia(
        minutia.x(),
        minutia.y(),
        direction,
        minutia.quality() / 100f,
        minutia instanceof Minutia.RidgeEnding);
  }

  /// How clear the ridges are at a point of the wave.
  float size(int point) {
    return points[POINT * point + SIZE];
  }

  /// The ridges' period at a place, pixels; beyond the picture that of its border.
  float periodAt(float px, float py) {
    int column = Math.clamp((int) px / CELL, 0, cellColumns - 1);
    int row = Math.clamp((int) py / CELL, 0, cellRows - 1);
    return period[row * cellColumns + column];
  }

  /// The lattice's cell of a place.
  int cellAt(float px, float py) {
    return rowAt(py) * columns + columnAt(px);
  }

  int columnAt(float px) {
    return Math.clamp((int) px / CELL, 0, columns - 1);
  }

  int rowAt(float py) {
    return Math.clamp((int) py / CELL, 0, rows - 1);
  }

  /// Whether a place is in the print.
  boolean isInside(float px, float py) {
    int column = (int) px / CELL;
    int row = (int) py / CELL;
    return px >= 0
        && py >= 0
        && column < cellColumns
        && row < cellRows
        && inside[row * cellColumns + column];
  }

  /// Whether this one is laid on the other, rather than the other on it: the smaller is; of equals,
  /// the one whose wave comes first, so that the same two prints are always taken the same way.
  boolean isLaidOn(ReadyPrint other) {
    if (insideCells != other.insideCells) {
      return insideCells < other.insideCells;
    }
    if (count != other.count) {
      return count < other.count;
    }
    return Arrays.compare(points, other.points) <= 0;
  }
}

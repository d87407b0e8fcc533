package org.ridgeline.vocabulary;

/// What is known of a print in cells of [#SIDE_PX] pixels: where it lies, how its ridges run there.
/// - **Shape** `columns` × `rows` cells, row by row; the last ones may reach beyond the image
/// - **Unit** course in radians, 0..π; period in pixels from ridge to ridge; clarity 0..1, how much
///   of what changes runs in one direction
/// - **Error** arrays of another length: IllegalArgumentException
public final class RidgeCells {
  /// Pixels of a side.
  public static final int SIDE_PX = 8;

  private final int columns;
  private final int rows;
  private final float[] course;
  private final float[] period;
  private final float[] clarity;

  /// Cells; a clarity of 0 lies outside the print.
  public RidgeCells(int columns, int rows, float[] course, float[] period, float[] clarity) {
    int size = columns * rows;
    if (course.length != size || period.length != size || clarity.length != size) {
      throw new IllegalArgumentException(
          "course=%d period=%d clarity=%d expected=%d*%d"
              .formatted(course.length, period.length, clarity.length, columns, rows));
    }
    this.columns = columns;
    this.rows = rows;
    this.course = course.clone();
    this.period = period.clone();
    this.clarity = clarity.clone();
  }

  public int columns() {
    return columns;
  }

  public int rows() {
    return rows;
  }

  /// Whether a cell, `row * columns + column`, shows ridges.
  public boolean isInside(int at) {
    return clarity[at] > 0;
  }

  /// The ridges' course in a cell, radians.
  public float course(int at) {
    return course[at];
  }

  /// From ridge to ridge in a cell, pixels.
  public float period(int at) {
    return period[at];
  }

  /// How much of what changes in a cell runs in one direction.
  public float clarity(int at) {
    return clarity[at];
  }
}

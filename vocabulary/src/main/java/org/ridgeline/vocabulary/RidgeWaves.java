package org.ridgeline.vocabulary;

/// The ridges of a print as a wave: at each point of a grid, how clearly ridges run there and where
/// between ridge and valley the point lies.
///
/// The value is complex: its size is the clarity, its angle the phase along the ridges' normal.
/// Normals have no sign of their own; each point's is that of its own course, turned a quarter, so
/// that neighbours whose courses lie on both sides of 0 see each other's phase negated.
/// - **Shape** `columns` × `rows` points, row by row, [#STEP_PX] pixels apart, the first at the
///   image's first pixel; real, imaginary and course of each; zero where nothing was seen
/// - **Unit** size 0..1; course in [#COURSES] steps of a half turn, zero along +x, growing from +x
///   to +y
/// - **Error** arrays of another length, a course out of range: IllegalArgumentException
public final class RidgeWaves {
  /// Pixels between points.
  public static final int STEP_PX = 2;

  /// Steps of a half turn.
  public static final int COURSES = 32;

  private final int columns;
  private final int rows;
  private final float[] real;
  private final float[] imaginary;
  private final byte[] course;

  public RidgeWaves(int columns, int rows, float[] real, float[] imaginary, byte[] course) {
    int size = columns * rows;
    if (real.length != size || imaginary.length != size || course.length != size) {
      throw new IllegalArgumentException(
          "real=%d imaginary=%d course=%d expected=%d*%d"
              .formatted(real.length, imaginary.length, course.length, columns, rows));
    }
    for (byte one : course) {
      if (one < 0 || one >= COURSES) {
        throw new IllegalArgumentException("course=" + one + " limit=0.." + (COURSES - 1));
      }
    }
    this.columns = columns;
    this.rows = rows;
    this.real = real.clone();
    this.imaginary = imaginary.clone();
    this.course = course.clone();
  }

  public int columns() {
    return columns;
  }

  public int rows() {
    return rows;
  }

  /// The real part at a point, `row * columns + column`.
  public float real(int at) {
    return real[at];
  }

  /// The imaginary part at a point.
  public float imaginary(int at) {
    return imaginary[at];
  }

  /// The course at a point.
  public int course(int at) {
    return course[at];
  }
}

package org.ridgeline.extract.ridge;

/// Smoothing of small grids by running means; at a border the mean is of what is there.
final class Grid {
  private Grid() {}

  /// The mean over `2 * radius + 1` by as many.
  static float[] box(float[] grid, int columns, int rows, int radius) {
    float[] across = new float[grid.length];
    for (int y = 0; y < rows; y++) {
      line(grid, across, new Line(y * columns, 1, columns), radius);
    }
    float[] smoothed = new float[grid.length];
    for (int x = 0; x < columns; x++) {
      line(across, smoothed, new Line(x, columns, rows), radius);
    }
    return smoothed;
  }

  /// One box after the other: three come near a Gaussian, whose variance is the sum of theirs.
  static float[] boxes(float[] grid, int columns, int rows, int... radii) {
    float[] smoothed = grid;
    for (int radius : radii) {
      smoothed = box(smoothed, columns, rows, radius);
    }
    return smoothed;
  }

  private record Line(int from, int step, int count) {}

  private static void line(float[] in, float[] out, Line line, int radius) {
    double sum = 0;
    int seen = 0;
    int step = line.step();
    int count = line.count();
    for (int i = 0; i < Math.min(radius, count); i++) {
      sum += in[line.from() + i * step];
      seen++;
    }
    for (int i = 0; i < count; i++) {
      if (i + radius < count) {
        sum += in[line.from() + (i + radius) * step];
        seen++;
      }
      if (i - radius > 0) {
        sum -= in[line.from() + (i - radius - 1) * step];
        seen--;
      }
      out[line.from() + i * step] = (float) (sum / seen);
    }
  }
}

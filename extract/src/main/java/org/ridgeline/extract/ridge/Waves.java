package org.ridgeline.extract.ridge;

import org.ridgeline.vocabulary.Angle;
import org.ridgeline.vocabulary.RidgeCells;
import org.ridgeline.vocabulary.RidgeWaves;

/// The ridges as a wave: at every other pixel the answer of the filter of the ridges' course and
/// period there, its size pressed into 0..1.
final class Waves {
  /// A filter's answer that counts half.
  private static final float HALF = 2;

  private static final int STEP = RidgeWaves.STEP_PX;

  final int columns;
  final int rows;
  final float[] real;
  final float[] imaginary;
  final byte[] course;
  private final Plane plane;
  private final Flow flow;
  private final Periods periods;
  private final FilterKernel kernel;
  private final float[] answer = new float[2];

  private Waves(Plane plane, Flow flow, Periods periods, FilterKernel kernel) {
    this.plane = plane;
    this.flow = flow;
    this.periods = periods;
    this.kernel = kernel;
    columns = plane.width / STEP;
    rows = plane.height / STEP;
    real = new float[columns * rows];
    imaginary = new float[columns * rows];
    course = new byte[columns * rows];
    for (int y = 0; y < rows; y++) {
      row(y);
    }
  }

  static Waves of(Plane plane, Flow flow, Periods periods, FilterKernel kernel) {
    return new Waves(plane, flow, periods, kernel);
  }

  RidgeWaves seen() {
    return new RidgeWaves(columns, rows, real, imaginary, course);
  }

  private void row(int y) {
    int cellRow = y * STEP / RidgeCells.SIDE_PX * flow.columns;
    for (int x = 0; x < columns; x++) {
      int cell = cellRow + x * STEP / RidgeCells.SIDE_PX;
      if (periods.inside[cell]) {
        point(x, y, periods.nearest[cell]);
      }
    }
  }

  private void point(int x, int y, int period) {
    int turned = courseAt(x * STEP, y * STEP);
    int at = plane.row(y * STEP - Bank.RADIUS) + x * STEP - Bank.RADIUS;
    Bank bank = Bank.standard();
    kernel.apply(plane, at, bank.even(turned, period), bank.odd(turned, period), answer);
    float size = (float) Math.sqrt(answer[0] * answer[0] + answer[1] * answer[1]) + 1e-6f;
    int i = y * columns + x;
    real[i] = answer[0] / (size + HALF);
    imaginary[i] = answer[1] / (size + HALF);
    course[i] = (byte) turned;
  }

  /// The ridges' course at a pixel, between the four cells around it.
  private int courseAt(int px, int py) {
    float fx = (px - RidgeCells.SIDE_PX / 2) / (float) RidgeCells.SIDE_PX;
    float fy = (py - RidgeCells.SIDE_PX / 2) / (float) RidgeCells.SIDE_PX;
    int left = fx < 0 ? -1 : (int) fx;
    int top = fy < 0 ? -1 : (int) fy;
    float right = fx - left;
    float down = fy - top;
    int x0 = Math.max(0, left);
    int x1 = Math.min(flow.columns - 1, left + 1);
    int y0 = Math.max(0, top) * flow.columns;
    int y1 = Math.min(flow.rows - 1, top + 1) * flow.columns;
    int[] corners = {y0 + x0, y0 + x1, y1 + x0, y1 + x1};
    float cosine = mixed(flow.cosine, corners, right, down);
    float sine = mixed(flow.sine, corners, right, down);
    float half = Angle.of(sine, cosine) / 2;
    int steps = Math.round(half / (float) Math.PI * RidgeWaves.COURSES);
    return Math.floorMod(steps, RidgeWaves.COURSES);
  }

  private static float mixed(float[] values, int[] corners, float right, float down) {
    float top = values[corners[0]] + (values[corners[1]] - values[corners[0]]) * right;
    float bottom = values[corners[2]] + (values[corners[3]] - values[corners[2]]) * right;
    return top + (bottom - top) * down;
  }
}

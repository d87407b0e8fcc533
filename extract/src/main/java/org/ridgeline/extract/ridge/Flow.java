package org.ridgeline.extract.ridge;

import org.ridgeline.vocabulary.Angle;
import org.ridgeline.vocabulary.RidgeCells;

/// How the ridges run, and where there are any: the structure tensor of the evened picture, in
/// cells of [RidgeCells#SIDE_PX] pixels.
/// - **Shape** `cosine`, `sine`: of twice the ridges' course; `clarity`: 0..1; `inside`: the print
/// - **Source** A. M. Bazen, S. H. Gerez, Systematic methods for the computation of the directional
///   fields and singular points of fingerprints, 2002
final class Flow {
  private static final float VARIANCE_MIN = 0.08f;
  private static final float CLARITY_MIN = 0.18f;
  private static final float VARIANCE_HALF = 0.1f;

  /// Binomial of six: a Gaussian of 1.2 pixels.
  private static final float[] SOFT = {20 / 64f, 15 / 64f, 6 / 64f, 1 / 64f};

  final int columns;
  final int rows;
  final float[] cosine;
  final float[] sine;
  final float[] clarity;
  final boolean[] inside;

  private Flow(Contrast contrast) {
    Plane plane = contrast.plane;
    columns = (plane.width + RidgeCells.SIDE_PX - 1) / RidgeCells.SIDE_PX;
    rows = (plane.height + RidgeCells.SIDE_PX - 1) / RidgeCells.SIDE_PX;
    Tensor tensor = Tensor.of(softened(plane), contrast.blockColumns, contrast.blockRows);
    int size = columns * rows;
    float[] across = new float[size];
    float[] slant = new float[size];
    float[] certain = new float[size];
    float[] variance = new float[size];
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        int i = y * columns + x;
        variance[i] = tensor.around(contrast.variance, x, y);
        float seen = variance[i] / (variance[i] + VARIANCE_HALF * contrast.strong + 1e-6f);
        float xx = tensor.around(tensor.difference, x, y);
        float xy = tensor.around(tensor.product, x, y);
        float energy = tensor.around(tensor.energy, x, y) + 1e-6f;
        float coherence = (float) Math.sqrt(xx * xx + xy * xy) / energy;
        across[i] = xx / energy * coherence * seen;
        slant[i] = xy / energy * coherence * seen;
        certain[i] = coherence * seen;
      }
    }
    cosine = Grid.boxes(across, columns, rows, 1, 1, 1);
    sine = Grid.boxes(slant, columns, rows, 1, 1, 1);
    clarity = Grid.boxes(certain, columns, rows, 1, 1, 1);
    inside = new boolean[size];
    for (int i = 0; i < size; i++) {
      // Ridges run at a right angle to the gradient: twice the angle is turned half round.
      float length = (float) Math.sqrt(cosine[i] * cosine[i] + sine[i] * sine[i]) + 1e-12f;
      cosine[i] = -cosine[i] / length;
      sine[i] = -sine[i] / length;
      inside[i] = variance[i] > VARIANCE_MIN * contrast.strong && clarity[i] > CLARITY_MIN;
    }
  }

  static Flow of(Contrast contrast) {
    return new Flow(contrast);
  }

  /// The ridges' course at a cell, radians, 0..π.
  float course(int cell) {
    float half = Angle.of(sine[cell], cosine[cell]) / 2;
    return half < 0 ? half + (float) Math.PI : half;
  }

  /// Whether a cell is in the print; what lies beyond the picture is not known to be outside.
  boolean isInside(int column, int row) {
    return column < 0
        || row < 0
        || column >= columns
        || row >= rows
        || inside[row * columns + column];
  }

  private static Plane softened(Plane plane) {
    Plane across = new Plane(plane.width, plane.height, 4);
    for (int y = 0; y < plane.height; y++) {
      soften(plane, plane.row(y), 1, across, across.row(y));
    }
    Plane both = new Plane(plane.width, plane.height, 4);
    for (int y = 0; y < plane.height; y++) {
      soften(across, across.row(y), across.stride, both, both.row(y));
    }
    return both;
  }

  private static void soften(Plane in, int from, int step, Plane out, int to) {
    float[] at = in.at;
    for (int x = 0; x < in.width; x++) {
      int i = from + x;
      out.at[to + x] =
          SOFT[0] * at[i]
              + SOFT[1] * (at[i - step] + at[i + step])
              + SOFT[2] * (at[i - 2 * step] + at[i + 2 * step])
              + SOFT[3] * (at[i - 3 * step] + at[i + 3 * step]);
    }
  }
}

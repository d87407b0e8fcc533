package org.ridgeline.extract.slap;

import java.util.Arrays;

/// Where a slap shows friction ridges, in cells of [#CELL_PX] pixels of a [ReducedImage].
///
/// A cell shows ridges where grey levels change enough, mostly in one direction, and as often as
/// ridges do: the mean square of the gradient over the variance tells a fine texture from an edge.
/// - **Unit** 62.5 cells an inch; directions as the doubled angle's cosine and sine, -1 to 1
/// - **Source** A. M. Bazen, S. H. Gerez, Systematic methods for the computation of the directional
///   fields and singular points of fingerprints, 2002 (coherence)
final class SlapCells {
  static final int CELL_PX = 4;
  static final double PER_INCH = ReducedImage.PPI / (double) CELL_PX;

  /// Cells around one that are looked at with it, each way.
  private static final int REACH = 1;

  /// Less is blank plate, its noise, or paper.
  private static final double ENERGY_MIN = 40;

  /// What is this much weaker than the middle of all ridges is left of a finger before.
  private static final double ENERGY_SHARE_MIN = 0.015;

  private static final double COHERENCE_MIN = 0.30;

  /// Gradient's mean square over variance: a wave of 4.5 pixels has 3.9, of 12 pixels 1.
  private static final double FINENESS_MIN = 1.2;

  private final int columns;
  private final int rows;
  private final double[] energy;
  private final double[] cosine;
  private final double[] sine;
  private final double[] texture;
  private final boolean[] ridges;

  private SlapCells(int columns, int rows) {
    this.columns = columns;
    this.rows = rows;
    energy = new double[columns * rows];
    cosine = new double[columns * rows];
    sine = new double[columns * rows];
    texture = new double[columns * rows];
    ridges = new boolean[columns * rows];
  }

  static SlapCells of(ReducedImage image) {
    var cells = new SlapCells(image.width() / CELL_PX, image.height() / CELL_PX);
    long[][] sums = new Gradients(image, cells.columns, cells.rows).sums();
    for (int row = 0; row < cells.rows; row++) {
      for (int column = 0; column < cells.columns; column++) {
        cells.weigh(sums, column, row);
      }
    }
    cells.dropWeak();
    return cells;
  }

  private void weigh(long[][] sums, int column, int row) {
    int at = row * columns + column;
    double alone = sums[Gradients.XX][at] + sums[Gradients.YY][at];
    texture[at] = Math.sqrt(alone / Math.max(1, sums[Gradients.COUNT][at]));
    long[] sum = new long[Gradients.SUMS];
    for (int y = Math.max(0, row - REACH); y <= Math.min(rows - 1, row + REACH); y++) {
      for (int x = Math.max(0, column - REACH); x <= Math.min(columns - 1, column + REACH); x++) {
        for (int i = 0; i < sum.length; i++) {
          sum[i] += sums[i][y * columns + x];
        }
      }
    }
    double count = Math.max(1, sum[Gradients.COUNT]);
    double square = (sum[Gradients.XX] + sum[Gradients.YY]) / count;
    if (square < ENERGY_MIN) {
      return;
    }
    double mean = sum[Gradients.GREY] / count;
    double variance = sum[Gradients.GREY_SQUARE] / count - mean * mean;
    double difference = (sum[Gradients.XX] - sum[Gradients.YY]) / count;
    double mixed = 2 * sum[Gradients.XY] / count;
    double length = Math.sqrt(difference * difference + mixed * mixed);
    energy[at] = square;
    cosine[at] = length == 0 ? 0 : difference / length;
    sine[at] = length == 0 ? 0 : mixed / length;
    ridges[at] = length >= COHERENCE_MIN * square && square >= FINENESS_MIN * variance;
  }

  private void dropWeak() {
    double[] strong = new double[energy.length];
    int count = 0;
    for (int at = 0; at < energy.length; at++) {
      if (ridges[at]) {
        strong[count++] = energy[at];
      }
    }
    Arrays.sort(strong, 0, count);
    double least = count == 0 ? 0 : ENERGY_SHARE_MIN * strong[count / 2];
    for (int at = 0; at < energy.length; at++) {
      ridges[at] &= energy[at] >= least;
    }
  }

  int columns() {
    return columns;
  }

  int rows() {
    return rows;
  }

  /// Whether a cell shows ridges.
  boolean isRidge(int at) {
    return ridges[at];
  }

  /// How much grey levels change inside a cell alone: its gradient's mean length.
  double texture(int at) {
    return texture[at];
  }

  /// Cosine of the doubled angle of the ridges' normal.
  double cosine(int at) {
    return cosine[at];
  }

  /// Sine of the doubled angle of the ridges' normal.
  double sine(int at) {
    return sine[at];
  }
}

package org.ridgeline.search.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ridgeline.extract.ridge.RidgeReader;
import org.ridgeline.synth.print.FingerMaker;
import org.ridgeline.synth.print.Impression;
import org.ridgeline.synth.print.ImpressionStyle;
import org.ridgeline.vocabulary.FingerPosition;

/// The bending found is that of the same equations written out and solved whole, whether unknowns
/// follow one another across or down, and whatever follows what among the constraints.
class WarpSolverTest {
  private static final int CONSTRAINTS = 150;
  private static final ReadyPrint PRINT =
      ReadyPrint.of(
          RidgeReader.read(
              Impression.of(
                  FingerMaker.make(7, FingerPosition.RIGHT_THUMB), 1, ImpressionStyle.plain(70))));

  private final SplittableRandom dice = new SplittableRandom(20_261_130);

  @ParameterizedTest
  @CsvSource({
    "0, 0, 239, 119, true",
    "0, 0, 119, 239, true",
    "80, 40, 199, 199, false",
    "0, 0, 199, 79, false"
  })
  void theEquationsWrittenOutHaveTheSameAnswer(
      int left, int top, int right, int bottom, boolean isByRow) {
    Box pixels = new Box(left, top, right, bottom);
    Constraints constraints = constraints(pixels, isByRow);
    Warp warp = new Warp(PRINT, PRINT, new Seed(0, 0, 0, 1, 1, 1));
    new WarpSolver(LineKernels.best()).solve(warp, constraints, pixels, 1);
    Box knots = warp.knots(pixels);
    double[] answer = writtenOut(knots, constraints);
    int across = knots.right() - knots.left() + 1;
    for (int y = knots.top(); y <= knots.bottom(); y++) {
      for (int x = knots.left(); x <= knots.right(); x++) {
        int knot = (y - knots.top()) * across + x - knots.left();
        assertThat((double) warp.across[y * warp.columns + x])
            .isCloseTo(answer[2 * knot], within(0.02));
        assertThat((double) warp.down[y * warp.columns + x])
            .isCloseTo(answer[2 * knot + 1], within(0.02));
      }
    }
  }

  /// Cells row by row as growth finds them, or places anywhere.
  private Constraints constraints(Box pixels, boolean isByRow) {
    Constraints constraints = new Constraints();
    int columns = (pixels.right() - pixels.left() + 1) / ReadyPrint.CELL;
    for (int i = 0; i < CONSTRAINTS; i++) {
      double x = pixels.left() + dice.nextDouble() * (pixels.right() - pixels.left());
      double y = pixels.top() + dice.nextDouble() * (pixels.bottom() - pixels.top());
      if (isByRow) {
        x = pixels.left() + ReadyPrint.CELL * (i % columns) + 4;
        y = pixels.top() + ReadyPrint.CELL * (i / columns) + 4;
      }
      double angle = dice.nextDouble() * Math.PI;
      float wanted = (float) (dice.nextDouble() * 20 - 10);
      constraints
          .at((float) x, (float) y)
          .along(
              (float) Math.cos(angle),
              (float) Math.sin(angle),
              wanted,
              (float) (0.2 + dice.nextDouble()));
    }
    return constraints;
  }

  /// Knots row by row, two numbers each.
  private static double[] writtenOut(Box knots, Constraints constraints) {
    int across = knots.right() - knots.left() + 1;
    int down = knots.bottom() - knots.top() + 1;
    int size = 2 * across * down;
    double[][] matrix = new double[size][size + 1];
    smooth(matrix, new Smoothness(across, down, 1));
    Spline spline = new Spline();
    for (int i = 0; i < constraints.count; i++) {
      spline.at(constraints.x[i], constraints.y[i]);
      double[] line = new double[size];
      for (int y = 0; y < 4; y++) {
        for (int x = 0; x < 4; x++) {
          int knot = (spline.row - knots.top() + y) * across + spline.column - knots.left() + x;
          line[2 * knot] = spline.across[x] * spline.down[y] * constraints.nx[i];
          line[2 * knot + 1] = spline.across[x] * spline.down[y] * constraints.ny[i];
        }
      }
      for (int a = 0; a < size; a++) {
        for (int b = 0; b < size; b++) {
          matrix[a][b] += constraints.weight[i] * line[a] * line[b];
        }
        matrix[a][size] += constraints.weight[i] * line[a] * constraints.want[i];
      }
    }
    return solved(matrix);
  }

  private static void smooth(double[][] matrix, Smoothness smoothness) {
    BandMatrix kept = smoothness.equations();
    int across = smoothness.across();
    int[] of = new int[matrix.length];
    for (int knot = 0; knot < matrix.length / 2; knot++) {
      int unknown = smoothness.unknown(knot % across, knot / across);
      of[unknown] = 2 * knot;
      of[unknown + 1] = 2 * knot + 1;
    }
    for (int row = 0; row < matrix.length; row++) {
      int end = kept.diagonal(row + 1) - BandMatrix.SPARE - kept.diagonal(row);
      for (int k = 0; k < Math.min(end, matrix.length - row); k++) {
        double number = kept.upper[kept.diagonal(row) + k];
        matrix[of[row]][of[row + k]] += number;
        matrix[of[row + k]][of[row]] += k > 0 ? number : 0;
      }
    }
  }

  private static double[] solved(double[][] matrix) {
    int size = matrix.length;
    for (int row = 0; row < size; row++) {
      double[] own = matrix[row];
      for (int other = 0; other < size; other++) {
        double factor = other == row ? 0 : matrix[other][row] / own[row];
        for (int k = row; k <= size && factor != 0; k++) {
          matrix[other][k] -= factor * own[k];
        }
      }
    }
    return Arrays.stream(matrix).mapToDouble(line -> line[size] / diagonal(matrix, line)).toArray();
  }

  private static double diagonal(double[][] matrix, double[] line) {
    return line[Arrays.asList(matrix).indexOf(line)];
  }
}

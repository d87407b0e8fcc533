package org.ridgeline.search.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// The scalar and the vector kernel do the same, bit for bit, and equations are solved.
class LineKernelAgreementTest {
  private final SplittableRandom dice = new SplittableRandom(20_261_129);

  @Test
  void linesOfEveryLengthAgree() {
    for (int count = 1; count < 70; count++) {
      float[] numbers = numbers(300);
      float[] others = numbers.clone();
      float factor = (float) (dice.nextDouble() * 4 - 2);
      new ScalarLineKernel().add(numbers, 11, 150, count, factor);
      new VectorLineKernel().add(others, 11, 150, count, factor);
      assertThat(others).isEqualTo(numbers);
    }
  }

  @Test
  void fourLinesAtOnceAreFourLinesInTurn() {
    for (int count = 1; count < 32; count++) {
      float[] numbers = numbers(400);
      for (int k = 0; k < LineKernel.FOLD; k++) {
        int end = 150 + 47 * k + count;
        Arrays.fill(numbers, end, end + LineKernel.WIDTH_MAX, 0);
      }
      float[] scalar = numbers.clone();
      float[] vector = numbers.clone();
      LineKernel.Lines lines = new LineKernel.Lines();
      lines.from = 150;
      lines.apart = 47;
      for (int k = 0; k < LineKernel.FOLD; k++) {
        lines.factor[k] = (float) (dice.nextDouble() * 4 - 2);
        new ScalarLineKernel().add(numbers, 11, 150 + 47 * k, count, lines.factor[k]);
      }
      new ScalarLineKernel().addFour(scalar, 11, lines, count);
      new VectorLineKernel().addFour(vector, 11, lines, count);
      assertThat(scalar).isEqualTo(numbers);
      assertThat(vector).isEqualTo(numbers);
    }
  }

  @Test
  void linesAgreeAtTheExtremes() {
    float[] numbers = {
      1e30f, -1e30f, 0, -0f, Float.MIN_VALUE, 3e38f, 1, -1, 0, 0, 0, 0, 0, 0, 0, 0
    };
    float[] others = numbers.clone();
    new ScalarLineKernel().add(numbers, 8, 0, 8, 1e30f);
    new VectorLineKernel().add(others, 8, 0, 8, 1e30f);
    assertThat(others).isEqualTo(numbers);
  }

  @Test
  void equationsAreSolvedAlikeWithBoth() {
    for (int band : new int[] {1, 7, 8, 30}) {
      BandMatrix scalar = equations(new ScalarLineKernel(), band);
      BandMatrix vector = equations(new VectorLineKernel(), band);
      float[] wanted = residuals(equations(new ScalarLineKernel(), band), scalar);
      vector.solve();
      assertThat(vector.right).isEqualTo(scalar.right);
      for (float residual : wanted) {
        assertThat(residual).isBetween(-2e-3f, 2e-3f);
      }
    }
  }

  private BandMatrix equations(LineKernel kernel, int band) {
    SplittableRandom same = new SplittableRandom(band);
    BandMatrix matrix = new BandMatrix(kernel);
    matrix.reset(60, band);
    for (int i = 0; i < 60; i++) {
      matrix.add(1, new int[] {i}, 1);
      int other = Math.min(59, i + 1 + same.nextInt(band));
      matrix.add(same.nextInt(5), new int[] {i, other}, 1, -1);
      matrix.right[i] = (float) same.nextDouble();
    }
    return matrix;
  }

  /// What is left of the equations with their answer put in.
  private static float[] residuals(BandMatrix equations, BandMatrix answered) {
    float[] wanted = equations.right.clone();
    answered.solve();
    float[] left = wanted.clone();
    for (int row = 0; row < 60; row++) {
      for (int k = 0; k < 60 - row; k++) {
        boolean isKept = equations.diagonal(row) + k < equations.diagonal(row + 1) - 8;
        float number = isKept ? equations.upper[equations.diagonal(row) + k] : 0;
        left[row] -= number * answered.right[row + k];
        if (k > 0) {
          left[row + k] -= number * answered.right[row];
        }
      }
    }
    return left;
  }

  private float[] numbers(int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) (dice.nextDouble() * 2 - 1);
    }
    return numbers;
  }
}

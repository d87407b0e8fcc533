package org.ridgeline.extract.ridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ridgeline.synth.print.FingerMaker;
import org.ridgeline.synth.print.Impression;
import org.ridgeline.synth.print.ImpressionStyle;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.GrayImage;
import org.ridgeline.vocabulary.RidgePrint;

/// The scalar and the vector kernel do the same, bit for bit.
class FilterKernelAgreementTest {
  private final FilterKernel scalar = new ScalarFilterKernel();
  private final FilterKernel vector = new VectorFilterKernel();

  @Test
  void sumsAgreeForEveryFilter() {
    SplittableRandom dice = new SplittableRandom(20_261_129);
    Plane plane = new Plane(61, 47, Contrast.MARGIN_PX);
    for (int i = 0; i < plane.at.length; i++) {
      plane.at[i] = (float) (dice.nextDouble() * 6 - 3);
    }
    for (int course = 0; course < 32; course++) {
      for (int period = 0; period < Bank.PERIODS.length; period++) {
        int at = plane.row(dice.nextInt(47) - Bank.RADIUS) + dice.nextInt(61) - Bank.RADIUS;
        assertThat(sums(vector, plane, at, course, period))
            .as("course %d period %d", course, period)
            .isEqualTo(sums(scalar, plane, at, course, period));
      }
    }
  }

  @Test
  void sumsAgreeAtTheExtremes() {
    Plane plane = new Plane(40, 40, Contrast.MARGIN_PX);
    float[] extremes = {0, -0f, 1e30f, -1e30f, Float.MIN_VALUE, 255};
    for (int i = 0; i < plane.at.length; i++) {
      plane.at[i] = extremes[i % extremes.length];
    }
    assertThat(sums(vector, plane, plane.row(0), 5, 3))
        .isEqualTo(sums(scalar, plane, plane.row(0), 5, 3));
  }

  @Test
  void aPrintIsTheSameToTheLastBit() {
    GrayImage image =
        Impression.of(FingerMaker.make(5, FingerPosition.LEFT_RING), 2, ImpressionStyle.plain(60));
    RidgePrint one = new RidgeReader(scalar).print(image);
    RidgePrint other = new RidgeReader(vector).print(image);
    assertThat(other.minutiae()).isEqualTo(one.minutiae());
    for (int i = 0; i < one.waves().columns() * one.waves().rows(); i++) {
      assertThat(other.waves().real(i)).isEqualTo(one.waves().real(i));
      assertThat(other.waves().imaginary(i)).isEqualTo(one.waves().imaginary(i));
    }
  }

  private static float[] sums(FilterKernel kernel, Plane plane, int at, int course, int period) {
    float[] sums = new float[2];
    Bank bank = Bank.standard();
    kernel.apply(plane, at, bank.even(course, period), bank.odd(course, period), sums);
    return sums;
  }
}

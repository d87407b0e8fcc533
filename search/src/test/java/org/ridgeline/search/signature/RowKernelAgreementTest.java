package org.ridgeline.search.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ridgeline.search.gallery.PackedMinutiae;

/// Row sums in vectors and in plain Java are the same to the bit.
class RowKernelAgreementTest {
  private final SplittableRandom dice = new SplittableRandom(7);

  @Test
  void gathersAgree() {
    Surroundings around = new Surroundings();
    int[] packed = new int[40];
    for (int i = 0; i < packed.length; i++) {
      packed[i] =
          PackedMinutiae.word(dice.nextInt(300), dice.nextInt(400), dice.nextInt(512), i % 2 == 0);
    }
    around.sort(packed);
    for (int length : new int[] {16, 48, 64, 112}) {
      float[] table = floats(Surroundings.CELLS * length);
      for (int minutia = 0; minutia < packed.length; minutia += 7) {
        float[] one = floats(length);
        float[] other = one.clone();
        new ScalarRows(length).gather(around, minutia, table, one);
        new VectorRows(length).gather(around, minutia, table, other);
        assertThat(other).isEqualTo(one);
      }
    }
  }

  @Test
  void productsAndSumsAgree() {
    for (int length : new int[] {16, 32, 48, 64, 80, 128, 256}) {
      float[] x = floats(37);
      float[] rows = floats(5 + 37 * length);
      float[] one = floats(length);
      float[] other = one.clone();
      new ScalarRows(length).multiply(x, rows, 5, one);
      new VectorRows(length).multiply(x, rows, 5, other);
      assertThat(other).isEqualTo(one);
      float[] longOne = floats(length + 9);
      float[] longOther = longOne.clone();
      new ScalarRows(length).add(longOne, 9, 0.3f, one);
      new VectorRows(length).add(longOther, 9, 0.3f, one);
      assertThat(longOther).isEqualTo(longOne);
    }
  }

  @Test
  void lengthsThatVectorsDoNotDivideAreScalar() {
    assertThat(RowKernels.of(7)).isInstanceOf(ScalarRows.class);
  }

  private float[] floats(int count) {
    float[] floats = new float[count];
    for (int i = 0; i < count; i++) {
      floats[i] = (float) (dice.nextGaussian() * StrictMath.pow(10, dice.nextInt(5) - 2));
    }
    return floats;
  }
}

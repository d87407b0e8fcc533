package org.ridgeline.casework.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ridgeline.vocabulary.GrayImage;
import org.ridgeline.vocabulary.Minutia;
import org.ridgeline.vocabulary.Template;

class PlateTest {
  private static GrayImage plain(int width, int height, int ppi, int level) {
    byte[] pixels = new byte[width * height];
    Arrays.fill(pixels, (byte) level);
    return GrayImage.of(width, height, ppi, pixels);
  }

  private static Template with(int width, int height, Minutia... minutiae) {
    return new Template(width, height, 500, 90, List.of(minutiae));
  }

  @Test
  void everyPrintOfAFingerGetsAPlateOfTheSameSize() {
    for (int[] size : new int[][] {{500, 550, 500}, {800, 750, 500}, {1000, 1100, 1000}}) {
      Plate plate = Plate.of(plain(size[0], size[1], size[2], 200), with(size[0], size[1]));
      assertThat(plate.image().widthPx()).isEqualTo(Plate.SIDE_PX);
      assertThat(plate.image().heightPx()).isEqualTo(Plate.SIDE_PX);
      assertThat(plate.image().resolutionPpi()).isEqualTo(Plate.RESOLUTION_PPI);
    }
    assertThat(Plate.of(plain(810, 500, 500, 9), with(810, 500)).image().widthPx()).isEqualTo(1000);
  }

  @Test
  void aPrintLargerThanTheLargestPlateLosesItsEdges() {
    int max = Limits.PLATE_SIDE_PX_MAX;
    for (int size : new int[] {max, max + 1, max + 100}) {
      byte[] pixels = plain(size, 600, 500, 200).pixels();
      pixels[300 * size] = 7;
      pixels[300 * size + size - 1] = 7;
      pixels[300 * size + size / 2] = 9;
      Plate plate = Plate.of(GrayImage.of(size, 600, 500, pixels), with(size, 600));
      assertThat(plate.image().widthPx()).isEqualTo(max);
      byte[] shown = plate.image().pixels();
      int ends = 0;
      int middles = 0;
      for (byte pixel : shown) {
        ends += pixel == 7 ? 1 : 0;
        middles += pixel == 9 ? 1 : 0;
      }
      assertThat(middles).isEqualTo(1);
      assertThat(ends).as("width " + size).isEqualTo(size == max ? 2 : size == max + 1 ? 1 : 0);
    }
  }

  @Test
  void pixelsAndMinutiaeMoveTogetherAndScoresStayBehind() {
    byte[] pixels = plain(500, 550, 500, 255).pixels();
    pixels[100 * 500 + 40] = 7;
    Plate plate =
        Plate.of(
            GrayImage.of(500, 550, 500, pixels),
            with(500, 550, new Minutia.Bifurcation(40, 100, 123, 77)));
    Minutia moved = plate.template().minutiae().getFirst();
    assertThat(plate.image().at(moved.x(), moved.y())).isEqualTo(7);
    assertThat(moved).isEqualTo(new Minutia.Bifurcation(moved.x(), moved.y(), 123, 0));
    assertThat(plate.template().quality()).isZero();
  }

  @Test
  void thePlateHasTheColourOfThePrintsEdge() {
    assertThat(Plate.of(plain(400, 400, 500, 213), with(400, 400)).image().at(0, 0)).isEqualTo(213);
  }

  @Test
  void aFinePrintIsAveragedDown() {
    byte[] pixels = new byte[1000 * 1000];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i % 2 == 0 ? 100 : 200);
    }
    Plate plate = Plate.of(GrayImage.of(1000, 1000, 1000, pixels), with(500, 500));
    assertThat(plate.image().at(400, 400)).isBetween(145, 155);
  }
}

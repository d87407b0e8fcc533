package org.ridgeline.bench.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.ridgeline.vocabulary.GrayImage;

class PrintRegionTest {
  /// A block is 16 pixels, 0.8128 mm at 500 ppi.
  private static final double BLOCK_MM2 = 0.8128 * 0.8128;

  private static final int SIDE = 160;

  @Test
  void measuresTheBlocksThatShowRidges() {
    // Four by three blocks of ridges, each 8 pixels of which 2 are black, on white.
    PrintRegion region = PrintRegion.of(striped(2, 500)).orElseThrow();
    assertThat(region.areaMm2()).isCloseTo(12 * BLOCK_MM2, within(1e-9));
    assertThat(region.dark()).isEqualTo(0.25);
    assertThat(region.light()).isEqualTo(0.75);
  }

  @Test
  void broadRidgesAreDark() {
    PrintRegion region = PrintRegion.of(striped(6, 500)).orElseThrow();
    assertThat(region.dark()).isEqualTo(0.75);
    assertThat(region.light()).isEqualTo(0.25);
  }

  @Test
  void theResolutionScalesTheArea() {
    PrintRegion coarse = PrintRegion.of(striped(2, 500)).orElseThrow();
    // At 1000 ppi a block has 32 pixels: two by two of them show ridges.
    PrintRegion fine = PrintRegion.of(striped(2, 1000)).orElseThrow();
    assertThat(fine.areaMm2()).isCloseTo(4 * BLOCK_MM2, within(1e-9));
    assertThat(fine.areaMm2()).isLessThan(coarse.areaMm2());
  }

  @Test
  void aBlotWithinThePrintBelongsToIt() {
    byte[] pixels = striped(2, 500).pixels();
    for (int y = 64; y < 80; y++) {
      Arrays.fill(pixels, y * SIDE + 48, y * SIDE + 64, (byte) 0);
    }
    PrintRegion region = PrintRegion.of(GrayImage.of(SIDE, SIDE, 500, pixels)).orElseThrow();
    assertThat(region.areaMm2()).isCloseTo(12 * BLOCK_MM2, within(1e-9));
    assertThat(region.dark()).isCloseTo((11 * 0.25 + 1) / 12, within(1e-12));
  }

  @Test
  void blankAndTinyImagesShowNoPrint() {
    byte[] white = new byte[SIDE * SIDE];
    Arrays.fill(white, (byte) 255);
    assertThat(PrintRegion.of(GrayImage.of(SIDE, SIDE, 500, white))).isEmpty();
    assertThat(PrintRegion.of(GrayImage.of(3, 3, 500, new byte[9]))).isEmpty();
  }

  /// Stripes, black for so many of 8 pixels, in the blocks from (2, 3) to (5, 5), on white.
  private static GrayImage striped(int black, int resolutionPpi) {
    byte[] pixels = new byte[SIDE * SIDE];
    Arrays.fill(pixels, (byte) 255);
    for (int y = 48; y < 96; y++) {
      for (int x = 32; x < 96; x++) {
        pixels[y * SIDE + x] = (byte) (x % 8 < black ? 0 : 255);
      }
    }
    return GrayImage.of(SIDE, SIDE, resolutionPpi, pixels);
  }
}

package org.ridgeline.codec.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Synthesis undoes analysis, whatever the size: nothing is lost but float's last digits.
class WsqTransformTest {
  /// A filter pair of each kind: odd and even lengths, long and shortest.
  enum Pair {
    NINE_AND_SEVEN(WsqFilters.USUAL),
    EIGHT_AND_EIGHT(
        WsqFilters.ofHalves(
            8,
            new double[] {
              0.85269867900940344, -0.09789296778409587, -0.12335584105275092, 0.07565691101399093
            },
            8,
            new double[] {
              -0.60328894481393847, 0.18870142780632693, 0.05261415011924844, -0.03226944131446922
            })),
    FIVE_AND_THREE(
        WsqFilters.ofHalves(
            5,
            new double[] {Math.sqrt(2) * 0.75, Math.sqrt(2) * 0.25, Math.sqrt(2) * -0.125},
            3,
            new double[] {Math.sqrt(2) * 0.5, Math.sqrt(2) * -0.25})),
    HAAR(WsqFilters.ofHalves(2, new double[] {Math.sqrt(0.5)}, 2, new double[] {-Math.sqrt(0.5)}));

    private final WsqFilters filters;

    Pair(WsqFilters filters) {
      this.filters = filters;
    }
  }

  @ParameterizedTest
  @EnumSource(Pair.class)
  void restoresImagesOfAllSmallSizes(Pair pair) {
    for (int width = 1; width <= 40; width++) {
      for (int height = 1; height <= 40; height += width % 3 + 1) {
        assertThat(worst(pair.filters, width, height)).as(width + "x" + height).isLessThan(0.01);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Pair.class)
  void restoresImagesOfUsualAndOddSizes(Pair pair) {
    assertThat(worst(pair.filters, 416, 500)).isLessThan(0.01);
    assertThat(worst(pair.filters, 815, 3)).isLessThan(0.01);
    assertThat(worst(pair.filters, 1, 699)).isLessThan(0.01);
    assertThat(worst(pair.filters, 437, 271)).isLessThan(0.01);
  }

  private static double worst(WsqFilters filters, int width, int height) {
    SplittableRandom random = new SplittableRandom(width * 1000L + height);
    float[][] image = new float[height][width];
    float[][] original = new float[height][width];
    for (int i = 0; i < width * height; i++) {
      image[i / width][i % width] = random.nextInt(-128, 128);
      original[i / width][i % width] = image[i / width][i % width];
    }
    WsqSubbands subbands = WsqSubbands.of(width, height);
    new WsqAnalysis(filters).run(image, subbands);
    double[] worst = new double[1];
    new WsqSynthesis(filters)
        .run(
            image,
            subbands,
            (line, y) -> {
              for (int x = 0; x < width; x++) {
                worst[0] = Math.max(worst[0], Math.abs(line[x] - original[y][x]));
              }
            });
    return worst[0];
  }
}

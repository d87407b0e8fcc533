package org.ridgeline.extract.ridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.function.IntBinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.synth.print.FingerMaker;
import org.ridgeline.synth.print.Impression;
import org.ridgeline.synth.print.ImpressionStyle;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.GrayImage;
import org.ridgeline.vocabulary.PhaseMinutia;
import org.ridgeline.vocabulary.RidgePrint;

class RidgeReaderTest {
  private static final GrayImage PRINT =
      Impression.of(FingerMaker.make(5, FingerPosition.RIGHT_INDEX), 1, ImpressionStyle.plain(85));

  @Test
  void aPrintHasTheMinutiaeOfAFinger() {
    RidgePrint print = RidgeReader.read(PRINT);
    assertThat(print.minutiae()).hasSizeBetween(15, 100);
    assertThat(print.quality()).isGreaterThan(40);
    assertThat(print.widthPx()).isEqualTo(PRINT.widthPx());
  }

  @Test
  void whereThePrintLiesInTheImageIsNoMatter() {
    RidgePrint plain = RidgeReader.read(PRINT);
    int margin = 64;
    int width = PRINT.widthPx() + 2 * margin;
    RidgePrint framed =
        RidgeReader.read(
            image(
                width,
                PRINT.heightPx() + 2 * margin,
                (x, y) -> {
                  int px = Math.clamp(x - margin, 0, PRINT.widthPx() - 1);
                  int py = Math.clamp(y - margin, 0, PRINT.heightPx() - 1);
                  return PRINT.at(px, py);
                }));
    assertThat(share(plain, framed, margin, 2)).isGreaterThan(0.9);
  }

  @Test
  void aFinerImageShowsTheSameMinutiae() {
    RidgePrint plain = RidgeReader.read(PRINT);
    GrayImage fine =
        Impression.of(
            FingerMaker.make(5, FingerPosition.RIGHT_INDEX), 1, ImpressionStyle.plain(85).fine());
    RidgePrint brought = RidgeReader.read(fine);
    assertThat(brought.widthPx()).isEqualTo(plain.widthPx());
    assertThat(share(plain, brought, 0, 4)).isGreaterThan(0.8);
  }

  @ParameterizedTest
  @ValueSource(ints = {250, 333, 499, 501, 569, 1000, 1200})
  void everyResolutionIsBroughtTo500(int ppi) {
    RidgePrint print = RidgeReader.read(image(3 * ppi / 5, 3 * ppi / 4, (x, y) -> 255, ppi));
    assertThat(print.widthPx()).isBetween(299, 301);
    assertThat(print.heightPx()).isBetween(374, 376);
  }

  static Stream<Arguments> hostile() {
    SplittableRandom dice = new SplittableRandom(7);
    int[] noise = dice.ints(300 * 300, 0, 256).toArray();
    return Stream.of(
        Arguments.of("white", image(300, 300, (x, y) -> 255)),
        Arguments.of("black", image(300, 300, (x, y) -> 0)),
        Arguments.of("noise", image(300, 300, (x, y) -> noise[y * 300 + x])),
        Arguments.of("stripes of 6", stripes(6)),
        Arguments.of("stripes of 9", stripes(9)),
        Arguments.of("stripes of 20", stripes(20)),
        Arguments.of("board", image(300, 300, (x, y) -> (x / 9 + y / 9) % 2 * 255)),
        Arguments.of("rings", image(300, 300, (x, y) -> wave(Math.hypot(x - 150, y - 140) / 9))),
        Arguments.of(
            "soft blobs", image(300, 300, (x, y) -> (wave(x / 31.0) + wave(y / 43.0)) / 2)),
        Arguments.of("one pixel", image(1, 1, (x, y) -> 0)),
        Arguments.of("one column", image(1, 300, (x, y) -> y % 9 * 20)),
        Arguments.of("one row", image(300, 1, (x, y) -> x % 9 * 20)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  void whatIsNoPrintHasNoMinutiae(String name, GrayImage image) {
    RidgePrint print = RidgeReader.read(image);
    assertThat(print.minutiae()).isEmpty();
    assertThat(print.quality()).isZero();
  }

  @Test
  void aLargerImageIsRefused() {
    GrayImage large = image(2049, 20, (x, y) -> 255);
    assertThatThrownBy(() -> RidgeReader.read(large))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("side=2049")
        .hasMessageContaining("limit=2048");
  }

  /// Minutiae of one print that another has, too.
  private static double share(RidgePrint one, RidgePrint other, int shift, double within) {
    long found =
        one.minutiae().stream()
            .filter(m -> other.minutiae().stream().anyMatch(o -> isAt(o, m, shift, within)))
            .count();
    return found / (double) one.minutiae().size();
  }

  private static boolean isAt(PhaseMinutia other, PhaseMinutia one, int shift, double within) {
    double apart = Math.hypot(other.x() - shift - one.x(), other.y() - shift - one.y());
    double turned = Math.cos(other.direction() - one.direction());
    return apart < within && turned > 0.9;
  }

  private static GrayImage stripes(int period) {
    return image(300, 300, (x, y) -> wave((0.8 * x + 0.6 * y) / period));
  }

  private static int wave(double turns) {
    return (int) (128 + 120 * Math.sin(2 * Math.PI * turns));
  }

  private static GrayImage image(int width, int height, IntBinaryOperator grey) {
    return image(width, height, grey, 500);
  }

  private static GrayImage image(int width, int height, IntBinaryOperator grey, int ppi) {
    byte[] pixels = new byte[width * height];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) grey.applyAsInt(i % width, i / width);
    }
    return GrayImage.of(width, height, ppi, pixels);
  }
}

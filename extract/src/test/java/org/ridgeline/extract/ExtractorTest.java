package org.ridgeline.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ridgeline.synth.print.FingerMaker;
import org.ridgeline.synth.print.Impression;
import org.ridgeline.synth.print.ImpressionStyle;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.GrayImage;
import org.ridgeline.vocabulary.Minutia;
import org.ridgeline.vocabulary.Template;

class ExtractorTest {
  private static final GrayImage PRINT =
      Impression.of(FingerMaker.make(5, FingerPosition.RIGHT_INDEX), 1, ImpressionStyle.rolled(85));

  @Test
  void aPrintIsUsable() {
    Template template = Extractor.extract(PRINT);
    assertThat(Extractor.isUsable(template)).isTrue();
    assertThat(template.minutiae()).hasSizeBetween(20, 150);
    assertThat(template.quality()).isBetween(40, 100);
    assertThat(template.widthPx()).isEqualTo(PRINT.widthPx());
  }

  @Test
  void theSamePrintGivesTheSameTemplate() {
    assertThat(Extractor.extract(PRINT)).isEqualTo(Extractor.extract(PRINT));
  }

  @Test
  void aTemplateWithRidgesComesBackFromItsBytes() {
    Template template = Extractor.extract(PRINT);
    assertThat(template.ridges()).isPresent();
    byte[] bytes = template.toBytes();
    assertThat(new String(bytes, 0, 3, StandardCharsets.US_ASCII)).isEqualTo("RLT");
    assertThat(bytes[3]).isEqualTo((byte) 3);
    assertThat(Template.extractor(bytes)).isEqualTo(Extractor.VERSION);
    assertThat(Template.ofBytes(bytes)).isEqualTo(template);
  }

  /// Where this fails, images give other templates than before: raise the version, so that stored
  /// ones are made anew, and put in what the new version finds.
  @Test
  void thisVersionFindsThis() {
    Template template = Extractor.extract(PRINT);
    int x = template.minutiae().stream().mapToInt(Minutia::x).sum();
    int y = template.minutiae().stream().mapToInt(Minutia::y).sum();
    int count = template.minutiae().size();
    assertThat(List.of(Extractor.VERSION, count, x / count, y / count))
        .isEqualTo(List.of(1, 85, 239, 283));
    assertThat(Extractor.extract(part(PRINT, 110)).minutiae())
        .as("a part, which keeps what stands at its rim")
        .hasSize(25);
  }

  /// The middle of a print on white.
  private static GrayImage part(GrayImage print, int side) {
    byte[] pixels = new byte[print.widthPx() * print.heightPx()];
    Arrays.fill(pixels, (byte) 255);
    int left = print.widthPx() / 2 - side / 2;
    int top = print.heightPx() / 2 - side / 2;
    for (int y = top; y < top + side; y++) {
      for (int x = left; x < left + side; x++) {
        pixels[y * print.widthPx() + x] = (byte) print.at(x, y);
      }
    }
    return GrayImage.of(print.widthPx(), print.heightPx(), print.resolutionPpi(), pixels);
  }

  @Test
  void ofAnImageTooLargeOnlyThePartAroundThePrintIsLookedAt() {
    Template plain = Extractor.extract(PRINT);
    Template wide = Extractor.extract(framed(PRINT, 800));
    assertThat(wide.widthPx()).isEqualTo(PRINT.widthPx() + 1600);
    assertThat(wide.ridges()).isEmpty();
    assertThat(Template.ofBytes(wide.toBytes())).isEqualTo(wide);
    assertThat(wide.extractor()).isEqualTo(Extractor.VERSION);
    long found =
        plain.minutiae().stream()
            .filter(m -> wide.minutiae().stream().anyMatch(f -> isAt(f, m, 800)))
            .count();
    assertThat(found).isGreaterThan(plain.minutiae().size() * 8L / 10);
  }

  @Test
  void aScrapOfAPrintIsNotUsable() {
    for (int side : new int[] {30, 60, 80}) {
      Template template = Extractor.extract(part(PRINT, side));
      assertThat(Extractor.isUsable(template))
          .as(
              "%d pixels a side, %d minutiae, quality %d",
              side, template.minutiae().size(), template.quality())
          .isFalse();
    }
  }

  @Test
  void blankPaperHasNoQualityAndNoMinutiae() {
    byte[] white = new byte[300 * 400];
    Arrays.fill(white, (byte) 250);
    Template template = Extractor.extract(GrayImage.of(300, 400, 500, white));
    assertThat(template.quality()).isZero();
    assertThat(template.minutiae()).isEmpty();
    assertThat(Extractor.isUsable(template)).isFalse();
  }

  @Test
  void noiseIsNotUsableHoweverSmooth() {
    for (int passes = 0; passes < 6; passes++) {
      Template template = Extractor.extract(noise(passes));
      assertThat(Extractor.isUsable(template)).as("smoothed " + passes + " times").isFalse();
    }
  }

  @Test
  void aMarginMovesMinutiaeAndChangesNoneOfThem() {
    int margin = 64;
    Template plain = Extractor.extract(PRINT);
    Template framed = Extractor.extract(framed(PRINT, margin));
    long found =
        plain.minutiae().stream()
            .filter(m -> framed.minutiae().stream().anyMatch(f -> isAt(f, m, margin)))
            .count();
    assertThat(found).isGreaterThan(plain.minutiae().size() * 8L / 10);
    assertThat(framed.widthPx()).isEqualTo(plain.widthPx() + 2 * margin);
  }

  @Test
  void twiceTheResolutionGivesTheSamePlaces() {
    Template once = Extractor.extract(PRINT);
    Template twice = Extractor.extract(doubled(PRINT));
    assertThat(twice.resolutionPpi()).isEqualTo(500);
    assertThat(twice.widthPx()).isEqualTo(once.widthPx());
    long found =
        once.minutiae().stream()
            .filter(m -> twice.minutiae().stream().anyMatch(t -> isAt(t, m, 0)))
            .count();
    assertThat(found).isGreaterThan(once.minutiae().size() / 2);
  }

  @Test
  void resolutionKeepsItsLimits() {
    assertThat(Extractor.extract(PRINT.withResolutionPpi(Limits.RESOLUTION_PPI_MIN))).isNotNull();
    assertThat(Extractor.extract(PRINT.withResolutionPpi(Limits.RESOLUTION_PPI_MAX))).isNotNull();
    assertThatThrownBy(
            () -> Extractor.extract(PRINT.withResolutionPpi(Limits.RESOLUTION_PPI_MIN - 1)))
        .hasMessage("resolutionPpi=249 limit=250..1200");
    assertThatThrownBy(
            () -> Extractor.extract(PRINT.withResolutionPpi(Limits.RESOLUTION_PPI_MAX + 1)))
        .hasMessage("resolutionPpi=1201 limit=250..1200");
  }

  @Test
  void tinyImagesAreNoError() {
    for (int side : new int[] {1, 2, 15, 16, 17, 33}) {
      byte[] pixels = new byte[side * side];
      new Random(side).nextBytes(pixels);
      assertThat(Extractor.isUsable(Extractor.extract(GrayImage.of(side, side, 500, pixels))))
          .isFalse();
    }
  }

  private static boolean isAt(Minutia found, Minutia expected, int margin) {
    return Math.abs(found.x() - expected.x() - margin) <= 4
        && Math.abs(found.y() - expected.y() - margin) <= 4;
  }

  private static GrayImage framed(GrayImage image, int margin) {
    int width = image.widthPx() + 2 * margin;
    int height = image.heightPx() + 2 * margin;
    byte[] pixels = new byte[width * height];
    Arrays.fill(pixels, (byte) 255);
    for (int y = 0; y < image.heightPx(); y++) {
      for (int x = 0; x < image.widthPx(); x++) {
        pixels[(y + margin) * width + x + margin] = (byte) image.at(x, y);
      }
    }
    return GrayImage.of(width, height, image.resolutionPpi(), pixels);
  }

  private static GrayImage doubled(GrayImage image) {
    int width = 2 * image.widthPx();
    int height = 2 * image.heightPx();
    byte[] pixels = new byte[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        pixels[y * width + x] = (byte) image.at(x / 2, y / 2);
      }
    }
    return GrayImage.of(width, height, 2 * image.resolutionPpi(), pixels);
  }

  private static GrayImage noise(int passes) {
    int side = 400;
    Random random = new Random(1);
    double[] level = random.doubles(side * side, -1, 1).toArray();
    for (int pass = 0; pass < passes; pass++) {
      level = smoothed(level, side);
    }
    byte[] pixels = new byte[side * side];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) Math.clamp(Math.round(128 + 90 * level[i]), 0, 255);
    }
    return GrayImage.of(side, side, 500, pixels);
  }

  /// A 3x3 mean, brought back to the contrast it had.
  private static double[] smoothed(double[] level, int side) {
    double[] out = level.clone();
    for (int y = 1; y < side - 1; y++) {
      for (int x = 1; x < side - 1; x++) {
        double sum = 0;
        for (int i = 0; i < 9; i++) {
          sum += level[(y + i / 3 - 1) * side + x + i % 3 - 1];
        }
        out[y * side + x] = sum / 9 * 2.2;
      }
    }
    return out;
  }
}

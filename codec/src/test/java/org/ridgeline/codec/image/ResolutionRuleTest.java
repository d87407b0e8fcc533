package org.ridgeline.codec.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ridgeline.codec.image.ImageDecoded.Decoded;
import org.ridgeline.codec.image.ImageDecoded.Undecodable;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.GrayImage;

/// One rule in every format: what is said of an image, else what it states, else 500 ppi.
class ResolutionRuleTest {
  private static final GrayImage RINGS = TestImages.rings(61, 47);

  /// A file that states a resolution, by format and by where it stands.
  private record Stating(String name, ImageFormat format, byte[] data) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Stating of(String name, ImageFormat format, byte[] data) {
    return new Stating(name, format, data);
  }

  static List<Stating> thousands() {
    byte[] exif = MadeFiles.tags(ByteOrder.BIG_ENDIAN, 1, 2, 1000, 1000);
    byte[] exifCm = MadeFiles.tags(ByteOrder.LITTLE_ENDIAN, 1, 3, 394, 394);
    return List.of(
        of("pHYs", ImageFormat.PNG, MadeFiles.png(RINGS, 1000, 1000, 1)),
        of("JFIF, inch", ImageFormat.JPEG, MadeFiles.jfif(RINGS, 1, 1000, 1000)),
        of("JFIF, centimetre", ImageFormat.JPEG, MadeFiles.jfif(RINGS, 2, 394, 394)),
        of("Exif, inch", ImageFormat.JPEG, MadeFiles.exif(RINGS, exif)),
        of("Exif, centimetre", ImageFormat.JPEG, MadeFiles.exif(RINGS, exifCm)),
        of("TIFF, inch", ImageFormat.TIFF, MadeFiles.tiff(RINGS, 1, 2, 1000, 1000)),
        of("TIFF, centimetre", ImageFormat.TIFF, MadeFiles.tiff(RINGS, 1, 3, 394, 394)),
        of("BMP", ImageFormat.BMP, MadeFiles.bmp(RINGS, 1000, 1000)),
        of("resc", ImageFormat.JPEG2000, MadeFiles.jp2(RINGS, "resc", 1000, 1000)),
        of("resd", ImageFormat.JPEG2000, MadeFiles.jp2(RINGS, "resd", 1000, 1000)),
        of("NIST_COM", ImageFormat.WSQ, MadeFiles.wsq(RINGS, "1000")));
  }

  @ParameterizedTest
  @MethodSource("thousands")
  void takesWhatTheFileStates(Stating file) {
    Decoded decoded = decoded(file, ImageHints.none());

    assertThat(decoded.image().resolutionPpi()).isBetween(998, 1002);
    assertThat(decoded.findings()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("thousands")
  void holdsToWhatIsSaidOfTheImageAndNamesBoth(Stating file) {
    Decoded decoded = decoded(file, new ImageHints(0, 0, 500));

    assertThat(decoded.image().resolutionPpi()).isEqualTo(500);
    assertThat(decoded.findings())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.code()).isEqualTo(FindingCode.RESOLUTION_DISAGREES);
          assertThat(finding.expected()).contains("500 ppi");
          assertThat(finding.found()).containsPattern("(1000|1001) ppi");
        });
  }

  @ParameterizedTest
  @MethodSource("thousands")
  void saysNothingWhereBothAgree(Stating file) {
    assertThat(decoded(file, new ImageHints(0, 0, 1008)).findings()).isEmpty();
  }

  static List<Stating> editors() {
    return List.of(
        of("pHYs 72", ImageFormat.PNG, MadeFiles.png(RINGS, 72, 72, 1)),
        of("pHYs 96", ImageFormat.PNG, MadeFiles.png(RINGS, 96, 96, 1)),
        of("JFIF 72", ImageFormat.JPEG, MadeFiles.jfif(RINGS, 1, 72, 72)),
        of("JFIF 38 a centimetre", ImageFormat.JPEG, MadeFiles.jfif(RINGS, 2, 38, 38)),
        of("TIFF 72", ImageFormat.TIFF, MadeFiles.tiff(RINGS, 1, 2, 72, 72)),
        of("resd 72", ImageFormat.JPEG2000, MadeFiles.jp2(RINGS, "resd", 72, 72)),
        of("BMP 96", ImageFormat.BMP, MadeFiles.bmp(RINGS, 96, 96)));
  }

  @ParameterizedTest
  @MethodSource("editors")
  void takesAnEditorsDefaultForUnknown(Stating file) {
    Decoded alone = decoded(file, ImageHints.none());

    assertThat(alone.image().resolutionPpi()).isEqualTo(ResolutionRule.USUAL_PPI);
    assertThat(alone.findings())
        .extracting(Finding::code)
        .containsExactly(FindingCode.RESOLUTION_DISAGREES);
    Decoded told = decoded(file, new ImageHints(0, 0, 1000));
    assertThat(told.image().resolutionPpi()).isEqualTo(1000);
    assertThat(told.findings()).isEmpty();
  }

  static List<Stating> silent() {
    byte[] exif = MadeFiles.tags(ByteOrder.BIG_ENDIAN, 1, 1, 1, 1);
    return List.of(
        of("pHYs without unit", ImageFormat.PNG, MadeFiles.png(RINGS, 1000, 1000, 0)),
        of("JFIF without unit", ImageFormat.JPEG, MadeFiles.jfif(RINGS, 0, 1, 1)),
        of("JFIF of nothing", ImageFormat.JPEG, MadeFiles.jfif(RINGS, 1, 0, 0)),
        of("Exif without unit", ImageFormat.JPEG, MadeFiles.exif(RINGS, exif)),
        of("TIFF without unit", ImageFormat.TIFF, MadeFiles.tiff(RINGS, 1, 1, 1000, 1000)),
        of("TIFF of nothing", ImageFormat.TIFF, MadeFiles.tiff(RINGS, 1, 2, 0, 0)),
        of("BMP of nothing", ImageFormat.BMP, MadeFiles.bmp(RINGS, 0, 0)),
        of("NIST_COM -1", ImageFormat.WSQ, MadeFiles.wsq(RINGS, "-1")),
        of("NIST_COM 0", ImageFormat.WSQ, MadeFiles.wsq(RINGS, "0")));
  }

  @ParameterizedTest
  @MethodSource("silent")
  void takesFiveHundredWhereNothingIsStated(Stating file) {
    Decoded decoded = decoded(file, ImageHints.none());

    assertThat(decoded.image().resolutionPpi()).isEqualTo(ResolutionRule.USUAL_PPI);
    assertThat(decoded.findings()).isEmpty();
    assertThat(decoded(file, new ImageHints(0, 0, 1000)).findings()).isEmpty();
  }

  @Test
  void takesExifWhereJfifHasAnEditorsDefault() {
    byte[] data = MadeFiles.exif(RINGS, MadeFiles.tags(ByteOrder.LITTLE_ENDIAN, 1, 2, 1000, 1000));
    data[13] = 1;
    data[15] = 72;
    data[17] = 72;

    assertThat(decoded(of("both", ImageFormat.JPEG, data), ImageHints.none()).image())
        .returns(1000, GrayImage::resolutionPpi);
  }

  static Stream<Arguments> oblong() {
    return Stream.of(
        Arguments.of(of("pHYs", ImageFormat.PNG, MadeFiles.png(RINGS, 500, 250, 1)), 61, 94),
        Arguments.of(of("JFIF", ImageFormat.JPEG, MadeFiles.jfif(RINGS, 1, 250, 500)), 122, 47),
        Arguments.of(of("TIFF", ImageFormat.TIFF, MadeFiles.tiff(RINGS, 1, 2, 500, 250)), 61, 94),
        Arguments.of(
            of("resc", ImageFormat.JPEG2000, MadeFiles.jp2(RINGS, "resc", 500, 250)), 61, 94),
        Arguments.of(of("BMP", ImageFormat.BMP, MadeFiles.bmp(RINGS, 250, 500)), 122, 47));
  }

  @ParameterizedTest
  @MethodSource("oblong")
  void makesPixelsSquareAndSaysSo(Stating file, int widthPx, int heightPx) {
    Decoded decoded = decoded(file, ImageHints.none());

    assertThat(decoded.image().resolutionPpi()).isEqualTo(500);
    assertThat(decoded.image().widthPx()).isEqualTo(widthPx);
    assertThat(decoded.image().heightPx()).isEqualTo(heightPx);
    assertThat(decoded.findings())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.code()).isEqualTo(FindingCode.IMAGE_CONVERTED);
          assertThat(finding.found())
              .containsPattern("500 x 250|250 x 500")
              .contains("brought to 500 ppi");
        });
  }

  @ParameterizedTest
  @MethodSource("oblong")
  void namesBothDirectionsWhereOneNumberIsSaid(Stating file, int widthPx, int heightPx) {
    Decoded decoded = decoded(file, new ImageHints(0, 0, 500));

    assertThat(decoded.image().widthPx() * decoded.image().heightPx()).isEqualTo(61 * 47);
    assertThat(decoded.findings())
        .extracting(Finding::code)
        .containsExactly(FindingCode.RESOLUTION_DISAGREES);
    assertThat(widthPx * heightPx).isEqualTo(2 * 61 * 47);
  }

  @Test
  void keepsRidgesWhereTheyAreWhenPixelsAreMadeSquare() {
    GrayImage fine = TestImages.rings(120, 90);
    byte[] squeezed = new byte[120 * 45];
    for (int y = 0; y < 45; y++) {
      for (int x = 0; x < 120; x++) {
        squeezed[y * 120 + x] = (byte) ((fine.at(x, 2 * y) + fine.at(x, 2 * y + 1) + 1) / 2);
      }
    }
    byte[] data = MadeFiles.tiff(GrayImage.of(120, 45, 500, squeezed), 1, 2, 500, 250);

    GrayImage back = decoded(of("half", ImageFormat.TIFF, data), ImageHints.none()).image();

    double sum = 0;
    for (int y = 10; y < 80; y++) {
      for (int x = 10; x < 110; x++) {
        sum += Math.abs(back.at(x, y) - fine.at(x, y));
      }
    }
    assertThat(sum / (70 * 100)).isLessThan(12);
  }

  @Test
  void refusesPixelsTooLongToBeMadeSquare() {
    byte[] data = MadeFiles.png(RINGS, 500, 100, 1);

    assertThat(ImageDecoder.decode(ImageFormat.PNG, data, ImageHints.none()))
        .isInstanceOfSatisfying(
            Undecodable.class,
            refused ->
                assertThat(refused.finding().code()).isEqualTo(FindingCode.IMAGE_UNSUPPORTED));
  }

  private static Decoded decoded(Stating file, ImageHints hints) {
    return switch (ImageDecoder.decode(file.format(), file.data(), hints)) {
      case Decoded decoded -> decoded;
      case Undecodable refused -> throw new AssertionError(refused.finding());
    };
  }
}

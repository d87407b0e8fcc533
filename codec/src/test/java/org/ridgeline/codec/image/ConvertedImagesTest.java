package org.ridgeline.codec.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ridgeline.codec.image.ImageDecoded.Decoded;
import org.ridgeline.codec.image.ImageDecoded.Undecodable;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.GrayImage;

/// Whatever is done to pixels before they are grey, upright and opaque is said.
class ConvertedImagesTest {
  private static final GrayImage CORNER = corner();

  /// White, but for one black pixel left and top, and one grey right of it.
  private static GrayImage corner() {
    byte[] pixels = new byte[16 * 8];
    java.util.Arrays.fill(pixels, (byte) 255);
    pixels[0] = 0;
    pixels[1] = (byte) 128;
    return GrayImage.of(16, 8, 500, pixels);
  }

  @Test
  void laysTransparentGreyOnWhite() throws IOException {
    BufferedImage veiled = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB);
    veiled.setRGB(0, 0, 0xFF000000);
    veiled.setRGB(1, 0, 0x00000000);
    veiled.setRGB(2, 0, 0x80000000);

    Decoded decoded = decoded(ImageFormat.PNG, library("png", veiled), ImageHints.none());

    assertThat(decoded.image().at(0, 0)).isZero();
    assertThat(decoded.image().at(1, 0)).isEqualTo(255);
    assertThat(decoded.image().at(2, 0)).isEqualTo(127);
    assertThat(decoded.findings()).anySatisfy(f -> assertThat(f.found()).contains("transparent"));
  }

  @Test
  void laysTheTransparentColourOfAPaletteOnWhite() throws IOException {
    byte[] levels = {0, (byte) 200};
    IndexColorModel palette = new IndexColorModel(1, 2, levels, levels, levels, 0);
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY, palette);
    image.getRaster().setSamples(0, 0, 2, 1, 0, new int[] {0, 1});

    Decoded decoded = decoded(ImageFormat.PNG, library("png", image), ImageHints.none());

    assertThat(decoded.image().pixels()).containsExactly(255, 200);
    assertThat(decoded.findings()).anySatisfy(f -> assertThat(f.found()).contains("transparent"));
  }

  @Test
  void saysNothingOfAlphaWhereAllIsOpaque() throws IOException {
    BufferedImage opaque = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
    opaque.setRGB(0, 0, Color.WHITE.getRGB());
    opaque.setRGB(1, 0, Color.BLACK.getRGB());

    assertThat(decoded(ImageFormat.PNG, library("png", opaque), ImageHints.none()).findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.found()).startsWith("colour"));
  }

  static IntStream orientations() {
    return IntStream.rangeClosed(2, 8);
  }

  /// Where the black pixel and its grey neighbour are seen, by the tag's number.
  private static final int[][] SEEN = {
    {},
    {},
    {15, 0, 14, 0},
    {15, 7, 14, 7},
    {0, 7, 1, 7},
    {0, 0, 0, 1},
    {7, 0, 7, 1},
    {7, 15, 7, 14},
    {0, 15, 0, 14}
  };

  @ParameterizedTest
  @MethodSource("orientations")
  void turnsWhatIsStoredTurned(int orientation) {
    byte[] tags = MadeFiles.tags(ByteOrder.BIG_ENDIAN, orientation, 2, 500, 500);
    List<Decoded> all =
        List.of(
            decoded(ImageFormat.TIFF, MadeFiles.tiff(CORNER, orientation, 2, 500, 500)),
            decoded(ImageFormat.PNG, MadeFiles.pngWith(CORNER, "eXIf", tags)));
    for (Decoded decoded : all) {
      int[] at = SEEN[orientation];
      assertThat(decoded.image().widthPx()).isEqualTo(orientation > 4 ? 8 : 16);
      assertThat(decoded.image().at(at[0], at[1])).isZero();
      assertThat(decoded.image().at(at[2], at[3])).isEqualTo(128);
      assertThat(decoded.findings())
          .singleElement()
          .returns(FindingCode.IMAGE_CONVERTED, Finding::code)
          .satisfies(f -> assertThat(f.found()).contains("orientation " + orientation));
    }
  }

  @Test
  void turnsAJpegByItsExif() {
    byte[] tags = MadeFiles.tags(ByteOrder.LITTLE_ENDIAN, 6, 2, 500, 500);
    byte[] data = MadeFiles.exif(TestImages.rings(64, 32), tags);

    assertThat(decoded(ImageFormat.JPEG, data).image())
        .returns(32, GrayImage::widthPx)
        .returns(64, GrayImage::heightPx);
  }

  @Test
  void leavesRowsAsTheRecordsSizeHasThem() {
    byte[] data = MadeFiles.tiff(CORNER, 6, 2, 500, 500);

    Decoded stored = decoded(ImageFormat.TIFF, data, new ImageHints(16, 8, 500));
    Decoded seen = decoded(ImageFormat.TIFF, data, new ImageHints(8, 16, 500));

    assertThat(stored.image().pixels()).isEqualTo(CORNER.pixels());
    assertThat(stored.findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.found()).contains("orientation 6; left"));
    assertThat(seen.image().at(7, 0)).isZero();
    assertThat(seen.findings()).hasSize(1);
  }

  @Test
  void readsFourColoursAndSaysSo() {
    Decoded decoded = decoded(ImageFormat.JPEG, CmykJpeg.write(200));

    assertThat(decoded.image().at(8, 8)).isBetween(185, 215);
    assertThat(decoded.findings()).extracting(Finding::code).contains(FindingCode.IMAGE_CONVERTED);
  }

  private static byte[] library(String format, BufferedImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, format, bytes)).isTrue();
    return bytes.toByteArray();
  }

  private static Decoded decoded(ImageFormat format, byte[] data) {
    return decoded(format, data, ImageHints.none());
  }

  private static Decoded decoded(ImageFormat format, byte[] data, ImageHints hints) {
    return switch (ImageDecoder.decode(format, data, hints)) {
      case Decoded decoded -> decoded;
      case Undecodable refused -> throw new AssertionError(refused.finding());
    };
  }
}

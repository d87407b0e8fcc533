package org.ridgeline.codec.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ridgeline.codec.image.ImageDecoded.Decoded;
import org.ridgeline.codec.image.ImageDecoded.Undecodable;
import org.ridgeline.vocabulary.GrayImage;
import org.ridgeline.vocabulary.Severity;

/// Spoiled files in fixed order: whatever the bytes, an answer comes back, and within the limits.
class SpoiledImagesTest {
  private static final ImageHints HINTS = new ImageHints(60, 50, 500);

  @Test
  void answersSpoiledWsq() {
    List<byte[]> seeds =
        List.of(
            WsqEncoder.encode(TestImages.rings(48, 40)),
            WsqEncoder.encode(TestImages.rings(17, 9), 3),
            WsqEncoder.encode(TestImages.noise(24, 31, 1), 5),
            WsqEncoder.encode(TestImages.flat(64, 64, 9)));

    int refused = answers(ImageFormat.WSQ, seeds, 40_000);

    assertThat(refused).isBetween(8_000, 39_000);
  }

  @ParameterizedTest
  @CsvSource({
    "PNG, 4000",
    "JPEG, 3000",
    "JPEG_LOSSLESS, 3000",
    "TIFF, 4000",
    "BMP, 4000",
    "JPEG2000, 4000"
  })
  void answersSpoiledFilesOfOtherFormats(ImageFormat format, int rounds) throws IOException {
    assertThat(answers(format, List.of(seed(format, TestImages.rings(60, 50))), rounds))
        .isPositive();
  }

  private static int answers(ImageFormat format, List<byte[]> seeds, int rounds) {
    Mutations mutations = new Mutations(20_261_123);
    int refused = 0;
    for (int round = 0; round < rounds; round++) {
      byte[] data = mutations.of(seeds.get(round % seeds.size()));
      if (format == ImageFormat.WSQ) {
        Mutations.keepWsqSmall(data);
      }
      switch (ImageDecoder.decode(format, data, HINTS)) {
        case Decoded(GrayImage image, var findings) -> {
          assertThat(
                  ImageLimits.isAllowed(
                      image.widthPx(),
                      image.heightPx(),
                      data.length,
                      ImageLimits.PIXELS_PER_BYTE_MAX))
              .isTrue();
          assertThat(findings).noneMatch(finding -> finding.severity() == Severity.ERROR);
        }
        case Undecodable refusal -> {
          assertThat(refusal.finding().severity()).isEqualTo(Severity.ERROR);
          refused++;
        }
      }
    }
    return refused;
  }

  static byte[] seed(ImageFormat format, GrayImage image) throws IOException {
    return switch (format) {
      case PNG, JPEG, RAW, WSQ -> ImageEncoder.encode(format, image);
      case JPEG_LOSSLESS -> LosslessJpeg.write(image);
      case TIFF -> library("tiff", image);
      case BMP -> library("bmp", image);
      case JPEG2000 -> library("jpeg 2000", image);
    };
  }

  static byte[] progressive(GrayImage image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(grey(image), null, null), parameters);
    }
    return bytes.toByteArray();
  }

  /// Red, green, blue and alpha of sixteen bits.
  static BufferedImage deep(int width, int height) {
    ColorSpace colours = ColorSpace.getInstance(ColorSpace.CS_sRGB);
    ComponentColorModel model =
        new ComponentColorModel(
            colours, true, false, Transparency.TRANSLUCENT, DataBuffer.TYPE_USHORT);
    WritableRaster raster = model.createCompatibleWritableRaster(width, height);
    return new BufferedImage(model, raster, false, null);
  }

  private static byte[] library(String format, GrayImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    assertThat(ImageIO.write(grey(image), format, bytes)).isTrue();
    return bytes.toByteArray();
  }

  private static BufferedImage grey(GrayImage image) {
    BufferedImage grey =
        new BufferedImage(image.widthPx(), image.heightPx(), BufferedImage.TYPE_BYTE_GRAY);
    grey.getRaster().setDataElements(0, 0, image.widthPx(), image.heightPx(), image.pixels());
    return grey;
  }
}

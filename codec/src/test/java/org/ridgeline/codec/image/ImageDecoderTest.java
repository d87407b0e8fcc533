package org.ridgeline.codec.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ridgeline.codec.image.ImageDecoded.Decoded;
import org.ridgeline.codec.image.ImageDecoded.Undecodable;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.GrayImage;
import org.ridgeline.vocabulary.Severity;

class ImageDecoderTest {
  private static final GrayImage RINGS = TestImages.rings(61, 47);

  @ParameterizedTest
  @EnumSource(names = {"RAW", "PNG", "TIFF", "BMP", "JPEG2000"})
  void readsBackWhatIsWrittenWithoutLoss(ImageFormat format) throws IOException {
    byte[] data = written(format);

    Decoded decoded = decoded(format, data, new ImageHints(61, 47, 0));

    assertThat(decoded.findings()).isEmpty();
    assertThat(decoded.image().pixels()).isEqualTo(RINGS.pixels());
    assertThat(ImageFormat.detect(data).orElse(ImageFormat.RAW)).isEqualTo(format);
  }

  @Test
  void readsBackJpegWithinItsLoss() {
    byte[] data = ImageEncoder.encodeJpeg(TestImages.rings(160, 160), 0.95f);

    Decoded decoded = decoded(ImageFormat.JPEG, data, ImageHints.none());

    assertThat(decoded.findings()).isEmpty();
    assertThat(
            TestImages.largestDifference(
                decoded.image().pixels(), TestImages.rings(160, 160).pixels()))
        .isLessThan(25);
    assertThat(Arrays.copyOfRange(data, 6, 10)).isEqualTo("JFIF".getBytes());
    assertThat(ByteBuffer.wrap(data).getShort(14)).isEqualTo((short) 500);
  }

  @Test
  void readsLosslessJpeg() {
    byte[] data = LosslessJpeg.write(RINGS);

    Decoded decoded = decoded(ImageFormat.JPEG_LOSSLESS, data, ImageHints.none());

    assertThat(ImageFormat.detect(data)).contains(ImageFormat.JPEG_LOSSLESS);
    assertThat(decoded.image().pixels()).isEqualTo(RINGS.pixels());
  }

  @Test
  void statesResolutionInPngAndReadsIt() {
    byte[] data = ImageEncoder.encode(ImageFormat.PNG, RINGS.withResolutionPpi(1000));

    assertThat(decoded(ImageFormat.PNG, data, ImageHints.none()).image().resolutionPpi())
        .isEqualTo(1000);
  }

  @Test
  void holdsToTheRecordsResolutionAndWarns() {
    byte[] data = ImageEncoder.encode(ImageFormat.PNG, RINGS.withResolutionPpi(1000));

    Decoded decoded = decoded(ImageFormat.PNG, data, new ImageHints(0, 0, 500));

    assertThat(decoded.image().resolutionPpi()).isEqualTo(500);
    assertThat(decoded.findings())
        .extracting(Finding::code)
        .containsExactly(FindingCode.RESOLUTION_DISAGREES);
  }

  @Test
  void holdsToTheImagesOwnSizeAndWarns() {
    byte[] data = ImageEncoder.encode(ImageFormat.PNG, RINGS);

    Decoded decoded = decoded(ImageFormat.PNG, data, new ImageHints(47, 61, 500));

    assertThat(decoded.image().widthPx()).isEqualTo(61);
    assertThat(decoded.findings()).hasSize(1);
    assertThat(decoded.findings().getFirst().severity()).isEqualTo(Severity.WARNING);
    assertThat(decoded.findings().getFirst().code()).isEqualTo(FindingCode.IMAGE_SIZE_MISMATCH);
  }

  @Test
  void refusesRawOfAnotherLength() {
    byte[] data = RINGS.pixels();

    assertThat(refusal(ImageFormat.RAW, data, new ImageHints(61, 48, 500)))
        .isEqualTo(FindingCode.IMAGE_SIZE_MISMATCH);
    assertThat(refusal(ImageFormat.RAW, data, new ImageHints(61, 46, 500)))
        .isEqualTo(FindingCode.IMAGE_SIZE_MISMATCH);
    assertThat(refusal(ImageFormat.RAW, data, ImageHints.none()))
        .isEqualTo(FindingCode.FIELD_MISSING);
    assertThat(refusal(ImageFormat.RAW, data, new ImageHints(60_000, 60_000, 500)))
        .isEqualTo(FindingCode.IMAGE_TOO_LARGE);
  }

  @Test
  void weighsColourAndWarns() throws IOException {
    BufferedImage red = new BufferedImage(9, 5, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 9; x++) {
      red.setRGB(x, 2, Color.RED.getRGB());
    }

    Decoded decoded = decoded(ImageFormat.PNG, library("png", red), ImageHints.none());

    assertThat(decoded.image().at(4, 2)).isEqualTo(76);
    assertThat(decoded.image().at(4, 1)).isZero();
    assertThat(decoded.findings())
        .extracting(Finding::code)
        .containsExactly(FindingCode.IMAGE_CONVERTED);
  }

  @Test
  void cutsSixteenBitGreyToItsUpperByte() throws IOException {
    BufferedImage deep = new BufferedImage(4, 1, BufferedImage.TYPE_USHORT_GRAY);
    deep.getRaster().setSamples(0, 0, 4, 1, 0, new int[] {0, 0x80FF, 0xFFFF, 0x0100});

    Decoded decoded = decoded(ImageFormat.PNG, library("png", deep), ImageHints.none());

    assertThat(decoded.image().pixels()).containsExactly(0, 0x80, 0xFF, 0x01);
    assertThat(decoded.findings()).hasSize(1);
  }

  @Test
  void readsBilevelAsBlackAndWhite() throws IOException {
    BufferedImage two = new BufferedImage(3, 1, BufferedImage.TYPE_BYTE_BINARY);
    two.getRaster().setSamples(0, 0, 3, 1, 0, new int[] {0, 1, 0});

    Decoded decoded = decoded(ImageFormat.TIFF, library("tiff", two), ImageHints.none());

    assertThat(decoded.image().pixels()).containsExactly(0, 0xFF, 0);
    assertThat(decoded.findings()).isEmpty();
  }

  @Test
  void refusesDecompressionBombBeforeDecoding() {
    byte[] data = ImageEncoder.encode(ImageFormat.PNG, RINGS);
    ByteBuffer.wrap(data).putInt(16, 16_000).putInt(20, 4_000);
    CRC32 crc = new CRC32();
    crc.update(data, 12, 17);
    ByteBuffer.wrap(data).putInt(29, (int) crc.getValue());

    assertThat(refusal(ImageFormat.PNG, data, ImageHints.none()))
        .isEqualTo(FindingCode.IMAGE_TOO_LARGE);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RAW")
  void refusesBytesThatAreNoImage(ImageFormat format) {
    assertThat(refusal(format, new byte[0], ImageHints.none()))
        .isEqualTo(FindingCode.IMAGE_UNREADABLE);
    assertThat(refusal(format, TestImages.noise(90, 90, 7).pixels(), ImageHints.none()))
        .isEqualTo(FindingCode.IMAGE_UNREADABLE);
  }

  @ParameterizedTest
  @EnumSource(names = {"PNG", "TIFF", "BMP", "JPEG2000"})
  void refusesTruncatedFiles(ImageFormat format) throws IOException {
    byte[] data = written(format);

    assertThat(refusal(format, Arrays.copyOf(data, data.length / 3), ImageHints.none()))
        .isIn(FindingCode.IMAGE_UNREADABLE, FindingCode.IMAGE_TOO_LARGE);
  }

  @Test
  void hasNoReaderForWhatTheClassPathLacks() {
    assertThat(LibraryReaders.reader("a format of tomorrow", "")).isEmpty();
  }

  private static byte[] written(ImageFormat format) throws IOException {
    return switch (format) {
      case RAW, PNG -> ImageEncoder.encode(format, RINGS);
      case TIFF -> library("tiff", buffered());
      case BMP -> library("bmp", buffered());
      case JPEG2000 -> library("jpeg 2000", buffered());
      case WSQ, JPEG, JPEG_LOSSLESS -> throw new IllegalArgumentException(format.name());
    };
  }

  private static BufferedImage buffered() {
    BufferedImage image = new BufferedImage(61, 47, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setDataElements(0, 0, 61, 47, RINGS.pixels());
    return image;
  }

  private static byte[] library(String format, BufferedImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, format, bytes)).isTrue();
    return bytes.toByteArray();
  }

  private static Decoded decoded(ImageFormat format, byte[] data, ImageHints hints) {
    return switch (ImageDecoder.decode(format, data, hints)) {
      case Decoded decoded -> decoded;
      case Undecodable refused -> throw new AssertionError(refused.finding());
    };
  }

  private static FindingCode refusal(ImageFormat format, byte[] data, ImageHints hints) {
    return switch (ImageDecoder.decode(format, data, hints)) {
      case Decoded decoded -> throw new AssertionError(decoded);
      case Undecodable refused -> refused.finding().code();
    };
  }
}

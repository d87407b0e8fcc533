package org.ridgeline.codec.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ridgeline.codec.Cost;
import org.ridgeline.codec.jpeg2000.CodeStreamWriter;
import org.ridgeline.vocabulary.GrayImage;

/// The largest images that few bytes may be: no decoder takes more memory for a pixel than
/// docs/limits.md states, and three bytes for each of the file. What native code takes is not
/// counted.
@Timeout(120)
class HostileImagesTest {
  private static final int WIDTH = 1600;
  private static final int HEIGHT = ImageLimits.PIXELS_FREE_MAX / WIDTH;

  static Stream<Arguments> images() throws IOException {
    GrayImage flat = TestImages.flat(WIDTH, HEIGHT, 200);
    GrayImage noise = TestImages.noise(WIDTH, HEIGHT, 1);
    int wsq = ImageLimits.WSQ_MEMORY_BYTES_PER_PIXEL_MAX;
    return Stream.of(
        Arguments.of("WSQ, flat", ImageFormat.WSQ, WsqEncoder.encode(flat), wsq),
        Arguments.of("WSQ, noise", ImageFormat.WSQ, WsqEncoder.encode(noise, 8), wsq),
        Arguments.of("PNG, flat", ImageFormat.PNG, ImageEncoder.encode(ImageFormat.PNG, flat), 16),
        Arguments.of("PNG, 16-bit colour", ImageFormat.PNG, deep(), 16),
        Arguments.of("JPEG", ImageFormat.JPEG, ImageEncoder.encode(ImageFormat.JPEG, noise), 16),
        Arguments.of("JPEG, 100 scans", ImageFormat.JPEG, ForeignLimitsTest.scans(flat, 100), 16),
        Arguments.of("JPEG lossless", ImageFormat.JPEG_LOSSLESS, LosslessJpeg.write(flat), 16));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("images")
  void decodes(String what, ImageFormat format, byte[] data, int multiple) {
    Cost cost =
        Cost.of(() ->
            assertThat(ImageDecoder.decode(format, data, ImageHints.none()))
                .isInstanceOf(ImageDecoded.Decoded.class));
    IO.println(cost.told(what + " of " + data.length + " bytes", WIDTH * HEIGHT));
    assertThat(cost.allocatedBytes())
        .isLessThan((long) multiple * WIDTH * HEIGHT + 3L * data.length);
  }

  static Stream<Arguments> codeStreams() throws IOException {
    GrayImage flat = TestImages.flat(WIDTH, HEIGHT, 200);
    GrayImage noise = TestImages.noise(WIDTH, HEIGHT, 1);
    byte[] few = {0x12, 0x34, 0x56, 0x78, 0x11, 0x22, 0x33, 0x44};
    return Stream.of(
        Arguments.of("flat", SpoiledImagesTest.seed(ImageFormat.JPEG2000, flat)),
        Arguments.of("noise", SpoiledImagesTest.seed(ImageFormat.JPEG2000, noise)),
        Arguments.of("tiles a pixel wide", narrowTiles()),
        Arguments.of("88 passes of no bytes", passes(6, 0, 1, new byte[0])),
        Arguments.of("88 passes of 8 bytes", passes(6, 0, 1, few)),
        Arguments.of("88 passes of 8 bytes, 4 x 4", passes(2, 0, 1, few)),
        Arguments.of("27 segments of no bytes, 4 x 4", passes(2, 4, 27, new byte[0])));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("codeStreams")
  void decodesCodeStreams(String what, byte[] data) {
    Cost cost =
        Cost.of(() ->
            assertThat(ImageDecoder.decode(ImageFormat.JPEG2000, data, ImageHints.none()))
                .isInstanceOf(ImageDecoded.Decoded.class));
    IO.println(cost.told("JPEG 2000, " + what + " of " + data.length + " bytes", WIDTH * HEIGHT));
    assertThat(cost.allocatedBytes())
        .isLessThan(
            (long) ImageLimits.JPEG2000_MEMORY_BYTES_PER_SAMPLE_MAX * WIDTH * HEIGHT
                + (long) ImageLimits.JPEG2000_MEMORY_BYTES_PER_BYTE_MAX * data.length);
  }

  /// All code blocks of a side 2^`exponent` in one packet.
  private static byte[] passes(int exponent, int style, int segments, byte[] segment) {
    int across = Math.ceilDiv(WIDTH, 1 << exponent);
    int down = Math.ceilDiv(HEIGHT, 1 << exponent);
    int passes = segments == 1 ? 88 : segments;
    return new CodeStreamWriter(WIDTH, HEIGHT, WIDTH, HEIGHT)
        .blocks(exponent, exponent, style)
        .header()
        .tilePart(0, CodeStreamWriter.packet(across, down, passes, segments, segment))
        .end();
  }

  private static byte[] narrowTiles() {
    CodeStreamWriter writer = new CodeStreamWriter(WIDTH, HEIGHT, 1, HEIGHT).header();
    byte[] packet = CodeStreamWriter.packet(1, Math.ceilDiv(HEIGHT, 64), 1, 1, new byte[0]);
    for (int tile = 0; tile < WIDTH; tile++) {
      writer.tilePart(tile, packet);
    }
    return writer.end();
  }

  private static byte[] deep() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(SpoiledImagesTest.deep(WIDTH, HEIGHT), "png", bytes);
    return bytes.toByteArray();
  }
}

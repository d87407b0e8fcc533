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

  private static byte[] deep() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(SpoiledImagesTest.deep(WIDTH, HEIGHT), "png", bytes);
    return bytes.toByteArray();
  }
}

package org.ridgeline.codec.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.codec.image.ImageDecoded.Decoded;
import org.ridgeline.vocabulary.GrayImage;

class WsqRoundTripTest {
  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "1, 2",
    "2, 1",
    "3, 3",
    "7, 5",
    "16, 16",
    "17, 31",
    "33, 64",
    "1, 300",
    "300, 1",
    "255, 257",
    "388, 374",
    "500, 501"
  })
  void givesImagesOfAnySizeBack(int width, int height) {
    GrayImage image = TestImages.rings(width, height);

    GrayImage decoded = decoded(WsqEncoder.encode(image, 4));

    assertThat(decoded.widthPx()).isEqualTo(width);
    assertThat(decoded.heightPx()).isEqualTo(height);
    assertThat(rootMeanSquare(decoded, image)).isLessThan(5);
  }

  @ParameterizedTest
  @CsvSource({"0.1, 45", "0.75, 12", "2.25, 3", "5, 1.2", "8, 0.7"})
  void losesLessAtHigherBitRates(double bitsPerPixel, double lossMax) {
    GrayImage image = TestImages.rings(416, 560);

    byte[] data = WsqEncoder.encode(image, bitsPerPixel);

    assertThat(rootMeanSquare(decoded(data), image)).isLessThan(lossMax);
    assertThat(data.length).isLessThan(2000 + (int) (image.pixels().length * bitsPerPixel / 6));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 127, 255})
  void givesFlatImagesBackExactlyInFewBytes(int level) {
    GrayImage image = TestImages.flat(600, 400, level);

    byte[] data = WsqEncoder.encode(image);

    assertThat(decoded(data).pixels()).isEqualTo(image.pixels());
    assertThat(data).hasSizeLessThan(800);
  }

  /// A quarter of white noise lies in the corner that WSQ never codes; the rest comes back.
  @Test
  void codesNoiseThatNeedsLongEscapes() {
    GrayImage image = TestImages.noise(301, 203, 11);
    double cornerLoss = 255 / Math.sqrt(12) / 2;

    double loss = rootMeanSquare(decoded(WsqEncoder.encode(image, 8)), image);

    assertThat(loss).isBetween(0.9 * cornerLoss, 1.1 * cornerLoss);
  }

  @Test
  void statesSizeAndResolutionInNistsComment() throws ImageRefusal {
    byte[] data = WsqEncoder.encode(TestImages.rings(40, 30).withResolutionPpi(1000), 2.25);

    assertThat(WsqReader.read(data).comments())
        .containsExactly(
            """
            NIST_COM 9
            PIX_WIDTH 40
            PIX_HEIGHT 30
            PIX_DEPTH 8
            PPI 1000
            LOSSY 1
            COLORSPACE GRAY
            COMPRESSION WSQ
            WSQ_BITRATE 2.250000\
            """);
    assertThat(decoded(data).resolutionPpi()).isEqualTo(1000);
    assertThat(new String(data, StandardCharsets.ISO_8859_1)).contains("PPI 1000");
  }

  /// Format version 1: these bytes may only change with a note under Formats and accuracy.
  @Test
  void writesTheSameBytesOnEveryMachine() throws NoSuchAlgorithmException {
    byte[] data = WsqEncoder.encode(TestImages.noise(200, 150, 5));

    byte[] digest = MessageDigest.getInstance("SHA-256").digest(data);
    assertThat(HexFormat.of().formatHex(digest)).startsWith("19a451513e56a892");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 8.01, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesBitRatesOutOfLimits(double bitsPerPixel) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WsqEncoder.encode(TestImages.flat(9, 9, 1), bitsPerPixel));
  }

  private static GrayImage decoded(byte[] data) {
    Decoded decoded = (Decoded) WsqDecoder.decode(data);
    assertThat(decoded.findings()).isEmpty();
    return decoded.image();
  }

  private static double rootMeanSquare(GrayImage a, GrayImage b) {
    byte[] left = a.pixels();
    byte[] right = b.pixels();
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      double difference = (left[i] & 0xFF) - (right[i] & 0xFF);
      sum += difference * difference;
    }
    return Math.sqrt(sum / left.length);
  }
}

package org.ridgeline.codec.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.codec.image.ImageDecoded.Decoded;
import org.ridgeline.codec.image.ImageDecoded.Undecodable;

/// Lossless JPEGs of other makers than the one that reads them for us: GDCM 3.0.21 and DCMTK 3.6.7,
/// with several predictors, of a picture that was computed and lies beside them.
class LosslessJpegGoldenTest {
  private static final int WIDTH = 47;
  private static final int HEIGHT = 33;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gdcm-predictor-1.jpl",
        "dcmtk-predictor-2.jpl",
        "dcmtk-predictor-4.jpl",
        "dcmtk-predictor-7.jpl"
      })
  void readsWhatOthersWrote(String file) throws IOException {
    byte[] data = resource(file);
    byte[] map = resource("lossless-jpeg.pgm");

    assertThat(ImageFormat.detect(data)).contains(ImageFormat.JPEG_LOSSLESS);
    switch (ImageDecoder.decode(ImageFormat.JPEG_LOSSLESS, data, ImageHints.none())) {
      case Decoded(var image, var findings) -> {
        assertThat(findings).isEmpty();
        assertThat(image.widthPx()).isEqualTo(WIDTH);
        assertThat(image.heightPx()).isEqualTo(HEIGHT);
        assertThat(image.pixels())
            .isEqualTo(Arrays.copyOfRange(map, map.length - WIDTH * HEIGHT, map.length));
      }
      case Undecodable(var finding) -> throw new AssertionError(finding);
    }
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = LosslessJpegGoldenTest.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }
}

package org.ridgeline.codec.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// Any bytes as a JPEG 2000 file. Other makers' files to start from are among the kept inputs.
class Jpeg2000FuzzTest {
  static Stream<byte[]> seeds() throws IOException {
    return Stream.of(
        SpoiledImagesTest.seed(ImageFormat.JPEG2000, TestImages.flat(9, 9, 3)),
        SpoiledImagesTest.seed(ImageFormat.JPEG2000, TestImages.rings(17, 9)),
        SpoiledImagesTest.seed(ImageFormat.JPEG2000, TestImages.noise(24, 31, 1)));
  }

  @MethodSource("seeds")
  @FuzzTest
  void decode(byte[] data) {
    Mutations.keepJpeg2000Small(data);
    assertThat(ImageDecoder.decode(ImageFormat.JPEG2000, data, ImageHints.none())).isNotNull();
  }
}

package org.ridgeline.codec.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// Any bytes as a PNG, JPEG, lossless JPEG, TIFF or BMP, by what their first bytes say. WSQ and
/// JPEG 2000 have targets of their own.
class ForeignImageFuzzTest {
  static Stream<byte[]> seeds() throws IOException {
    Stream.Builder<byte[]> seeds = Stream.builder();
    for (ImageFormat format : ImageFormat.values()) {
      if (format != ImageFormat.RAW && isForeign(format)) {
        seeds.add(SpoiledImagesTest.seed(format, TestImages.rings(20, 12)));
      }
    }
    return seeds.build();
  }

  @MethodSource("seeds")
  @FuzzTest
  void decode(byte[] data) {
    decodeWhole(data);
    // A PNG's checks would let nothing through to its library.
    decodeWhole(MadeFiles.withCrcs(data));
  }

  private static void decodeWhole(byte[] data) {
    ImageFormat.detect(data)
        .filter(ForeignImageFuzzTest::isForeign)
        .map(format -> ImageDecoder.decode(format, data, ImageHints.none()))
        .ifPresent(decoded -> assertThat(decoded).isNotNull());
  }

  private static boolean isForeign(ImageFormat format) {
    return format != ImageFormat.WSQ && format != ImageFormat.JPEG2000;
  }
}

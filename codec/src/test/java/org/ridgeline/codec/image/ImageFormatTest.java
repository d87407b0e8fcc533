package org.ridgeline.codec.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageFormatTest {
  @ParameterizedTest
  @CsvSource({
    "FFA0FFA8, WSQ",
    "FFD8FFE000104A46494600010101004800480000FFC0000B08, JPEG",
    "FFD8FFFEFFFF, JPEG",
    "FFD8FFFE000441 41FFFFC3000B08, JPEG_LOSSLESS",
    "FFD8FFC400021122FFC3, JPEG",
    "89504E470D0A1A0A, PNG",
    "0000000C6A5020200D0A870A00, JPEG2000",
    "FF4FFF510029, JPEG2000",
    "49492A00, TIFF",
    "4D4D002A, TIFF",
    "424D0000, BMP",
  })
  void knowsFormatsByTheirFirstBytes(String hex, ImageFormat format) {
    byte[] data = HexFormat.of().parseHex(hex.replace(" ", ""));

    assertThat(ImageFormat.detect(data)).contains(format);
  }

  @ParameterizedTest
  @CsvSource({"''", "FF", "FFD8", "89504E47", "00010203040506070809", "FFA1FFA0"})
  void knowsNothingOfOtherBytes(String hex) {
    assertThat(ImageFormat.detect(HexFormat.of().parseHex(hex))).isEmpty();
  }
}

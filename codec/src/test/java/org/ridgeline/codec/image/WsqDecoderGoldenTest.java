package org.ridgeline.codec.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.codec.image.ImageDecoded.Decoded;

class WsqDecoderGoldenTest {
  @ParameterizedTest
  @ValueSource(strings = {"BitRate075", "BitRate225", "NonStandardFilterTapSets"})
  void staysWithinOneGreyLevelOfTheReferenceDecodings(String set) {
    Path references = WsqReferenceFiles.folder("decoded_" + set);
    for (Path file : WsqReferenceFiles.files(set)) {
      Path reference = references.resolve(WsqReferenceFiles.stem(file) + ".raw");
      if (!reference.toFile().exists()) {
        continue;
      }
      Decoded decoded = (Decoded) WsqDecoder.decode(WsqReferenceFiles.bytes(file));

      byte[] expected = WsqReferenceFiles.bytes(reference);
      assertThat(decoded.image().pixels()).hasSameSizeAs(expected);
      int worst = TestImages.largestDifference(decoded.image().pixels(), expected);
      assertThat(worst).as(file.toString()).isLessThanOrEqualTo(1);
      assertThat(decoded.findings()).isEmpty();
    }
  }
}

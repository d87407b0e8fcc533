package org.ridgeline.codec.image;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.provider.MethodSource;

/// Coverage-guided fuzzing of the WSQ decoder, by hand and not in the usual build: its agent alone
/// costs twenty seconds. [ImageDecoderFuzzTest] spoils files in every build.
///
///     JAZZER_FUZZ=1 mvn -pl codec -am test -Dtest=WsqFuzz -Dsurefire.failIfNoSpecifiedTests=false
class WsqFuzz {
  static Stream<byte[]> seeds() {
    return Stream.of(
        WsqEncoder.encode(TestImages.flat(9, 9, 3)),
        WsqEncoder.encode(TestImages.rings(17, 9), 3),
        WsqEncoder.encode(TestImages.rings(64, 48)),
        WsqEncoder.encode(TestImages.noise(24, 31, 1), 5));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "10m")
  void answersAnyBytes(byte[] data) {
    Assertions.assertThat(WsqDecoder.decode(data)).isNotNull();
  }
}

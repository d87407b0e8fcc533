package org.ridgeline.codec.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// Any bytes as a WSQ file.
class WsqFuzzTest {
  static Stream<byte[]> seeds() {
    return Stream.of(
        WsqEncoder.encode(TestImages.flat(9, 9, 3)),
        WsqEncoder.encode(TestImages.rings(17, 9), 3),
        WsqEncoder.encode(TestImages.rings(64, 48)),
        WsqEncoder.encode(TestImages.noise(24, 31, 1), 5));
  }

  @MethodSource("seeds")
  @FuzzTest
  void decode(byte[] data) {
    Mutations.keepWsqSmall(data);
    assertThat(WsqDecoder.decode(data)).isNotNull();
  }
}

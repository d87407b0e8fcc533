package org.ridgeline.codec.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class MqDecoderTest {
  /// The test sequence of the standard: one context, 256 decisions.
  /// - **Source** ITU-T T.88 H.2 (the same coder as in ISO/IEC 15444-1)
  @Test
  void decodesTheStandardsTestSequence() {
    byte[] coded =
        HexFormat.of().parseHex("84C73BFCE1A1430402200000410DBB86F4317FFF88FF37471ADB6ADFFFAC");
    MqDecoder decoder = new MqDecoder(1);
    decoder.reset(0, 0);
    decoder.start(coded, 0, coded.length);

    assertThat(decoded(decoder, 32))
        .isEqualTo("00020051000000c00352872aaaaaaaaa82c02000fcd79ef6bf7fed904f46a3bf");
  }

  /// More probable symbols only, each of nearly no bits.
  @Test
  void readsOnesBehindTheEnd() {
    MqDecoder one = new MqDecoder(1);
    MqDecoder other = new MqDecoder(1);
    byte[] ones = {1, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF};
    one.reset(0, 0);
    other.reset(0, 0);
    one.start(ones, 0, 1);
    other.start(ones, 0, 4);

    assertThat(decoded(one, 100)).isEqualTo(decoded(other, 100));
  }

  private static String decoded(MqDecoder decoder, int bytes) {
    byte[] decisions = new byte[bytes];
    for (int i = 0; i < 8 * bytes; i++) {
      decisions[i / 8] = (byte) (decisions[i / 8] << 1 | decoder.decode(0));
    }
    return HexFormat.of().formatHex(decisions);
  }
}

package org.ridgeline.oversight.sealed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class HpkeTest {
  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }

  /// RFC 9180, appendix A.1.1: the same schedule with the cipher that the RFC has a vector for.
  @Test
  void keyScheduleIsThatOfTheRfc() throws Exception {
    Hpke.Secrets secrets =
        Hpke.secrets(
            new Hpke.Aead(1, 16),
            hex("fe0e18c9f024ce43799ae393c7e8fe8fce9d218875e8227b0187c04e7d2ea1fc"),
            hex("4f6465206f6e2061204772656369616e2055726e"));
    assertThat(secrets.key()).isEqualTo(hex("4531685d41d65f03dc48f6b8302c05b0"));
    assertThat(secrets.nonce()).isEqualTo(hex("56d890e5accaaf011cff4b7d"));
  }
}

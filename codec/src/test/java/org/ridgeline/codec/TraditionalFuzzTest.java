package org.ridgeline.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.ridgeline.codec.itl.Decoded;
import org.ridgeline.codec.itl.ItlReader;
import org.ridgeline.codec.itl.ItlWriter;

/// Any bytes as a transaction in the traditional encoding; what is accepted is written as it came.
class TraditionalFuzzTest {
  @FuzzTest
  void read(byte[] bytes) {
    Decoded decoded = ItlReader.read(bytes);
    Exercise.everything(decoded);
    if (decoded instanceof Decoded.Accepted accepted) {
      assertThat(ItlWriter.write(accepted.transaction())).isEqualTo(bytes);
    }
  }
}

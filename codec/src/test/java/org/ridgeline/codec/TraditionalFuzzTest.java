package org.ridgeline.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.ridgeline.codec.itl.Decoded;
import org.ridgeline.codec.itl.ItlReader;
import org.ridgeline.codec.itl.ItlWriter;
import org.ridgeline.vocabulary.FindingCode;

/// Any bytes as a transaction in the traditional encoding; what is accepted is written as it came,
/// but for bytes that stood beside its records.
class TraditionalFuzzTest {
  @FuzzTest
  void read(byte[] bytes) {
    Decoded decoded = ItlReader.read(bytes);
    Exercise.everything(decoded);
    if (decoded instanceof Decoded.Accepted accepted) {
      byte[] written = ItlWriter.write(accepted.transaction());
      boolean beside =
          accepted.findings().stream().anyMatch(f -> f.code() == FindingCode.TRAILING_BYTES);
      if (!beside) {
        assertThat(written).isEqualTo(bytes);
      }
      assertThat(ItlReader.read(written))
          .isInstanceOfSatisfying(
              Decoded.Accepted.class,
              again ->
                  assertThat(again.transaction().records())
                      .isEqualTo(accepted.transaction().records()));
    }
  }
}

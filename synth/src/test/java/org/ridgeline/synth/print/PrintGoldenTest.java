package org.ridgeline.synth.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ridgeline.vocabulary.FingerPosition;

/// Prints of format 1: the same seed gives the same pixels on every machine. A change of these
/// values changes every seed's population, and belongs into the change log.
class PrintGoldenTest {
  @ParameterizedTest
  @CsvSource({
    "1, RIGHT_THUMB, 1, ROLLED, 90, bb401cb2bf830a37",
    "2, LEFT_RING, 7, PLAIN, 60, 736db888c485f694",
    "-3, LEFT_INDEX, 123456789012, PLAIN, 10, a5b751dc798ebbfb",
  })
  void keepsItsPixels(
      long person,
      FingerPosition position,
      long seed,
      ImpressionStyle.Kind kind,
      int quality,
      String sha256)
      throws Exception {
    Finger finger = FingerMaker.make(person, position);
    byte[] pixels = Impression.of(finger, seed, new ImpressionStyle(kind, quality)).pixels();
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(pixels);
    assertThat(HexFormat.of().formatHex(hash, 0, 8)).isEqualTo(sha256);
  }
}

package org.ridgeline.synth.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ridgeline.vocabulary.FingerPosition;

/// Prints of format 3: the same seed gives the same pixels on every machine. A change of these
/// values changes every seed's population, and belongs into the change log.
class PrintGoldenTest {
  @ParameterizedTest
  @CsvSource({
    "1, RIGHT_THUMB, 1, ROLLED, 90, 4a7cf6dbffc66a1c",
    "2, LEFT_RING, 7, PLAIN, 60, 3008984e51f6b48e",
    "-3, LEFT_INDEX, 123456789012, PLAIN, 10, 6aa5a672b7f6c8bc",
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
    ImpressionStyle style = new ImpressionStyle(kind, quality);
    assertThat(hash(Impression.of(finger, seed, style).pixels())).isEqualTo(sha256);
  }

  @Test
  void keepsItsInk() throws Exception {
    Finger finger = FingerMaker.make(4, FingerPosition.RIGHT_RING);
    ImpressionStyle style = ImpressionStyle.rolled(60).on(ImpressionStyle.Ground.INK);
    assertThat(hash(Impression.of(finger, 3, style).pixels())).isEqualTo("6a404b20ff3a3d0b");
  }

  private static String hash(byte[] pixels) throws Exception {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(pixels);
    return HexFormat.of().formatHex(hash, 0, 8);
  }
}

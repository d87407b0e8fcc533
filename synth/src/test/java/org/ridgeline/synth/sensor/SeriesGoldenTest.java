package org.ridgeline.synth.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Series of format 1: the same seed gives the same pixels on every machine. A change of these
/// values changes what is learned from every seed, and belongs into the change log.
class SeriesGoldenTest {
  @ParameterizedTest
  @CsvSource({
    "OPTICAL_WHITE, 1, 8afb07fc53ee6dfa",
    "OPTICAL_GREY, 2, e3d7183113fb427e",
    "OPTICAL_WIDE, -3, 446f57e080008fb1",
    "CAPACITIVE, 4, cc7ccf1b5011635a",
    "SWEEP, 123456789012, 3d94711083d1d7e0",
    "LIVESCAN, 6, a79a14b6debb2804",
  })
  void keepsItsPixels(SensorKind kind, long seed, String sha256) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    PrintSeries.of(seed, kind, 3, 4)
        .finger(3)
        .forEach(print -> digest.update(print.image().pixels()));
    assertThat(HexFormat.of().formatHex(digest.digest()).substring(0, 16)).isEqualTo(sha256);
  }
}

package org.ridgeline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ridgeline.node.Settings;

class LedgerSettingsTest {
  /// Of nobody; its key is gone.
  private static final String CERTIFICATE =
      """
      -----BEGIN CERTIFICATE-----
      MIIBlTCCATugAwIBAgIUfmY4ffdlIiNqRImLptww9Owr/SYwCgYIKoZIzj0EAwIw
      HzEdMBsGA1UEAwwUSW52ZW50ZWQgdGltZSBzdGFtcHMwIBcNMjYxMTI5MTUyMDE4
      WhgPMjEyNjExMDUxNTIwMThaMB8xHTAbBgNVBAMMFEludmVudGVkIHRpbWUgc3Rh
      bXBzMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEKpWSDFM+zcFaLZV65VMNwvGA
      mSWq5kLrdlmDLUjcfAkIKO6ADjf3DVORHayQ3doHTK4my8lPLuQWW1p/BpcpLaNT
      MFEwHQYDVR0OBBYEFM6BMwTh4a0WD3v3/ALkEQOub8sAMB8GA1UdIwQYMBaAFM6B
      MwTh4a0WD3v3/ALkEQOub8sAMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwID
      SAAwRQIhAL7KCfzTXHMM2Ptmzz1wkXK49RCZCTXhG58wawfV+GyeAiBU8rJxd72F
      p/FzH9uKqc4KYgf0d0uGV10cXz6sB3/RFA==
      -----END CERTIFICATE-----
      """;

  @TempDir private Path folder;

  private LedgerSettings settings(String text) throws IOException {
    Files.writeString(folder.resolve("ridgeline.properties"), text);
    return LedgerSettings.of(Settings.of(folder, Optional.empty(), Map.of()));
  }

  @Test
  void nothingIsSetByItself() throws IOException {
    LedgerSettings none = settings("");
    assertThat(none.authority()).isEmpty();
    assertThat(none.trustedStamps()).isEmpty();
  }

  @Test
  void anAuthorityIsNamedWithItsCertificatePolicyAndPace() throws IOException {
    Files.writeString(folder.resolve("tsa.pem"), CERTIFICATE.stripIndent());
    LedgerSettings set =
        settings(
            """
            ledger.tsa-url=https://time.example/tsa
            ledger.tsa-certificate=tsa.pem
            ledger.tsa-policy=1.2.3.4
            ledger.tsa-minutes=60
            """);
    var authority = set.authority().orElseThrow();
    assertThat(authority.url()).hasToString("https://time.example/tsa");
    assertThat(authority.policy()).contains("1.2.3.4");
    assertThat(authority.every()).isEqualTo(Duration.ofHours(1));
    assertThat(authority.trusted()).isEqualTo(set.trustedStamps()).isPresent();
  }

  /// An authority that is asked no more has stamped what it has stamped.
  @Test
  void theCertificateCountsWithoutAnAddress() throws IOException {
    Files.writeString(folder.resolve("tsa.pem"), CERTIFICATE.stripIndent());
    LedgerSettings set = settings("ledger.tsa-certificate=tsa.pem\n");
    assertThat(set.trustedStamps()).isPresent();
    assertThat(set.authority()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ledger.tsa-url         | time.example                 | expected http://HOST:PORT
          ledger.tsa-url         | ftp://time.example           | expected http://HOST:PORT
          ledger.tsa-url         | https://me:sesame@time.example | without user and password
          ledger.tsa-certificate | nowhere.pem                  | expected a file of certificates
          ledger.tsa-certificate | ridgeline.properties         | holds no certificate in PEM
          ledger.tsa-policy      | mine                         | expected an object identifier
          ledger.tsa-minutes     | 0                            | expected minutes from 1 to 1440
          ledger.tsa-minutes     | 1441                         | expected minutes from 1 to 1440
          ledger.tsa-minutes     | PT5M                         | expected minutes from 1 to 1440
          """)
  void aWrongValueIsRefusedWithFileKeyAndWhatWasExpected(String key, String text, String expected) {
    assertThatThrownBy(() -> settings(key + "=" + text + "\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ridgeline.properties")
        .hasMessageContaining(key)
        .hasMessageContaining(expected)
        .hasMessageNotContaining("sesame");
  }
}

package org.ridgeline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.console.entry.EntryNotice;
import org.ridgeline.fixture.TestAuthority;
import org.ridgeline.node.Settings;

/// What is set for the doors: what it means, and what is said of what means nothing.
class DoorSettingsTest {
  @TempDir private Path folder;

  private DoorSettings settings(String... lines) throws IOException {
    Files.writeString(folder.resolve("ridgeline.properties"), String.join("\n", lines));
    return DoorSettings.of(Settings.of(folder, Optional.empty(), Map.of()));
  }

  private void assertRefused(String expected, String... lines) {
    assertThatThrownBy(() -> settings(lines))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(folder.resolve("ridgeline.properties") + ": " + expected);
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  @Test
  void withoutSettingsNothingIsSet() throws IOException {
    DoorSettings none = settings();
    assertThat(none.tls()).isEmpty();
    assertThat(none.front().proxies()).isEmpty();
    assertThat(none.front().publicUrl()).isEmpty();
    assertThat(none.isPlainAllowed()).isFalse();
    assertThat(none.lockAfter()).isZero();
    assertThat(none.properties()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          server.trusted-proxies | proxy.example   | expected addresses like 10.0.0.5 or 10.0.0.0/8
          server.trusted-proxies | 10.0.0.0/33     | expected addresses like 10.0.0.5 or 10.0.0.0/8
          server.trusted-proxies | 10.0.0.5 ::1    | expected addresses like 10.0.0.5 or 10.0.0.0/8
          server.public-url      | ridge.example   | expected https://HOST or https://HOST:PORT
          server.public-url      | ftp://a.example | expected https://HOST or https://HOST:PORT
          server.public-url      | https://a/b     | expected https://HOST or https://HOST:PORT
          server.public-url      | https://a:b     | expected https://HOST or https://HOST:PORT
          console.lock-after     | often           | expected a whole number from 0 to 100
          console.lock-after     | 101             | expected a whole number from 0 to 100
          console.lock-after     | -1              | expected a whole number from 0 to 100
          console.lock-after     | 2.5             | expected a whole number from 0 to 100
          """)
  void aWrongValueIsRefusedWithFileKeyTextAndWhatWasExpected(
      String key, String text, String expected) {
    assertRefused(key + "=" + text + " " + expected, key + " = " + text);
  }

  @Test
  void proxiesArePutTogetherOfAddressesAndRanges() throws IOException {
    assertThat(
            settings("server.trusted-proxies = 10.0.0.5, 10.1.0.0/16,, fd00::/8").front().proxies())
        .hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://ridge.example", "https://ridge.example:8443", "http://ridge.example"})
  void aPublicUrlIsANameWithoutAPath(String url) throws IOException {
    DoorSettings set = settings("server.public-url=" + url + "//");
    assertThat(set.front().publicUrl()).contains(URI.create(url));
    assertThat(set.properties().containsKey("server.servlet.session.cookie.secure"))
        .isEqualTo(url.startsWith("https"));
  }

  @Test
  void aNoticeIsATextOfTwoPagesAtMost() throws IOException {
    assertThat(settings().notice()).isEqualTo(EntryNotice.NONE);
    file("one.txt", "First.\r\n\r\nSecond,\nstill.\n".getBytes(StandardCharsets.UTF_8));
    assertThat(settings("console.notice=one.txt").notice().paragraphs())
        .containsExactly("First.", "Second,\nstill.");
    file("longest.txt", "x".repeat(8_000).getBytes(StandardCharsets.UTF_8));
    assertThat(settings("console.notice=longest.txt").notice().isAsked()).isTrue();
    file("longer.txt", "x".repeat(8_001).getBytes(StandardCharsets.UTF_8));
    file("blank.txt", "\n \n".getBytes(StandardCharsets.UTF_8));
    file("latin.txt", "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    for (String name : List.of("longer.txt", "blank.txt", "latin.txt", "away.txt")) {
      assertRefused(
          "console.notice="
              + folder.resolve(name)
              + " expected a UTF-8 text file of 1 to 8000 characters",
          "console.notice=" + name);
    }
  }

  @Test
  void lockingIsANumberOfTries() throws IOException {
    assertThat(settings("console.lock-after=5").lockAfter()).isEqualTo(5);
    assertThat(settings("console.lock-after=0").lockAfter()).isZero();
    assertThat(settings("console.lock-after=100").lockAfter()).isEqualTo(100);
  }

  @Test
  void whatIsSentInTheClearIsAllowedByOneWordOnly() throws IOException {
    for (String word : new String[] {"yes", "true", "ALLOW"}) {
      DoorSettings other = settings("server.plain=" + word);
      assertThatThrownBy(() -> other.check("0.0.0.0"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("address=0.0.0.0")
          .hasMessageContaining("server.plain=allow");
    }
    settings("server.plain=allow").check("0.0.0.0");
    settings("server.trusted-proxies=10.0.0.5").check("0.0.0.0");
    DoorSettings none = settings();
    none.check("127.0.0.1");
    none.check("::1");
    none.check("localhost");
    assertThatThrownBy(() -> none.check("host.example")).hasMessageContaining("host.example");
  }

  @Test
  void tlsWantsBothFilesAndThatTheyCanBeRead() throws IOException {
    Path there = file("there.pem", new byte[0]);
    Path away = folder.resolve("away.pem");
    assertRefused(
        "server.tls-certificate and server.tls-key expected together",
        "server.tls-certificate=" + there);
    assertRefused(
        "server.tls-certificate and server.tls-key expected together", "server.tls-key=" + there);
    String[] keys = {"server.tls-certificate", "server.tls-key", "server.client-authorities"};
    for (String key : keys) {
      assertRefused(key + "=" + away + " expected a PEM file that can be read", key + "=" + away);
    }
    DoorSettings set = settings("server.tls-certificate=" + there, "server.tls-key=" + there);
    assertThat(set.tls()).contains(new DoorSettings.Tls(there, there, Optional.empty()));
    assertThat(set.properties())
        .containsEntry("server.ssl.bundle", "door")
        .containsEntry("spring.ssl.bundle.pem.door.options.enabled-protocols", "TLSv1.3,TLSv1.2")
        .containsEntry("server.servlet.session.cookie.name", "__Host-ridgeline")
        .doesNotContainKey("server.ssl.client-auth");
    set.check("0.0.0.0");
  }

  @Test
  void clientsAuthoritiesAreCertificatesBesideTlsOfOurOwn() throws Exception {
    TestAuthority.Issued authority = new TestAuthority(folder, "Fictional CA").own();
    Path authorities = file("authorities.pem", authority.pem());
    String own = "server.tls-certificate=" + file("own.pem", authority.pem());
    String key = "server.tls-key=" + file("key.pem", authority.keyPem());
    assertRefused(
        "server.client-authorities expected with server.tls-certificate",
        "server.client-authorities=" + authorities);
    for (byte[] wrong : new byte[][] {new byte[0], authority.keyPem(), "no PEM".getBytes()}) {
      Path file = file("wrong.pem", wrong);
      assertRefused(
          "server.client-authorities=" + file + " expected a PEM file of certificates alone",
          own,
          key,
          "server.client-authorities=" + file);
    }
    DoorSettings set = settings(own, key, "server.client-authorities=" + authorities);
    assertThat(set.tls().orElseThrow().clientAuthorities()).contains(authorities);
    assertThat(set.properties()).containsEntry("server.ssl.client-auth", "want");
  }
}

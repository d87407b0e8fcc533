package org.ridgeline.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.app.Server;

/// TLS of our own: the files that are set, and read again when they change.
class TlsIT {
  private static final char[] STORE = "fictional".toCharArray();

  /// A record of a handshake that goes on.
  private static final byte[] HANDSHAKE = {0x16};

  /// The alert fatal, protocol_version (RFC 5246, 7.2.2).
  private static final byte[] PROTOCOL_VERSION = {2, 70};

  @TempDir private Path temp;

  /// Writes a fresh certificate and its key; gives the certificate's number.
  private BigInteger certificate(Path data) throws Exception {
    Path store = Files.createTempDirectory(temp, "key").resolve("store.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "door",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=IP:127.0.0.1,DNS:localhost",
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(STORE))
            .redirectErrorStream(true)
            .start();
    assertThat(keytool.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance(store.toFile(), STORE);
    X509Certificate own = (X509Certificate) keys.getCertificate("door");
    pem(data.resolve("key.pem"), "PRIVATE KEY", keys.getKey("door", STORE).getEncoded());
    pem(data.resolve("certificate.pem"), "CERTIFICATE", own.getEncoded());
    return own.getSerialNumber();
  }

  private static void pem(Path file, String kind, byte[] bytes) throws IOException {
    String text = Base64.getMimeEncoder(64, "\n".getBytes()).encodeToString(bytes);
    Files.writeString(
        file, "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
  }

  /// Who answers, by any name: the certificate is what is looked at.
  private static SSLSocket connected(String url, String... protocols) throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new Anybody()}, null);
    SSLSocket socket =
        (SSLSocket)
            context
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), URI.create(url).getPort());
    if (protocols.length > 0) {
      socket.setEnabledProtocols(protocols);
    }
    socket.startHandshake();
    return socket;
  }

  private static final class Anybody implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }

  private static BigInteger served(String url) throws Exception {
    try (SSLSocket socket = connected(url)) {
      return ((X509Certificate) socket.getSession().getPeerCertificates()[0]).getSerialNumber();
    }
  }

  /// What answers a client that speaks no later version than `{3, minor}`, byte for byte: Java's
  /// own client would not say it.
  private static byte[] answered(String url, int minor) throws IOException {
    String random = "5a".repeat(32);
    // Cipher suites of every version, with keys of P-256; curves, point formats, signatures.
    String suites = "0006" + "c02b" + "c023" + "c009";
    String extensions = "000a00040002" + "0017" + "000b00020100" + "000d00040002" + "0403";
    String rest =
        random
            + "00"
            + suites
            + "0100"
            + String.format("%04x", extensions.length() / 2)
            + extensions;
    String hello = String.format("03%02x", minor) + rest;
    String message = String.format("01%06x", hello.length() / 2) + hello;
    String record = String.format("160301%04x", message.length() / 2) + message;
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), URI.create(url).getPort())) {
      socket.setSoTimeout(60_000);
      socket.getOutputStream().write(HexFormat.of().parseHex(record));
      byte[] head = socket.getInputStream().readNBytes(5);
      // An alert is two bytes: its level, and what it is about.
      byte[] body = head[0] == 0x15 ? socket.getInputStream().readNBytes(2) : new byte[0];
      return head[0] == 0x15 ? body : new byte[] {head[0]};
    }
  }

  private static String page(SSLSocket socket) throws IOException {
    socket
        .getOutputStream()
        .write("GET /login HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".getBytes());
    return new String(socket.getInputStream().readAllBytes());
  }

  @Test
  void servesOverTlsAndTakesAnotherCertificateWhileItRuns() throws Exception {
    Path data = Files.createDirectories(temp.resolve("data"));
    BigInteger first = certificate(data);
    Files.writeString(
        data.resolve("ridgeline.properties"),
        "server.tls-certificate="
            + data.resolve("certificate.pem")
            + "\n"
            + "server.tls-key="
            + data.resolve("key.pem")
            + "\n");
    try (Server server =
        Server.start(data, Optional.empty(), new Server.Listen("127.0.0.1", 0, Optional.empty()))) {
      assertThat(server.url()).startsWith("https://127.0.0.1:");
      assertThat(Files.readString(data.resolve("first-run-link"))).startsWith("https://");
      assertThat(served(server.url())).isEqualTo(first);
      for (String protocol : new String[] {"TLSv1.2", "TLSv1.3"}) {
        try (SSLSocket socket = connected(server.url(), protocol)) {
          assertThat(page(socket))
              .startsWith("HTTP/1.1 200")
              .containsIgnoringCase("strict-transport-security")
              .contains("__Host-ridgeline=")
              .contains("Secure");
        }
      }
      assertThat(answered(server.url(), 3)).as("TLS 1.2").startsWith(HANDSHAKE);
      assertThat(answered(server.url(), 2)).as("TLS 1.1").containsExactly(PROTOCOL_VERSION);
      assertThat(answered(server.url(), 1)).as("TLS 1.0").containsExactly(PROTOCOL_VERSION);
      BigInteger second = certificate(data);
      for (int i = 0; i < 600 && !served(server.url()).equals(second); i++) {
        Thread.sleep(100);
      }
      assertThat(served(server.url())).isEqualTo(second).isNotEqualTo(first);
    }
  }

  @Test
  void doesNotListenBeyondTheMachineInTheClear() throws Exception {
    var listen = new Server.Listen("0.0.0.0", 0, Optional.empty());
    assertThatThrownBy(() -> Server.start(temp.resolve("plain"), Optional.empty(), listen))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("server.tls-certificate")
        .hasMessageContaining("server.plain=allow");
  }
}

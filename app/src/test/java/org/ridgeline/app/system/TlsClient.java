package org.ridgeline.app.system;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.ridgeline.fixture.TestAuthority;

/// A client with a certificate or none, that asks over connections which stay open. Connections of
/// one client resume its session.
final class TlsClient {
  private static final int PATIENCE_MS = 60_000;

  private final SSLContext context;
  private final int port;
  private String protocol = "TLSv1.3";
  private String from = "127.0.0.1";

  TlsClient(String url, Optional<TestAuthority.Issued> shown) throws Exception {
    context = SSLContext.getInstance("TLS");
    KeyManager[] keys = shown.map(one -> new KeyManager[] {one.shown()}).orElse(null);
    context.init(keys, new TrustManager[] {new Anybody()}, null);
    port = URI.create(url).getPort();
  }

  TlsClient over(String version) {
    protocol = version;
    return this;
  }

  /// From another address of this machine.
  TlsClient from(String address) {
    from = address;
    return this;
  }

  /// What came back.
  record Got(int status, String head, String body) {}

  Connection connected() throws IOException {
    return new Connection();
  }

  /// One request over a connection of its own.
  Got get(String path, String... headers) throws IOException {
    try (Connection connection = connected()) {
      return connection.get(path, headers);
    }
  }

  Got post(String path, byte[] body, String... headers) throws IOException {
    try (Connection connection = connected()) {
      return connection.send("POST", path, body, headers);
    }
  }

  /// One connection, for one request after another.
  final class Connection implements AutoCloseable {
    private final SSLSocket socket;

    private Connection() throws IOException {
      Socket plain = new Socket();
      plain.bind(new InetSocketAddress(from, 0));
      plain.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MS);
      plain.setSoTimeout(PATIENCE_MS);
      socket = (SSLSocket) context.getSocketFactory().createSocket(plain, "127.0.0.1", port, true);
      socket.setEnabledProtocols(new String[] {protocol});
      try {
        socket.startHandshake();
      } catch (IOException e) {
        socket.close();
        throw e;
      }
    }

    /// When the session was agreed on: a resumed one's is the first connection's.
    long agreedAt() {
      return socket.getSession().getCreationTime();
    }

    Got get(String path, String... headers) throws IOException {
      return send("GET", path, new byte[0], headers);
    }

    private Got send(String method, String path, byte[] body, String... headers)
        throws IOException {
      StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
      head.append("Host: localhost\r\nContent-Length: " + body.length + "\r\n");
      List.of(headers).forEach(line -> head.append(line).append("\r\n"));
      socket.getOutputStream().write(head.append("\r\n").toString().getBytes(latin()));
      socket.getOutputStream().write(body);
      return read();
    }

    private Got read() throws IOException {
      String head = line();
      StringBuilder all = new StringBuilder(head);
      int length = 0;
      boolean isChunked = false;
      for (String line = line(); !line.isEmpty(); line = line()) {
        all.append('\n').append(line);
        String lower = line.toLowerCase(Locale.ROOT);
        isChunked |= lower.equals("transfer-encoding: chunked");
        length = lower.startsWith("content-length:") ? number(lower, 10) : length;
      }
      byte[] body = isChunked ? chunks() : exactly(length);
      return new Got(Integer.parseInt(head.substring(9, 12)), all.toString(), text(body));
    }

    private static int number(String header, int radix) {
      return Integer.parseInt(header.substring(header.indexOf(':') + 1).strip(), radix);
    }

    private byte[] chunks() throws IOException {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      for (int n = number(line(), 16); n > 0; n = number(line(), 16)) {
        all.write(exactly(n));
        line();
      }
      line();
      return all.toByteArray();
    }

    private byte[] exactly(int length) throws IOException {
      byte[] bytes = socket.getInputStream().readNBytes(length);
      if (bytes.length < length) {
        throw new EOFException("closed after " + bytes.length + " of " + length + " bytes");
      }
      return bytes;
    }

    private String line() throws IOException {
      InputStream in = socket.getInputStream();
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int b = in.read(); b != '\n'; b = in.read()) {
        if (b < 0) {
          throw new EOFException("closed without an answer");
        }
        line.write(b);
      }
      return text(line.toByteArray()).strip();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  private static java.nio.charset.Charset latin() {
    return StandardCharsets.ISO_8859_1;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, latin());
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
}

package org.ridgeline.app.system;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Sends bytes that no decent client would send, one connection a request, and reads what comes.
public final class RawHttp {
  private static final int PATIENCE_MS = 60_000;

  private final int port;

  public RawHttp(String url) {
    port = URI.create(url).getPort();
  }

  /// A request as it goes over the wire.
  /// - **Shape** `target` as it is sent, percent signs and all; `headers` whole lines
  public record Sent(String method, String target, List<String> headers, byte[] body) {
    public static Sent get(String target, String... headers) {
      return new Sent("GET", target, List.of(headers), new byte[0]);
    }

    /// The same with further headers.
    public Sent with(List<String> more) {
      List<String> all = new ArrayList<>(headers);
      all.addAll(more);
      return new Sent(method, target, all, body);
    }
  }

  /// What came back; status 0 where nothing did.
  public record Got(int status, String head, String body) {
    /// A header's values.
    public List<String> headers(String name) {
      return head.lines()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
          .map(line -> line.substring(name.length() + 1).strip())
          .toList();
    }

    /// A header's first value.
    public Optional<String> header(String name) {
      return headers(name).stream().findFirst();
    }
  }

  /// Sends one and reads until the server closes.
  public Got send(Sent sent) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MS);
      byte[] head = head(sent).getBytes(StandardCharsets.ISO_8859_1);
      OutputStream out = socket.getOutputStream();
      try {
        out.write(head);
        out.write(sent.body());
        out.flush();
      } catch (IOException e) {
        // A server may answer before it has read all.
      }
      return got(read(socket));
    }
  }

  private static String head(Sent sent) {
    StringBuilder head = new StringBuilder(sent.method() + " " + sent.target() + " HTTP/1.1\r\n");
    boolean hasHost = sent.headers().stream().anyMatch(line -> line.startsWith("Host:"));
    head.append(hasHost ? "" : "Host: localhost\r\n").append("Connection: close\r\n");
    sent.headers().forEach(line -> head.append(line).append("\r\n"));
    boolean hasLength =
        sent.headers().stream()
            .anyMatch(line ->
                line.startsWith("Content-Length:") || line.startsWith("Transfer-Encoding:"));
    if (!hasLength && !sent.method().equals("GET")) {
      head.append("Content-Length: ").append(sent.body().length).append("\r\n");
    }
    return head.append("\r\n").toString();
  }

  private static byte[] read(Socket socket) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] some = new byte[8192];
    try {
      for (int n = socket.getInputStream().read(some); n >= 0; ) {
        all.write(some, 0, n);
        n = socket.getInputStream().read(some);
      }
    } catch (java.net.SocketException e) {
      // Closed with bytes unread: what came before counts.
    }
    return all.toByteArray();
  }

  private static Got got(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      return new Got(0, "", text);
    }
    return new Got(
        Integer.parseInt(text.substring(9, 12)), text.substring(0, end), text.substring(end + 4));
  }
}

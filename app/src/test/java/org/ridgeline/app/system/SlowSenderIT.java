package org.ridgeline.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.exchange.Limits;

/// Senders who promise much and bring little hold up nobody, not even others of their own agency.
class SlowSenderIT {
  private static final int SLOW = 3 * Limits.UPLOADS_MAX;

  @TempDir private static Path temp;
  private static RunningServer running;
  private static String token = "";

  @BeforeAll
  static void start() throws Exception {
    running = new RunningServer(temp.resolve("data"));
    token = running.activeAgency(TestCards.ORI);
  }

  @AfterAll
  static void stop() throws Exception {
    running.close();
  }

  /// A connection over which a byte comes now and then.
  private static final class Trickle implements AutoCloseable {
    private final Socket socket;

    Trickle(String head) throws IOException {
      socket =
          new Socket(InetAddress.getLoopbackAddress(), URI.create(running.server.url()).getPort());
      socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
      drip();
    }

    void drip() throws IOException {
      socket.getOutputStream().write('x');
      socket.getOutputStream().flush();
    }

    boolean isAnswered() throws IOException {
      return socket.getInputStream().available() > 0;
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  private static void whileSlowOnesSend(String head, Check check) throws Exception {
    List<Trickle> slow = new ArrayList<>();
    try {
      for (int i = 0; i < SLOW; i++) {
        slow.add(new Trickle(head));
      }
      for (Trickle one : slow) {
        one.drip();
      }
      check.run();
      for (Trickle one : slow) {
        one.drip();
        assertThat(one.isAnswered()).as("still sending").isFalse();
      }
    } finally {
      for (Trickle one : slow) {
        one.close();
      }
    }
  }

  private interface Check {
    void run() throws Exception;
  }

  @Test
  void slowUploadsTakeNobodysPlace() throws Exception {
    String other = running.activeAgency("CA0370000");
    String head =
        "POST /api/v1/submissions HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
            + token
            + "\r\nContent-Length: 30000000\r\n\r\n";
    whileSlowOnesSend(
        head,
        () -> {
          byte[] own = TestCards.card(301, 1, "T-SLOW-0001", "NOT,SLOW");
          assertThat(running.api.post("/api/v1/submissions", token, own).status()).isEqualTo(202);
          byte[] others = TestCards.card("CA0370000", 302, "T-SLOW-0002", "OTHER,ONE");
          assertThat(running.api.post("/api/v1/submissions", other, others).status())
              .isEqualTo(202);
        });
  }

  @Test
  void slowFormsTakeNobodysPlace() throws Exception {
    String head =
        "POST /login HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 900000\r\n\r\n";
    whileSlowOnesSend(
        head,
        () -> {
          RawHttp http = new RawHttp(running.server.url());
          assertThat(http.send(RawHttp.Sent.get("/login")).status()).isEqualTo(200);
        });
  }

  @Test
  void slowHeadersTakeNobodysPlace() throws Exception {
    whileSlowOnesSend(
        "GET /login HTTP/1.1\r\nHost: localhost\r\nX-Slow: ",
        () -> {
          RawHttp http = new RawHttp(running.server.url());
          assertThat(http.send(RawHttp.Sent.get("/login")).status()).isEqualTo(200);
        });
  }
}

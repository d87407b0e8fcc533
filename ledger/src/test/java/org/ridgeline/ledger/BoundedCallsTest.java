package org.ridgeline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What comes from a witness or an authority that is not, or is no longer, what it was.
class BoundedCallsTest {
  private static final int BYTES_MAX = 1000;

  private final CountDownLatch over = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private HttpServer server;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/whole", exchange -> answer(exchange, 200, "x".repeat(BYTES_MAX)));
    server.createContext("/long", exchange -> answer(exchange, 200, "x".repeat(BYTES_MAX + 1)));
    server.createContext(
        "/no", exchange -> answer(exchange, 409, "no\r\n\u001b[31mred" + "x".repeat(900)));
    server.createContext(
        "/elsewhere",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/whole");
          answer(exchange, 302, "");
        });
    server.createContext(
        "/slow",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write('x');
          exchange.getResponseBody().flush();
          try {
            over.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    server.start();
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @AfterEach
  void end() {
    over.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private byte[] answered(String path, Duration patience) throws Exception {
    try (BoundedCalls calls = new BoundedCalls(patience, BYTES_MAX)) {
      URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
      return calls.answered(HttpRequest.newBuilder(url).build());
    }
  }

  @Test
  void anAnswerOfTheLargestSizeIsTakenAndOneByteMoreIsNot() throws Exception {
    assertThat(answered("/whole", Limits.WITNESS_PATIENCE)).hasSize(BYTES_MAX);
    assertThatThrownBy(() -> answered("/long", Limits.WITNESS_PATIENCE))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aBodyThatDoesNotEndIsNotWaitedFor() {
    assertThatThrownBy(() -> answered("/slow", Duration.ofMillis(300)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no whole answer within 300 ms");
  }

  @Test
  void whatARefusalSaysIsCutAndWritesNoLineOfItsOwn() {
    assertThatThrownBy(() -> answered("/no", Limits.WITNESS_PATIENCE))
        .hasMessageStartingWith("409 no [31mred")
        .message()
        .hasSizeLessThanOrEqualTo("409 ".length() + Limits.ANSWER_SAID_CHARS_MAX)
        .doesNotContain("\n", "\u001b");
  }

  @Test
  void nobodyIsSentElsewhere() {
    assertThatThrownBy(() -> answered("/elsewhere", Limits.WITNESS_PATIENCE))
        .hasMessageStartingWith("302");
  }
}

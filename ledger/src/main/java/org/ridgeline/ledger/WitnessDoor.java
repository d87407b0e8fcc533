package org.ridgeline.ledger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;

/// A witness over HTTP: `GET /last`, `POST /checkpoint`.
public final class WitnessDoor implements AutoCloseable {
  private static final int OK = 200;
  private static final int CONFLICT = 409;
  private static final int TOO_LARGE = 413;

  private final Witness witness;
  private final HttpServer http;

  /// Listens at once.
  public WitnessDoor(Witness witness, InetSocketAddress address) throws IOException {
    this.witness = witness;
    http = HttpServer.create(address, 0);
    http.createContext("/last", this::last);
    http.createContext("/checkpoint", this::checkpoint);
    http.setExecutor(Executors.newFixedThreadPool(Limits.WITNESS_CALLERS_MAX));
    http.start();
  }

  /// The port it listens on.
  public int port() {
    return http.getAddress().getPort();
  }

  private void last(HttpExchange call) throws IOException {
    answer(call, OK, witness.last().orElse(""));
  }

  private void checkpoint(HttpExchange call) throws IOException {
    byte[] body = call.getRequestBody().readNBytes(Limits.WITNESS_BYTES_MAX + 1);
    if (body.length > Limits.WITNESS_BYTES_MAX) {
      answer(call, TOO_LARGE, "limit=" + Limits.WITNESS_BYTES_MAX);
      return;
    }
    List<String> lines = new String(body, StandardCharsets.US_ASCII).lines().toList();
    Witness.Answer answer = witness.take(lines);
    answer(call, answer.isSigned() ? OK : CONFLICT, answer.text());
  }

  private static void answer(HttpExchange call, int status, String text) throws IOException {
    byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
    call.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    call.sendResponseHeaders(status, bytes.length);
    try (call) {
      call.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    http.stop(0);
  }
}

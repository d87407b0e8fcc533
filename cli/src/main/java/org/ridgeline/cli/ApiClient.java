package org.ridgeline.cli;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.ridgeline.cli.terminal.Output;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Calls a running Ridgeline. A busy server (503) is asked again after the time it names.
final class ApiClient {
  private static final int BUSY_TRIES_MAX = 120;
  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  private final String url;
  private final String token;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  ApiClient(String url, String token) {
    this.url = url.replaceFirst("/+$", "");
    this.token = token;
  }

  /// An answer: its status and JSON body; an empty body is an empty object.
  record Reply(int status, JsonNode body) {
    boolean isDone() {
      return status / 100 == 2;
    }

    /// What went wrong, in the server's words.
    String problem() {
      return status
          + " "
          + body.path("title").asString("")
          + ": "
          + body.path("detail").asString(body.toString());
    }
  }

  Reply get(String path) throws IOException, InterruptedException {
    return send(request(path).GET().build());
  }

  Reply post(String path, byte[] body) throws IOException, InterruptedException {
    HttpRequest request =
        request(path)
            .header("Content-Type", "application/octet-stream")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    return send(request);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path))
        .timeout(TIMEOUT)
        .header("Authorization", "Bearer " + token);
  }

  private Reply send(HttpRequest request) throws IOException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      Reply reply = once(request);
      if (reply.status() != 503 || attempt == BUSY_TRIES_MAX) {
        return reply;
      }
      Thread.sleep(Duration.ofSeconds(reply.body().path("retryAfter").asInt(1)));
    }
  }

  private Reply once(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<byte[]> response;
    try {
      response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (ConnectException e) {
      throw new IOException("nothing answers at " + url + ": is it serving?", e);
    }
    int retryAfter = response.headers().firstValue("Retry-After").map(Integer::parseInt).orElse(1);
    byte[] body = response.body();
    try {
      JsonNode json =
          body.length == 0 ? Output.mapper().createObjectNode() : Output.mapper().readTree(body);
      if (json.isObject() && response.statusCode() == 503) {
        ((tools.jackson.databind.node.ObjectNode) json).put("retryAfter", retryAfter);
      }
      return new Reply(response.statusCode(), json);
    } catch (JacksonException e) {
      throw new IOException(
          url + " answered " + response.statusCode() + " with something that is not JSON", e);
    }
  }
}

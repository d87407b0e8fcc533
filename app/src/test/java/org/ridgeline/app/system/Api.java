package org.ridgeline.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import org.ridgeline.codec.itl.Decoded;
import org.ridgeline.codec.itl.ItlReader;
import org.ridgeline.codec.itl.Transaction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Calls the API as a sender would, and says exactly what came back.
public final class Api {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final String url;

  public Api(String url) {
    this.url = url;
  }

  public record Reply(int status, HttpResponse<byte[]> response) {
    public JsonNode json() {
      return JSON.readTree(response.body());
    }
  }

  public Reply post(String path, String token, byte[] body)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer " + token)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build());
  }

  public Reply postJson(String path, String token, String body)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  public Reply get(String path, String token) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer " + token)
            .build());
  }

  public Reply getWithoutToken(String path) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(30)).build());
  }

  private Reply send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    return new Reply(response.statusCode(), response);
  }

  /// The submission once it is closed.
  public JsonNode closed(String control, String token) throws IOException, InterruptedException {
    long until = System.nanoTime() + Duration.ofSeconds(120).toNanos();
    while (true) {
      JsonNode submission = get("/api/v1/submissions/" + control, token).json();
      String state = submission.path("state").asString();
      if (state.equals("ANSWERED") || state.equals("REFUSED")) {
        return submission;
      }
      if (System.nanoTime() > until) {
        throw new AssertionError(control + " still " + state + " after two minutes");
      }
      Thread.sleep(50);
    }
  }

  /// The answer of one repository.
  public static JsonNode answer(JsonNode submission, String repository) {
    for (JsonNode answer : submission.path("answers")) {
      if (answer.path("repository").asString().equals(repository)) {
        return answer;
      }
    }
    return JSON.createObjectNode();
  }

  /// The transaction an answer carries, which must be one that can be read.
  static Transaction transaction(JsonNode answer) {
    byte[] bytes = Base64.getDecoder().decode(answer.path("transaction").asString());
    assertThat(ItlReader.read(bytes)).isInstanceOf(Decoded.Accepted.class);
    return ((Decoded.Accepted) ItlReader.read(bytes)).transaction();
  }

  /// A Type-2 field of a transaction, empty where it has none.
  static String two(Transaction transaction, int field) {
    return transaction.typeTwo().flatMap(two -> two.value(field)).orElse("");
  }
}

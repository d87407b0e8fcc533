package org.ridgeline.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The managed database is killed and does not start for a while: every door says so and when to
/// come back, and goes on by itself afterwards.
class DatabaseAwayIT {
  private static final String[] DOORS = {
    "GET /api/v1/submissions/R1",
    "POST /api/v1/submissions",
    "GET /api/v1/leads",
    "GET /login",
    "POST /login",
    "GET /cases",
    "GET /redress",
    "GET /"
  };

  @TempDir private Path temp;
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void everyDoorSaysWhenToComeBackAndGoesOn() throws Exception {
    try (RunningServer running = new RunningServer(temp.resolve("data"))) {
      String token = running.activeAgency("CA0340000");
      assertThat(health(running, "ready")).isEqualTo("200 up");
      assertThat(health(running, "live")).isEqualTo("200 up");
      assertThat(status(running, token, "POST /health/ready").statusCode()).isEqualTo(405);
      assertThat(status(running, token, "GET /health/other").statusCode()).isNotEqualTo(200);
      Path cluster = running.data.resolve("postgres");
      Path settings = cluster.resolve("postgresql.conf");
      Path aside = cluster.resolve("aside.conf");
      Files.move(settings, aside);
      kill(cluster);
      waitUntil(() -> status(running, token, "GET /login").statusCode() == 503);
      for (String door : DOORS) {
        HttpResponse<String> answer = status(running, token, door);
        assertThat(answer.statusCode()).as(door).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).as(door).contains("2");
        assertThat(answer.body()).as(door).contains("database").doesNotContain("Exception");
      }
      // What was found is said again for a second.
      waitUntil(() -> health(running, "ready").equals("503 down"));
      assertThat(health(running, "live")).isEqualTo("200 up");
      Files.move(aside, settings);
      waitUntil(() -> status(running, token, "GET /login").statusCode() == 200);
      running.booked(token, TestCards.card(TestCards.ORI, 1, "AWAY-1", "FICTION,ANN"));
      waitUntil(() -> health(running, "ready").equals("200 up"));
    }
  }

  private static void kill(Path cluster) throws IOException {
    String pid = Files.readAllLines(cluster.resolve("postmaster.pid")).getFirst().strip();
    ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly();
  }

  private HttpResponse<String> status(RunningServer running, String token, String door)
      throws IOException, InterruptedException {
    String[] parts = door.split(" ");
    return http.send(
        HttpRequest.newBuilder(URI.create(running.server.url() + parts[1]))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer " + token)
            .method(parts[0], HttpRequest.BodyPublishers.noBody())
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /// Without any log-in.
  private String health(RunningServer running, String what) throws Exception {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(running.server.url() + "/health/" + what)).build(),
            HttpResponse.BodyHandlers.ofString());
    return answer.statusCode() + " " + answer.body().strip();
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private static void waitUntil(Condition condition) throws Exception {
    Instant until = Instant.now().plus(Duration.ofSeconds(90));
    while (!condition.holds()) {
      assertThat(Instant.now()).isBefore(until);
      Thread.sleep(100);
    }
  }
}

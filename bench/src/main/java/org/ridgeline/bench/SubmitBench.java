package org.ridgeline.bench;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A load generator: sends cards at a fixed rate, whatever the answers take, and follows each to
/// its end.
///
/// Cards of the folder are sent in turn, each time under a TCN of its own. A sender that is told to
/// come back (503) does, as often as it takes; its waiting is in `accept`.
public final class SubmitBench {
  /// Requests under way at once; a sender beyond waits, which the times then show.
  private static final int UNDER_WAY_MAX = 256;

  /// The stages are timed by the server's own clock, so looking seldom costs no accuracy; looking
  /// often would take the cores from what is measured.
  private static final int LOOK_AGAIN_MS = 250;

  private static final int LOOK_AGAIN_MS_MAX = 4000;
  private static final Duration TIMEOUT = Duration.ofMinutes(30);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;
  private final String token;
  private final List<Retagged> cards;
  private final long cardBytes;
  private final ConcurrentLinkedQueue<Timed> done = new ConcurrentLinkedQueue<>();
  private final AtomicInteger busy = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();

  /// What a run measured.
  /// - **Shape** `stages`: accept (request to control number), extract (received to templates),
  ///   criminal and immigration (templates to answer), total (received to both answers)
  /// - **Unit** `sustainedPerSecond`: answered submissions over the time from the first one
  ///   received to the last one answered
  public record Result(
      @JsonUnwrapped Submissions submissions,
      @JsonUnwrapped Load load,
      Map<String, Percentiles> stages) {}

  /// How many came to what.
  public record Submissions(int sent, int answered, int refused, int failed, int toldBusy) {}

  /// What was offered, and what was carried.
  public record Load(double ratePerSecond, double sustainedPerSecond, long meanCardBytes) {}

  private record Timed(
      double acceptMs,
      String state,
      Instant received,
      Optional<Instant> extracted,
      Optional<Instant> closed,
      Map<String, Instant> answers) {}

  /// Reads the cards of a folder: every file `*.an2`, `*.eft` or `*.ebts`.
  public SubmitBench(URI base, String token, Path folder) throws IOException {
    this.base = base;
    this.token = token;
    List<Retagged> read = new ArrayList<>();
    long bytes = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        if (file.getFileName().toString().matches(".*\\.(an2|eft|ebts|nst)")) {
          byte[] card = Files.readAllBytes(file);
          read.add(Retagged.of(card));
          bytes += card.length;
        }
      }
    }
    if (read.isEmpty()) {
      throw new IOException("no *.an2, *.eft, *.ebts or *.nst in " + folder);
    }
    cards = List.copyOf(read);
    cardBytes = bytes / read.size();
  }

  /// Sends `count` submissions, `rate` a second.
  public Result run(double rate, int count) throws InterruptedException {
    Semaphore underWay = new Semaphore(UNDER_WAY_MAX);
    String run = Long.toString(System.currentTimeMillis(), 36).toUpperCase(Locale.ROOT);
    long start = System.nanoTime();
    try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < count; i++) {
        long due = start + (long) (i * 1e9 / rate);
        Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
        byte[] card = cards.get(i % cards.size()).withTcn("BENCH-%s-%06d".formatted(run, i));
        underWay.acquire();
        senders.execute(() -> {
          try {
            follow(card, due);
          } finally {
            underWay.release();
          }
        });
      }
    }
    return result(rate, count);
  }

  private void follow(byte[] card, long due) {
    try {
      JsonNode accepted = accepted(card);
      double acceptMs = (System.nanoTime() - due) / 1e6;
      done.add(closed(accepted.path("control").asString(), acceptMs));
    } catch (IOException e) {
      failed.incrementAndGet();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private JsonNode accepted(byte[] card) throws IOException, InterruptedException {
    while (true) {
      HttpResponse<byte[]> response =
          send(
              request("/api/v1/submissions")
                  .POST(HttpRequest.BodyPublishers.ofByteArray(card))
                  .build());
      if (response.statusCode() == 202 || response.statusCode() == 422) {
        return JSON.readTree(response.body());
      }
      if (response.statusCode() != 503) {
        throw new IOException("POST answered " + response.statusCode());
      }
      busy.incrementAndGet();
      int wait = response.headers().firstValue("Retry-After").map(Integer::parseInt).orElse(1);
      Thread.sleep(Duration.ofSeconds(wait));
    }
  }

  private Timed closed(String control, double acceptMs) throws IOException, InterruptedException {
    long until = System.nanoTime() + TIMEOUT.toNanos();
    for (int wait = LOOK_AGAIN_MS; System.nanoTime() < until; ) {
      JsonNode now =
          JSON.readTree(send(request("/api/v1/submissions/" + control).GET().build()).body());
      String state = now.path("state").asString();
      if (state.equals("ANSWERED") || state.equals("REFUSED")) {
        return timed(now, state, acceptMs);
      }
      Thread.sleep(wait);
      wait = Math.min(2 * wait, LOOK_AGAIN_MS_MAX);
    }
    throw new IOException(control + " was not answered in " + TIMEOUT);
  }

  private static Timed timed(JsonNode submission, String state, double acceptMs) {
    Map<String, Instant> answers = new TreeMap<>();
    for (JsonNode answer : submission.path("answers")) {
      instant(answer, "createdAt")
          .ifPresent(at -> answers.put(answer.path("repository").asString(), at));
    }
    return new Timed(
        acceptMs,
        state,
        instant(submission, "receivedAt").orElseThrow(),
        instant(submission, "extractedAt"),
        instant(submission, "closedAt"),
        answers);
  }

  private static Optional<Instant> instant(JsonNode node, String key) {
    return node.path(key).isString()
        ? Optional.of(Instant.parse(node.path(key).asString()))
        : Optional.empty();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).header("Authorization", "Bearer " + token);
  }

  private HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  private Result result(double rate, int count) {
    List<Timed> all = List.copyOf(done);
    List<Timed> answered = all.stream().filter(t -> t.state().equals("ANSWERED")).toList();
    Map<String, Percentiles> stages = new TreeMap<>();
    stages.put("accept", Percentiles.of(all.stream().mapToDouble(Timed::acceptMs).toArray()));
    stages.put("extract", between(answered, t -> Optional.of(t.received()), Timed::extracted));
    for (String repository : List.of("criminal", "immigration")) {
      stages.put(
          repository,
          between(
              answered, Timed::extracted, t -> Optional.ofNullable(t.answers().get(repository))));
    }
    stages.put("total", between(answered, t -> Optional.of(t.received()), Timed::closed));
    int refused = all.size() - answered.size();
    return new Result(
        new Submissions(count, answered.size(), refused, failed.get(), busy.get()),
        new Load(rate, sustained(answered), cardBytes),
        stages);
  }

  private interface Mark {
    Optional<Instant> of(Timed timed);
  }

  private static Percentiles between(List<Timed> timed, Mark from, Mark to) {
    return Percentiles.of(
        timed.stream()
            .filter(t -> from.of(t).isPresent() && to.of(t).isPresent())
            .mapToDouble(t -> Duration.between(from.of(t).get(), to.of(t).get()).toNanos() / 1e6)
            .toArray());
  }

  private static double sustained(List<Timed> answered) {
    Optional<Instant> first = answered.stream().map(Timed::received).min(Instant::compareTo);
    Optional<Instant> last =
        answered.stream().flatMap(t -> t.closed().stream()).max(Instant::compareTo);
    if (first.isEmpty() || last.isEmpty()) {
      return 0;
    }
    double seconds = Duration.between(first.get(), last.get()).toNanos() / 1e9;
    return seconds == 0 ? 0 : Math.round(100 * answered.size() / seconds) / 100.0;
  }
}

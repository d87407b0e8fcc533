package org.ridgeline.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ridgeline.app.system.Api.transaction;
import static org.ridgeline.app.system.Api.two;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.codec.itl.Cga;
import org.ridgeline.codec.itl.Decoded;
import org.ridgeline.codec.itl.ItlReader;
import org.ridgeline.codec.itl.ItlWriter;
import org.ridgeline.codec.itl.Picture;
import org.ridgeline.codec.itl.Transaction;
import org.ridgeline.codec.itl.TransactionBuilder;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.agency.Channel;
import org.ridgeline.vocabulary.FingerPosition;
import tools.jackson.databind.JsonNode;

/// The doors of a real server: what is taken, what is refused and how it is said, and how answers
/// leave.
class DoorsIT {
  @TempDir private static Path temp;
  private static RunningServer running;
  private static Api api;
  private static String token = "";

  @BeforeAll
  static void start() throws Exception {
    running = new RunningServer(temp.resolve("data"));
    api = running.api;
    token = running.activeAgency(TestCards.ORI);
  }

  @AfterAll
  static void stop() throws IOException {
    running.close();
  }

  @Test
  void theBytesAreKeptAsTheyCame() throws Exception {
    byte[] card = TestCards.card(203, 1, "T-BYTES-001", "KEPT,NAME");
    JsonNode submission = running.booked(token, card);
    String control = submission.path("control").asString();
    assertThat(running.stores().submissions().bytes(control)).contains(card);
    byte[] sha256 = java.security.MessageDigest.getInstance("SHA-256").digest(card);
    assertThat(submission.path("sha256").asString())
        .isEqualTo(java.util.HexFormat.of().formatHex(sha256));
  }

  @Test
  void aBrokenFileGetsAnErrtWithEveryFinding() throws Exception {
    byte[] card = TestCards.card(204, 1, "T-BROKEN-01", "CUT,OFF");
    Api.Reply reply =
        api.post("/api/v1/submissions", token, Arrays.copyOf(card, card.length - 1000));
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.response().headers().firstValue("Content-Type"))
        .contains("application/problem+json");
    JsonNode finding = reply.json().path("findings").get(0);
    assertThat(finding.path("ebts").asString()).isEqualTo("E0004");
    assertThat(finding.path("offset").asLong()).isPositive();
    assertThat(finding.path("expected").asString()).isNotEmpty();
    assertThat(finding.path("found").asString()).isNotEmpty();
    JsonNode submission = api.closed(reply.json().path("control").asString(), token);
    assertThat(submission.path("state").asString()).isEqualTo("REFUSED");
    Transaction errt = transaction(submission.path("answers").get(0));
    assertThat(errt.tot()).contains("ERRT");
    assertThat(errt.tcr()).contains("T-BROKEN-01");
    assertThat(two(errt, 60)).contains("E0004");
    // Cured and sent again under its number, it is taken.
    assertThat(running.booked(token, card).path("state").asString()).isEqualTo("ANSWERED");
  }

  @Test
  void missingAndWrongFieldsAreAllNamed() throws Exception {
    TransactionBuilder card =
        TransactionBuilder.of("CAR")
            .header(5, "20261101")
            .header(7, "RIDGELINE")
            .header(8, TestCards.ORI)
            .header(9, "T-FIELDS-01")
            .field2(5, "Q")
            .field2(73, TestCards.ORI);
    Api.Reply reply =
        api.post(
            "/api/v1/submissions", token, ItlWriter.write(TestCards.prints(card, 204, 1).build()));
    assertThat(reply.status()).isEqualTo(422);
    List<String> fields =
        reply.json().path("findings").valueStream().map(f -> f.path("field").asString()).toList();
    assertThat(fields).contains("2.005", "2.018", "2.022", "2.045", "2.047");
  }

  @Test
  void rubbishIsRefusedAndTheServiceGoesOn() throws Exception {
    for (byte[] rubbish :
        List.of(
            new byte[0], new byte[] {1, 2, 3}, "1.001:99999999999".getBytes(), new byte[5000])) {
      Api.Reply reply = api.post("/api/v1/submissions", token, rubbish);
      assertThat(reply.status()).isEqualTo(422);
      assertThat(reply.json().path("findings").size()).isPositive();
    }
    assertThat(
            running
                .booked(token, TestCards.card(205, 1, "T-AFTER-001", "GOES,ON"))
                .path("state")
                .asString())
        .isEqualTo("ANSWERED");
  }

  @Test
  void tooFewUsableFingersIsL0008AndNamesThem() throws Exception {
    TransactionBuilder card = TestCards.booking(TestCards.ORI, "T-L0008-001", "BLANK,PRINTS");
    byte[] blank = new byte[300 * 300];
    Arrays.fill(blank, (byte) 255);
    for (FingerPosition finger : FingerPosition.values()) {
      card.type4(finger.fgp(), 1, Picture.of(Cga.NONE, 300, 300, blank));
    }
    Api.Reply reply = api.post("/api/v1/submissions", token, ItlWriter.write(card.build()));
    assertThat(reply.status()).isEqualTo(202);
    JsonNode submission = api.closed(reply.json().path("control").asString(), token);
    assertThat(submission.path("state").asString()).isEqualTo("REFUSED");
    String findings = submission.path("findings").toString();
    assertThat(findings).contains("\"L0008\"").contains("left little").contains("right thumb");
    Transaction errt = transaction(submission.path("answers").get(0));
    List<String> messages = errt.typeTwo().orElseThrow().values(60);
    assertThat(messages).anyMatch(m -> m.startsWith("L0008 THE QUALITY OF THE CHARACTERISTICS"));
    assertThat(messages.size()).isBetween(1, Limits.ERRT_MESSAGES_MAX);
  }

  @Test
  void aFileOverTheLimitIsRefusedBeforeItIsReadWhole() throws Exception {
    Api.Reply reply =
        api.post("/api/v1/submissions", token, new byte[Limits.SUBMISSION_BYTES_MAX + 1]);
    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.json().path("limit").asInt()).isEqualTo(Limits.SUBMISSION_BYTES_MAX);
    Api.Reply atLimit =
        api.post("/api/v1/submissions", token, new byte[Limits.SUBMISSION_BYTES_MAX]);
    assertThat(atLimit.status()).isEqualTo(422);
  }

  @Test
  void whatIsWrongWithATokenStandsInTheAnswer() throws Exception {
    assertRefused(
        api.get("/api/v1/submissions", "nonsense"), 401, "Bearer error=\"invalid_token\"");
    assertRefused(api.get("/api/v1/submissions", "\"<>"), 401, "Bearer error=\"invalid_token\"");
    assertRefused(api.get("/api/v1/nothing", "nonsense"), 401, "Bearer error=\"invalid_token\"");
    assertRefused(api.get("/api/v1/leads", token), 403, "Bearer error=\"insufficient_scope\"");
    assertRefused(api.getWithoutToken("/api/v1/submissions"), 401, "Bearer");
  }

  private static void assertRefused(Api.Reply reply, int status, String challenge) {
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.response().headers().allValues("WWW-Authenticate")).containsExactly(challenge);
    assertThat(reply.response().headers().firstValue("Content-Type"))
        .contains("application/problem+json");
    assertThat(reply.json().path("type").asString())
        .isEqualTo("urn:ridgeline:problem:" + (status == 401 ? "token" : "role"));
    assertThat(reply.json().path("detail").asString())
        .isEqualTo(
            status == 401
                ? "a bearer token of an agency, office or owner expected"
                : "this token is for other calls than this one");
  }

  @Test
  void strangersAndOtherAgenciesSeeNothing() throws Exception {
    assertThat(api.post("/api/v1/submissions", "nonsense", new byte[1]).status()).isEqualTo(401);
    assertThat(api.post("/api/v1/submissions", running.officeToken, new byte[1]).status())
        .isEqualTo(403);
    JsonNode mine = running.booked(token, TestCards.card(206, 1, "T-PRIVATE-1", "MY,OWN"));
    String other = running.activeAgency("CA0370000");
    String path = "/api/v1/submissions/" + mine.path("control").asString();
    assertThat(api.get(path, other).status()).isEqualTo(404);
    assertThat(api.get(path + "/answers", other).status()).isEqualTo(404);
    Api.Reply forged =
        api.post("/api/v1/submissions", other, TestCards.card(206, 1, "T-FORGED-01", "NOT,MINE"));
    assertThat(forged.status()).isEqualTo(422);
    assertThat(forged.json().path("findings").toString()).contains("A0004");
  }

  @Test
  void callbacksAreRetriedUntilTaken() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    AtomicReference<byte[]> body = new AtomicReference<>();
    HttpServer callback =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    callback.createContext(
        "/answers",
        exchange -> {
          byte[] bytes = exchange.getRequestBody().readAllBytes();
          boolean refuse = calls.incrementAndGet() == 1;
          if (!refuse && body.get() == null) {
            body.set(bytes);
          }
          exchange.sendResponseHeaders(refuse ? 500 : 204, -1);
          exchange.close();
        });
    callback.start();
    try {
      String ori = "CA0380000";
      URI url = URI.create("http://127.0.0.1:" + callback.getAddress().getPort() + "/answers");
      String own = running.agency(ori, true, Channel.CALLBACK, Optional.of(url));
      byte[] card =
          ItlWriter.write(
              TestCards.prints(TestCards.booking(ori, "T-CALL-0001", "CALL,BACK"), 208, 1).build());
      String control = api.post("/api/v1/submissions", own, card).json().path("control").asString();
      api.closed(control, own);
      await(() ->
          running.stores().answers().deliveries(control).stream()
              .allMatch(d -> d.acknowledgedAt().isPresent()));
      assertThat(calls.get()).isEqualTo(3);
      assertThat(running.stores().answers().deliveries(control))
          .anyMatch(d -> d.attempts() == 1)
          .allMatch(d -> d.lastError().isEmpty());
      assertThat(ItlReader.read(body.get())).isInstanceOf(Decoded.Accepted.class);
    } finally {
      callback.stop(0);
    }
  }

  @Test
  void filesDroppedInTheFolderAreAnsweredInTheFolder() throws Exception {
    String ori = "CA0390000";
    running.agency(ori, true, Channel.FETCH, Optional.empty());
    Path inbound = running.data.resolve("inbound").resolve(ori);
    await(() -> Files.isDirectory(inbound));
    byte[] card =
        ItlWriter.write(
            TestCards.prints(TestCards.booking(ori, "T-DROP-0001", "DROP,PED"), 209, 1).build());
    Files.write(inbound.resolve("one.tmp"), card);
    Files.write(inbound.resolve("bad.tmp"), new byte[] {0, 1, 2});
    Thread.sleep(1200);
    assertThat(inbound.resolve("one.tmp")).exists();
    Files.move(inbound.resolve("one.tmp"), inbound.resolve("one.an2"));
    Files.move(inbound.resolve("bad.tmp"), inbound.resolve("bad.an2"));
    Path outbound = running.data.resolve("outbound").resolve(ori);
    await(() -> names(outbound).stream().filter(n -> n.endsWith(".an2")).count() == 3);
    assertThat(names(inbound.resolve("done"))).anyMatch(n -> n.matches("one\\.R.*\\.an2"));
    assertThat(names(inbound.resolve("refused"))).anyMatch(n -> n.matches("bad\\.R.*\\.an2"));
    assertThat(names(outbound))
        .anyMatch(n -> n.endsWith("-SRE.an2"))
        .anyMatch(n -> n.endsWith("-IDR.an2"))
        .anyMatch(n -> n.endsWith("-ERRT.an2"));
  }

  private static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private static void await(Condition condition) throws Exception {
    long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.holds()) {
      assertThat(System.nanoTime()).isLessThan(until);
      Thread.sleep(50);
    }
  }
}

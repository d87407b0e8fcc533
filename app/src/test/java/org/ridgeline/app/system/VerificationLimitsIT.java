package org.ridgeline.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.casework.verification.Limits;
import org.ridgeline.exchange.operator.Role;

/// The limits of verification that examiners meet at the console: at them, and over them, and what
/// people read then. The others: VerificationLimitsTest.
class VerificationLimitsIT {
  private static final String REASON = "the whorls flow otherwise";

  @TempDir private static Path temp;
  private static VerificationWorld world;

  @BeforeAll
  static void start() throws Exception {
    world = new VerificationWorld(temp.resolve("data"), 0);
  }

  @AfterEach
  void clear() {
    world.clear();
  }

  @AfterAll
  static void stop() throws Exception {
    world.close();
  }

  private static void open(int count) {
    for (int i = 0; i < count; i++) {
      world.request();
      world.clock.pass(Duration.ofMillis(10));
    }
    world.preparer.prepare();
    assertThat(world.count("OPEN")).isEqualTo(count);
  }

  /// An examiner before the real server, with a task in hand.
  private static Browserless examiner(String number) throws Exception {
    Browserless one =
        Browserless.loggedIn(
            world.world.running.server.url(),
            CaseWorld.name(Role.EXAMINER, number),
            CaseWorld.PASSWORD);
    one.get("/examine");
    return one;
  }

  private static String task(Browserless examiner) throws Exception {
    return examiner
        .post("/examine/next", Map.of())
        .headers()
        .firstValue("location")
        .orElseThrow()
        .replaceFirst("^https?://[^/]+", "");
  }

  private static String mark(double leftX) {
    return "{\"finger\":2,\"leftX\":%s,\"leftY\":5,\"rightX\":5,\"rightY\":5,\"kind\":\"ENDING\"}"
        .formatted(leftX);
  }

  private static String count(int ridges) {
    return "{\"finger\":2,\"side\":\"left\",\"from\":1,\"to\":2,\"count\":%d}".formatted(ridges);
  }

  private static String times(int count, String one) {
    return IntStream.range(0, count).mapToObj(_ -> one).collect(Collectors.joining(","));
  }

  private static String verdict(String note, String marks, String counts) {
    return """
    {"conclusion":"EXCLUSION","seconds":1,"note":"%s","marks":[%s],"ridgeCounts":[%s]}\
    """
        .formatted(note, marks, counts);
  }

  private static void refused(HttpResponse<String> reply, String words) {
    assertThat(reply.statusCode()).as(reply.body()).isEqualTo(422);
    assertThat(reply.body()).contains(words);
  }

  @Test
  void aVerdictOverALimitIsRefusedInWordsAndOneAtItIsTaken() throws Exception {
    open(1);
    Browserless one = examiner("one");
    String to = task(one) + "/verdict";
    String marks = times(Limits.MARKS_MAX, mark(5));
    refused(
        one.postJson(to, verdict(REASON, marks + "," + mark(5), "")),
        "There are 301 marks, more than 300. Keep those that your conclusion rests on.");
    refused(
        one.postJson(to, verdict(REASON, marks, times(Limits.MARKS_MAX + 1, count(1)))),
        "There are 301 ridge counts, more than 300.");
    refused(
        one.postJson(to, verdict(REASON, marks, count(Limits.RIDGES_MAX + 1))),
        "A ridge count of finger 2 says 201, not 0 to 200.");
    refused(
        one.postJson(to, verdict("x".repeat(Limits.NOTE_CHARS_MAX + 1), "", "")),
        "The note has 2001 characters, more than 2000. Shorten it.");
    refused(
        one.postJson(to, verdict(REASON, mark(Limits.PLATE_SIDE_PX_MAX + 1), "")),
        "Mark 1 of finger 2 lies outside the prints.");
    refused(
        one.postJson(to, verdict(REASON, mark(5), count(1))),
        "A ridge count of finger 2 ends on mark 2, which is not there.");
    refused(
        one.postJson(to, verdict(REASON, mark(5).replace("\"finger\":2", "\"finger\":3"), "")),
        "A mark is in a finger that is not shown.");
    assertThat(
            one.postJson(
                    to,
                    verdict(
                        "x".repeat(Limits.NOTE_CHARS_MAX),
                        marks,
                        times(Limits.MARKS_MAX, count(Limits.RIDGES_MAX))))
                .statusCode())
        .isEqualTo(200);
    assertThat(world.jdbc.sql("select count(*) from comparison_mark").query(Integer.class).single())
        .isEqualTo(Limits.MARKS_MAX);
  }

  @Test
  void passingOnNeedsAReasonOfBoundedLength() throws Exception {
    open(1);
    Browserless two = examiner("two");
    String to = task(two) + "/skip";
    String words = "A skipped comparison needs a reason of 1 to 2000 characters; this has ";
    refused(two.postJson(to, "{\"reason\":\"  \"}"), words + "0.");
    String longest = "x".repeat(Limits.NOTE_CHARS_MAX);
    refused(two.postJson(to, "{\"reason\":\"" + longest + "x\"}"), words + "2001.");
    assertThat(two.postJson(to, "{\"reason\":\"" + longest + "\",\"interest\":true}").statusCode())
        .isEqualTo(200);
    assertThat(
            world
                .jdbc
                .sql("select ending from comparison_task order by ended_at desc limit 1")
                .query(String.class)
                .single())
        .isEqualTo("CONFLICT_OF_INTEREST");
  }
}

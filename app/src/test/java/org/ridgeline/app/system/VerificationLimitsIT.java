package org.ridgeline.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.casework.verification.Conclusion;
import org.ridgeline.casework.verification.ExaminerDesk;
import org.ridgeline.casework.verification.Limits;
import org.ridgeline.casework.verification.SupervisorDesk;
import org.ridgeline.exchange.operator.Role;
import org.springframework.dao.DuplicateKeyException;

/// Every limit of verification: at it, and over it, and what people read then.
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
    world.verification.preparer().prepare();
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

  @Test
  void aReinstatementsNoteHasItsLimits() {
    SupervisorDesk desk = world.verification.supervisors();
    Actor supervisor = VerificationWorld.supervisor("sup");
    for (int length : new int[] {14, Limits.NOTE_CHARS_MAX + 1}) {
      assertThatThrownBy(() -> desk.reinstate(supervisor, "nobody", "x".repeat(length)))
          .isInstanceOf(RefusedStep.class)
          .hasMessageContaining("a note of 15 to 2000 characters; this has " + length + ".");
    }
    for (int length : new int[] {15, Limits.NOTE_CHARS_MAX}) {
      assertThatThrownBy(() -> desk.reinstate(supervisor, "nobody", "x".repeat(length)))
          .hasMessageContaining("not off the queue");
    }
  }

  @Test
  void nobodyHasTwoComparisonsInHand() {
    open(2);
    Actor one = VerificationWorld.examiner("one.in.hand");
    UUID task = world.next(one);
    assertThat(world.next(one)).isEqualTo(task);
    assertThatThrownBy(() ->
            world
                .jdbc
                .sql(
                    """
                    insert into comparison_task select gen_random_uuid(), comparison_id,
                      examiner, by_supervisor, fingers, taken_at, expires_at
                    from comparison_task where task_id = ?
                    """)
                .param(task)
                .update())
        .isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void aTaskPastItsTimeIsNotTheirsAnyMore() {
    open(1);
    Actor slow = VerificationWorld.examiner("slow");
    UUID task = world.next(slow);
    world.clock.pass(Duration.ofMinutes(60).minusMillis(1));
    assertThat(world.verification.examiners().sheet(slow, task).minutesMax()).isEqualTo(60);
    world.clock.pass(Duration.ofMillis(1));
    assertThatThrownBy(() -> world.give(slow, task, Conclusion.INCONCLUSIVE))
        .isInstanceOf(RefusedStep.class)
        .hasMessage(
            "There is no such comparison in your hands."
                + " It may be done, or have gone back to the queue: begin with the next one.");
  }

  @Test
  void theNextIsDrawnAmongTheOldestTwenty() {
    open(Limits.DRAWN_AMONG_MAX + 1);
    Set<UUID> drawn = new HashSet<>();
    for (int i = 0; i < 150; i++) {
      Actor one = VerificationWorld.examiner("draws." + i);
      UUID task = world.next(one);
      drawn.add(
          world
              .jdbc
              .sql("select comparison_id from comparison_task where task_id = ?")
              .param(task)
              .query(UUID.class)
              .single());
      world.verification.examiners().skip(one, task, ExaminerDesk.Skip.SKIPPED, "another may");
    }
    UUID newest =
        world
            .jdbc
            .sql(
                "select comparison_id from comparison where state = 'OPEN'"
                    + " order by created_at desc")
            .query(UUID.class)
            .list()
            .getFirst();
    assertThat(drawn).hasSize(Limits.DRAWN_AMONG_MAX).doesNotContain(newest);
  }

  @Test
  void printsAreReadInBoundedNumbers() {
    for (int i = 0; i <= Limits.PREPARED_AT_ONCE_MAX; i++) {
      world.request();
    }
    world.verification.preparer().prepare();
    assertThat(world.count("OPEN")).isEqualTo(Limits.PREPARED_AT_ONCE_MAX);
    assertThat(world.count("PREPARING")).isEqualTo(1);
    world.verification.preparer().prepare();
    assertThat(world.count("PREPARING")).isZero();
  }

  @Test
  void printsThatCannotBeReadAreTriedFiveTimes() {
    UUID caseId = world.request();
    world.prints =
        _ -> {
          throw new IllegalStateException("the repository is away");
        };
    for (int i = 1; i < Limits.READ_TRIES_MAX; i++) {
      world.verification.preparer().prepare();
      assertThat(world.settlement(caseId)).isEmpty();
    }
    world.verification.preparer().prepare();
    assertThat(world.settlement(caseId)).contains("INCONCLUSIVE");
    UUID other = world.request();
    for (int i = 1; i < Limits.READ_TRIES_MAX; i++) {
      world.verification.preparer().prepare();
    }
    world.prints = _ -> VerificationWorld.fingers();
    world.verification.preparer().prepare();
    assertThat(world.settlement(other)).isEmpty();
    assertThat(world.count("OPEN")).isEqualTo(1);
  }

  private static void conflict(String name) {
    Actor one = VerificationWorld.examiner(name + ".one");
    world.give(one, world.next(one), Conclusion.IDENTIFICATION);
    Actor two = VerificationWorld.examiner(name + ".two");
    world.give(two, world.next(two), Conclusion.INCONCLUSIVE);
    Actor three = VerificationWorld.supervisor(name);
    world.give(three, world.next(three), Conclusion.INCONCLUSIVE);
  }

  @Test
  void theListOfSettledConflictsEnds() {
    SupervisorDesk desk = world.verification.supervisors();
    for (int i = 0; i <= Limits.REVIEWS_SHOWN_MAX; i++) {
      world.clock.pass(Duration.ofMillis(10));
      open(1);
      conflict("many");
      int all = i + 1;
      assertThat(desk.reviews(VerificationWorld.supervisor("many")))
          .hasSize(Math.min(all, Limits.REVIEWS_SHOWN_MAX));
    }
  }

  /// More than there are connections: each look must do with one.
  @Test
  void manyLookAtSettledConflictsAtOnce() throws Exception {
    open(1);
    conflict("crowd");
    SupervisorDesk desk = world.verification.supervisors();
    Actor supervisor = VerificationWorld.supervisor("crowd");
    UUID review = desk.reviews(supervisor).getFirst().reviewId();
    Callable<Integer> look =
        () -> {
          desk.print(supervisor, review, 2, true);
          desk.marked(supervisor, review);
          return desk.reviews(supervisor).size();
        };
    try (var threads = Executors.newFixedThreadPool(40)) {
      for (var one : threads.invokeAll(Collections.nCopies(200, look))) {
        assertThat(one.get()).isEqualTo(1);
      }
    }
  }

  @Test
  void theSettledConflictsPrintsAreErasedAfterAWeek() {
    open(1);
    conflict("week");
    SupervisorDesk desk = world.verification.supervisors();
    Actor supervisor = VerificationWorld.supervisor("week");
    UUID review = desk.reviews(supervisor).getFirst().reviewId();
    world.clock.pass(Duration.ofDays(Limits.REVIEW_DAYS).minusMillis(1));
    world.verification.preparer().sweep();
    List<Integer> fingers = desk.marked(supervisor, review).fingers();
    assertThat(fingers).containsExactly(2, 7);
    assertThat(desk.print(supervisor, review, 2, true).png()).hasSize(3);
    Actor other = VerificationWorld.supervisor("other");
    assertThatThrownBy(() -> desk.marked(other, review)).hasMessageContaining("no such conflict");
    world.clock.pass(Duration.ofMillis(1));
    world.verification.preparer().sweep();
    assertThat(desk.marked(supervisor, review).fingers()).isEmpty();
    assertThatThrownBy(() -> desk.print(supervisor, review, 2, true))
        .isInstanceOf(RefusedStep.class)
        .hasMessageContaining("its prints are erased");
  }
}

package org.ridgeline.casework.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.desk.RefusedStep;
import org.springframework.dao.DuplicateKeyException;

/// The limits of verification's desks: at them, and over them.
class VerificationLimitsTest {
  private static VerificationRoom world;

  @BeforeAll
  static void start() {
    world = new VerificationRoom(0);
  }

  @AfterEach
  void clear() {
    world.clear();
  }

  @AfterAll
  static void stop() {
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

  @Test
  void aReinstatementsNoteHasItsLimits() {
    SupervisorDesk desk = world.supervisors;
    Actor supervisor = VerificationRoom.supervisor("sup");
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
    Actor one = VerificationRoom.examiner("one.in.hand");
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
    Actor slow = VerificationRoom.examiner("slow");
    UUID task = world.next(slow);
    world.clock.pass(Duration.ofMinutes(60).minusMillis(1));
    assertThat(world.examiners.sheet(slow, task).minutesMax()).isEqualTo(60);
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
      Actor one = VerificationRoom.examiner("draws." + i);
      UUID task = world.next(one);
      drawn.add(
          world
              .jdbc
              .sql("select comparison_id from comparison_task where task_id = ?")
              .param(task)
              .query(UUID.class)
              .single());
      world.examiners.skip(one, task, ExaminerDesk.Skip.SKIPPED, "another may");
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
    world.preparer.prepare();
    assertThat(world.count("OPEN")).isEqualTo(Limits.PREPARED_AT_ONCE_MAX);
    assertThat(world.count("PREPARING")).isEqualTo(1);
    world.preparer.prepare();
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
      world.preparer.prepare();
      assertThat(world.settlement(caseId)).isEmpty();
    }
    world.preparer.prepare();
    assertThat(world.settlement(caseId)).contains("INCONCLUSIVE");
    UUID other = world.request();
    for (int i = 1; i < Limits.READ_TRIES_MAX; i++) {
      world.preparer.prepare();
    }
    world.prints = _ -> VerificationRoom.fingers();
    world.preparer.prepare();
    assertThat(world.settlement(other)).isEmpty();
    assertThat(world.count("OPEN")).isEqualTo(1);
  }

  private static void conflict(String name) {
    Actor one = VerificationRoom.examiner(name + ".one");
    world.give(one, world.next(one), Conclusion.IDENTIFICATION);
    Actor two = VerificationRoom.examiner(name + ".two");
    world.give(two, world.next(two), Conclusion.INCONCLUSIVE);
    Actor three = VerificationRoom.supervisor(name);
    world.give(three, world.next(three), Conclusion.INCONCLUSIVE);
  }

  @Test
  void theListOfSettledConflictsEnds() {
    SupervisorDesk desk = world.supervisors;
    for (int i = 0; i <= Limits.REVIEWS_SHOWN_MAX; i++) {
      world.clock.pass(Duration.ofMillis(10));
      open(1);
      conflict("many");
      int all = i + 1;
      assertThat(desk.reviews(VerificationRoom.supervisor("many")))
          .hasSize(Math.min(all, Limits.REVIEWS_SHOWN_MAX));
    }
  }

  /// More than there are connections: each look must do with one.
  @Test
  void manyLookAtSettledConflictsAtOnce() throws Exception {
    open(1);
    conflict("crowd");
    SupervisorDesk desk = world.supervisors;
    Actor supervisor = VerificationRoom.supervisor("crowd");
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
    SupervisorDesk desk = world.supervisors;
    Actor supervisor = VerificationRoom.supervisor("week");
    UUID review = desk.reviews(supervisor).getFirst().reviewId();
    world.clock.pass(Duration.ofDays(Limits.REVIEW_DAYS).minusMillis(1));
    world.preparer.sweep();
    List<Integer> fingers = desk.marked(supervisor, review).fingers();
    assertThat(fingers).containsExactly(2, 7);
    assertThat(desk.print(supervisor, review, 2, true).png()).hasSize(3);
    Actor other = VerificationRoom.supervisor("other");
    assertThatThrownBy(() -> desk.marked(other, review)).hasMessageContaining("no such conflict");
    world.clock.pass(Duration.ofMillis(1));
    world.preparer.sweep();
    assertThat(desk.marked(supervisor, review).fingers()).isEmpty();
    assertThatThrownBy(() -> desk.print(supervisor, review, 2, true))
        .isInstanceOf(RefusedStep.class)
        .hasMessageContaining("its prints are erased");
  }
}

package org.ridgeline.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ridgeline.vocabulary.event.Event;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class OutboxTest {
  private TwoRooms rooms;
  private Outbox outbox;

  @BeforeEach
  void open() {
    rooms = new TwoRooms();
    outbox = new Outbox(rooms.writer);
  }

  @AfterEach
  void close() {
    rooms.close();
  }

  private static Event fact(String control) {
    return new Event.SubmissionAccepted(control);
  }

  private static List<String> controls(List<Recorded> facts) {
    return facts.stream().map(fact -> ((Event.SubmissionAccepted) fact.event()).control()).toList();
  }

  @Test
  void givesWhatWasWrittenInOrder() {
    Instant at = Instant.parse("2026-11-02T03:04:05Z");
    outbox.append(fact("R1"), at);
    outbox.append(fact("R2"));
    List<Recorded> facts = outbox.after(0, 10);
    assertThat(controls(facts)).containsExactly("R1", "R2");
    assertThat(facts.getFirst().occurredAt()).isEqualTo(at);
    assertThat(facts.getFirst().is(Event.Kind.SUBMISSION_ACCEPTED)).isTrue();
    assertThat(controls(outbox.after(facts.getFirst().sequence(), 10))).containsExactly("R2");
    assertThat(outbox.after(0, 1)).hasSize(1);
    assertThat(outbox.after(facts.getLast().sequence(), 10)).isEmpty();
  }

  @Test
  void writesWithTheTransactionOrNotAtAll() {
    assertThatThrownBy(() ->
            rooms.writing.executeWithoutResult(_ -> {
              outbox.append(fact("R1"));
              rooms.written.sql("insert into effect values ('R1')").update();
              throw new IllegalStateException("planned");
            }))
        .hasMessage("planned");
    assertThat(outbox.after(0, 10)).isEmpty();
  }

  @Test
  void severalStoresOfOneTransactionKeepTheirOrder() {
    Outbox other = new Outbox(rooms.writer);
    rooms.writing.executeWithoutResult(_ -> {
      outbox.append(fact("R1"));
      other.append(fact("R2"));
      outbox.append(fact("R3"));
    });
    assertThat(controls(outbox.after(0, 10))).containsExactly("R1", "R2", "R3");
  }

  @Test
  void aTransactionOfAnotherRoomAroundItIsNotItsOwn() {
    assertThatThrownBy(() ->
            TwoRooms.transaction(rooms.follower)
                .executeWithoutResult(_ -> {
                  outbox.append(fact("R1"));
                  throw new IllegalStateException("planned");
                }))
        .hasMessage("planned");
    assertThat(controls(outbox.after(0, 10))).containsExactly("R1");
  }

  /// The gap: the first takes its number and is slow to commit, the second takes the next and is
  /// done. A reader that passed the first by would never see it.
  @Test
  void passesNoNumberOfATransactionStillOpen() throws Exception {
    CountDownLatch numbered = new CountDownLatch(1);
    CountDownLatch mayCommit = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> slow =
          threads.submit(() ->
              rooms.writing.executeWithoutResult(_ -> {
                outbox.append(fact("slow"));
                // Runs after the outbox has taken the number, before the commit.
                TransactionSynchronizationManager.registerSynchronization(
                    new TransactionSynchronization() {
                      @Override
                      public void beforeCommit(boolean readOnly) {
                        numbered.countDown();
                        await(mayCommit);
                      }
                    });
              }));
      await(numbered);
      threads.submit(() -> outbox.append(fact("quick"))).get(5, TimeUnit.SECONDS);
      assertThat(
              rooms.written.sql("select body ->> 'control' from outbox").query(String.class).list())
          .as("the later number can be seen, the earlier cannot")
          .containsExactly("quick");
      Future<List<Recorded>> read = threads.submit(() -> outbox.after(0, 10));
      Thread.sleep(300);
      assertThat(read.isDone()).isFalse();
      mayCommit.countDown();
      slow.get(5, TimeUnit.SECONDS);
      assertThat(controls(read.get(5, TimeUnit.SECONDS))).containsExactly("slow", "quick");
    }
  }

  @Test
  void manyWritersAndAReaderLoseNothing() throws Exception {
    int writers = 8;
    int each = 50;
    List<CompletableFuture<Void>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < writers; i++) {
        int number = i;
        running.add(
            CompletableFuture.runAsync(
                () -> {
                  for (int j = 0; j < each; j++) {
                    outbox.append(fact("R" + number + "-" + j));
                  }
                },
                threads));
      }
      List<String> seen = new ArrayList<>();
      long place = 0;
      while (seen.size() < writers * each) {
        boolean over = running.stream().allMatch(CompletableFuture::isDone);
        List<Recorded> facts = outbox.after(place, 7);
        seen.addAll(controls(facts));
        place = facts.isEmpty() ? place : facts.getLast().sequence();
        assertThat(over && facts.isEmpty()).as("lost").isFalse();
      }
      assertThat(seen).doesNotHaveDuplicates();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

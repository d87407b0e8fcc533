package org.ridgeline.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class WorkLoopTest {
  private static final Duration NEVER = Duration.ofHours(1);

  @Test
  void waitsTwiceAsLongEachTimeUpToALimit() {
    assertThat(WorkLoop.retryAfter(0)).isEqualTo(Duration.ofSeconds(1));
    assertThat(WorkLoop.retryAfter(1)).isEqualTo(Duration.ofSeconds(1));
    assertThat(WorkLoop.retryAfter(2)).isEqualTo(Duration.ofSeconds(2));
    assertThat(WorkLoop.retryAfter(9)).isEqualTo(Duration.ofSeconds(256));
    assertThat(WorkLoop.retryAfter(10)).isEqualTo(Limits.RETRY_MAX);
    assertThat(WorkLoop.retryAfter(Integer.MAX_VALUE)).isEqualTo(Limits.RETRY_MAX);
  }

  @Test
  void looksAtOnceAndWhenWoken() throws InterruptedException {
    Semaphore looked = new Semaphore(0);
    try (WorkLoop loop = new WorkLoop("test", NEVER, looked::release)) {
      loop.start();
      assertThat(looked.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
      loop.wake();
      assertThat(looked.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void troubleIsNotTheEnd() throws InterruptedException {
    CountDownLatch twice = new CountDownLatch(2);
    AtomicInteger looks = new AtomicInteger();
    Runnable look =
        () -> {
          twice.countDown();
          if (looks.incrementAndGet() == 1) {
            throw new IllegalStateException("planned");
          }
        };
    try (WorkLoop loop = new WorkLoop("test", NEVER, look)) {
      loop.start();
      assertThat(twice.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void whoIsPatientFindsNoLookUnderWay() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicInteger ended = new AtomicInteger();
    Runnable look =
        () -> {
          begun.countDown();
          try {
            Thread.sleep(Duration.ofMillis(200));
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          ended.incrementAndGet();
        };
    WorkLoop loop = new WorkLoop("test", NEVER, look);
    loop.start();
    begun.await();
    loop.close(Duration.ofSeconds(5));
    assertThat(ended.get()).isEqualTo(1);
  }

  @Test
  void aPieceRunsOnceAtATimeAndOnlyWhereThereIsAPlace() throws InterruptedException {
    Semaphore places = new Semaphore(1);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    AtomicInteger ran = new AtomicInteger();
    Runnable step =
        () -> {
          ran.incrementAndGet();
          begun.countDown();
          try {
            mayEnd.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    try (WorkLoop loop = new WorkLoop("test", NEVER, () -> {})) {
      loop.begin("one", places, step);
      begun.await();
      loop.begin("one", places, step);
      loop.begin("two", places, step);
      assertThat(loop.underWay()).isEqualTo(1);
      mayEnd.countDown();
      loop.close(Duration.ofSeconds(5));
    }
    assertThat(ran.get()).isEqualTo(1);
  }

  @Test
  void whatFailsWaitsAndHoldsUpNothingElse() throws InterruptedException {
    Semaphore places = new Semaphore(2);
    AtomicInteger failed = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    CountDownLatch others = new CountDownLatch(20);
    WorkLoop[] loop = new WorkLoop[1];
    Runnable look =
        () -> {
          loop[0].begin(
              "bad",
              places,
              () -> {
                failed.incrementAndGet();
                throw new IllegalStateException("planned");
              });
          loop[0].begin(
              "good " + done.get(),
              places,
              () -> {
                done.incrementAndGet();
                others.countDown();
              });
        };
    loop[0] = new WorkLoop("test", Duration.ofMillis(5), look);
    try (WorkLoop running = loop[0]) {
      running.start();
      assertThat(others.await(20, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
    }
    // Looked at dozens of times within a second or so: tried at once, and after one second.
    assertThat(failed.get()).isBetween(1, 4);
  }

  private static int deep(int n) {
    return n == Integer.MIN_VALUE ? n : 1 + deep(n + 1);
  }

  @Test
  void aStackThatOverflowsIsThePiecesTrouble() throws InterruptedException {
    CountDownLatch other = new CountDownLatch(1);
    Semaphore places = new Semaphore(2);
    AtomicReference<WorkLoop> loop = new AtomicReference<>();
    Runnable look =
        () -> {
          loop.get().begin("hostile", places, () -> deep(0));
          loop.get().begin("other", places, other::countDown);
        };
    try (WorkLoop made = new WorkLoop("test", NEVER, look)) {
      loop.set(made);
      made.start();
      assertThat(other.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void anErrorReachesTheProgramsHandler() throws InterruptedException {
    var before = Thread.getDefaultUncaughtExceptionHandler();
    AtomicReference<Throwable> told = new AtomicReference<>();
    CountDownLatch twice = new CountDownLatch(2);
    Thread.setDefaultUncaughtExceptionHandler((_, e) -> {
      told.set(e);
      twice.countDown();
    });
    try {
      RuntimeException wrapped = new IllegalStateException(new NoClassDefFoundError("planned"));
      Semaphore places = new Semaphore(1);
      AtomicReference<WorkLoop> loop = new AtomicReference<>();
      Runnable look =
          () -> {
            loop.get()
                .begin(
                    "piece",
                    places,
                    () -> {
                      throw wrapped;
                    });
            throw new NoClassDefFoundError("planned");
          };
      try (WorkLoop made = new WorkLoop("test", NEVER, look)) {
        loop.set(made);
        made.start();
        assertThat(twice.await(10, TimeUnit.SECONDS)).isTrue();
      }
      assertThat(told.get()).isInstanceOf(NoClassDefFoundError.class);
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
  }
}

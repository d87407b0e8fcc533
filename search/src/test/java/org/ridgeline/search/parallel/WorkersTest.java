package org.ridgeline.search.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkersTest {
  private static void isDoneOnce(Workers workers) {
    for (int count : new int[] {0, 1, 2, 7, 1000}) {
      AtomicIntegerArray done = new AtomicIntegerArray(count);
      workers.each(count, done::incrementAndGet);
      assertThat(IntStream.range(0, count).map(done::get)).allMatch(times -> times == 1);
      assertThat(workers.map(count, i -> 2 * i))
          .isEqualTo(IntStream.range(0, count).map(i -> 2 * i).boxed().toList());
    }
  }

  @Test
  void everyIndexIsDoneOnce() {
    isDoneOnce(Workers.ALONE);
    try (ExecutorService pool = Executors.newFixedThreadPool(3)) {
      isDoneOnce(Workers.of(pool, 4));
    }
  }

  @Test
  void anExecutorThatNeverBeginsIsNotWaitedFor() {
    isDoneOnce(Workers.of(_ -> {}, 4));
    isDoneOnce(
        Workers.of(
            _ -> {
              throw new RejectedExecutionException();
            },
            4));
  }

  @Test
  void sharedWorkMayShareWorkOnTheSameThreads() {
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
      Workers workers = Workers.of(pool, 3);
      List<Integer> sums =
          workers.map(
              20, i -> workers.map(20, j -> i * j).stream().mapToInt(Integer::intValue).sum());
      assertThat(sums).isEqualTo(IntStream.range(0, 20).map(i -> 190 * i).boxed().toList());
    }
  }

  @Test
  void whatATaskThrowsReachesTheCallerItself() {
    Error error = new InternalError("a page that could not be read");
    try (ExecutorService pool = Executors.newFixedThreadPool(3)) {
      for (Workers workers : List.of(Workers.ALONE, Workers.of(pool, 4))) {
        assertThatThrownBy(() ->
                workers.each(
                    100,
                    i -> {
                      if (i == 61) {
                        throw error;
                      }
                    }))
            .isSameAs(error);
      }
    }
  }

  @Test
  void anInterruptIsKeptForLater() {
    try (ExecutorService pool = Executors.newFixedThreadPool(3)) {
      Thread.currentThread().interrupt();
      isDoneOnce(Workers.of(pool, 4));
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void noThreadAtAllIsACallersBug() {
    assertThatThrownBy(() -> Workers.of(Runnable::run, 0)).hasMessage("threads=0 limit=1..");
  }
}

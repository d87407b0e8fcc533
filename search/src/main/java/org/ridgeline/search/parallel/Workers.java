package org.ridgeline.search.parallel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/// Threads that share the work of one caller, who works with them.
///
/// The caller never waits for a thread that has not begun: with an executor that is busy, or that
/// takes nothing any more, it does all of it alone. So work may be shared from within shared work.
public final class Workers {
  /// The caller's thread and no other.
  public static final Workers ALONE = new Workers(Runnable::run, 1);

  /// Into how many shares for each thread work is cut, so that one thread does not wait long for
  /// another. Chosen by hand.
  private static final int SHARES = 8;

  private final Executor executor;
  private final int threads;

  private Workers(Executor executor, int threads) {
    this.executor = executor;
    this.threads = threads;
  }

  /// The caller and others of an executor, who stays its owner.
  /// - **Shape** `threads`: how many work at a time, the caller among them
  /// - **Error** none: IllegalArgumentException
  public static Workers of(Executor executor, int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads=" + threads + " limit=1..");
    }
    return new Workers(executor, threads);
  }

  /// How many threads work at a time, the caller's among them.
  public int threads() {
    return threads;
  }

  /// Does a task for each index below `count`, in any order; returns when all are done, and what
  /// they wrote is seen.
  /// - **Error** what the first task that failed threw, itself; tasks not begun are left out
  public void each(int count, IntConsumer task) {
    int step = Math.max(1, count / (threads * SHARES));
    int helpers = Math.min(threads, count) - 1;
    if (helpers < 1) {
      for (int i = 0; i < count; i++) {
        task.accept(i);
      }
      return;
    }
    Shared shared = new Shared(count, step, task);
    for (int i = 0; i < helpers; i++) {
      try {
        executor.execute(shared::work);
      } catch (RejectedExecutionException e) {
        // Closing: the caller finishes what it began.
        break;
      }
    }
    shared.work();
    shared.await();
  }

  /// What a function makes of each index below `count`, in their order; see [#each].
  public <T> List<T> map(int count, IntFunction<T> function) {
    List<Optional<T>> made = new ArrayList<>(Collections.nCopies(count, Optional.empty()));
    each(count, i -> made.set(i, Optional.of(function.apply(i))));
    return made.stream().map(Optional::orElseThrow).toList();
  }

  /// Shares to be taken, and how many are still not done.
  private static final class Shared {
    private final int count;
    private final int step;
    private final IntConsumer task;
    private final AtomicInteger next = new AtomicInteger();
    private final CountDownLatch left;
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

    Shared(int count, int step, IntConsumer task) {
      this.count = count;
      this.step = step;
      this.task = task;
      left = new CountDownLatch((count + step - 1) / step);
    }

    void work() {
      int from = next.getAndAdd(step);
      while (from < count) {
        share(from, Math.min(count, from + step));
        from = next.getAndAdd(step);
      }
    }

    private void share(int from, int to) {
      try {
        for (int i = from; i < to && failures.isEmpty(); i++) {
          task.accept(i);
        }
      } catch (RuntimeException | Error e) {
        failures.add(e);
      } finally {
        left.countDown();
      }
    }

    /// Every share has been taken: what is waited for is at work. An interrupt is kept for later.
    void await() {
      boolean interrupted = false;
      while (left.getCount() > 0) {
        try {
          left.await();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      rethrow();
    }

    private void rethrow() {
      switch (failures.peek()) {
        case null -> {}
        case Error error -> throw error;
        case RuntimeException failure -> throw failure;
        case Throwable other -> throw new AssertionError("a task throws nothing else", other);
      }
    }
  }
}

package org.ridgeline.outbox;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Looks for work again and again: when woken, and after a while by itself. What it finds runs on
/// virtual threads, each piece at most once at a time and only where there is a place for it.
///
/// Trouble while looking (the database is away) is logged and waited out, never the end. An error
/// that is no exception goes to the thread's handler, which ends the process ([Fatal]); a stack
/// that overflows is the trouble of the piece that did it.
public final class WorkLoop implements AutoCloseable {
  private static final Logger LOG = System.getLogger(WorkLoop.class.getName());
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final String name;
  private final Duration lookAgain;
  private final Runnable look;
  private final ExecutorService steps = Executors.newVirtualThreadPerTaskExecutor();
  private final Set<Object> running = ConcurrentHashMap.newKeySet();
  private final Backoff backoff = new Backoff();
  private final Semaphore wake = new Semaphore(0);
  private final Thread looking;
  private int failedLooks;
  private final AtomicBoolean begun = new AtomicBoolean();
  private volatile boolean closed;

  /// - **Shape** `look` finds work and begins it with [#begin]
  public WorkLoop(String name, Duration lookAgain, Runnable look) {
    this.name = name;
    this.lookAgain = lookAgain;
    this.look = look;
    looking = Thread.ofVirtual().name(name).unstarted(this::loop);
  }

  /// Begins to look; where it has begun, nothing happens.
  public void start() {
    if (begun.compareAndSet(false, true)) {
      looking.start();
    }
  }

  /// Says that there may be work.
  public void wake() {
    wake.release();
  }

  /// Pieces under way now: a look asks for so many more than it has places, since those come up
  /// again.
  public int underWay() {
    return running.size();
  }

  /// Whether the loop is closed: trouble is expected then.
  public boolean isClosed() {
    return closed;
  }

  private void loop() {
    while (!closed) {
      try {
        look.run();
        failedLooks = 0;
        if (wake.tryAcquire(lookAgain.toMillis(), TimeUnit.MILLISECONDS)) {
          wake.drainPermits();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException | StackOverflowError e) {
        Fatal.check(e);
        failedLooks++;
        // Said again ever more rarely: what does not pass would fill a disk by a line a second.
        if (!closed && Integer.bitCount(failedLooks) == 1) {
          say(name + " looking for work, failures in a row: " + failedLooks, e);
        }
        pause();
      }
    }
  }

  /// A database that is away is no riddle: one line.
  private static void say(String what, Throwable e) {
    if (PassingTrouble.is(e)) {
      LOG.log(Level.WARNING, what + ": " + e.getMessage());
    } else {
      LOG.log(Level.WARNING, what, e);
    }
  }

  /// Begins a piece of work, unless it is under way, there is no place, or it failed a moment ago:
  /// what fails again and again is tried ever more rarely, whatever it fails of. When it ends there
  /// is a place again, and the loop looks for what waited for it.
  ///
  /// Gives whether it was begun.
  public boolean begin(Object key, Semaphore places, Runnable step) {
    if (running.contains(key) || backoff.waits(key) || !places.tryAcquire()) {
      return false;
    }
    running.add(key);
    steps.execute(() -> {
      try {
        step.run();
        backoff.done(key);
      } catch (RuntimeException | StackOverflowError e) {
        Fatal.check(e);
        backoff.failed(key);
        if (!closed) {
          say(name + " " + key, e);
        }
      } finally {
        running.remove(key);
        places.release();
        wake();
      }
    });
    return true;
  }

  /// How long to wait after the given failed attempt, 1-based: 1, 2, 4 … seconds, at most
  /// [Limits#RETRY_MAX].
  public static Duration retryAfter(int attempt) {
    return Backoff.after(attempt);
  }

  /// Waits a moment where trying on at once would only repeat the trouble.
  public static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Looks no more.
  @Override
  public void close() {
    close(Duration.ZERO);
  }

  /// Looks no more; a look under way and what runs are given so long to end, then what runs is
  /// interrupted.
  public void close(Duration patience) {
    closed = true;
    wake();
    steps.shutdown();
    Instant until = Instant.now().plus(patience);
    try {
      steps.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
      Duration left = Duration.between(Instant.now(), until);
      if (left.isPositive() && begun.get()) {
        looking.join(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    steps.shutdownNow();
  }
}

package org.ridgeline.exchange.identify;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/// Runs pieces of work on a fixed number of threads. Of what waits, a piece of the sender who has
/// had least lately is next: one that sends ten times its share waits for itself, not the others
/// for it.
public final class FairPool implements AutoCloseable {
  private final Map<String, Queue<Runnable>> waiting = new HashMap<>();
  private final Served served = new Served();
  private final List<Thread> threads = new ArrayList<>();
  private boolean closed;

  /// - **Shape** `name` of the threads, followed by a number
  public FairPool(String name, int size) {
    for (int number = 0; number < size; number++) {
      threads.add(Thread.ofPlatform().name(name + number).daemon().start(this::work));
    }
  }

  /// Adds a piece of work for a sender.
  /// - **Error** a pool that is closed: IllegalStateException
  <T> Future<T> submit(String sender, Callable<T> piece) {
    FutureTask<T> task = new FutureTask<>(piece);
    synchronized (waiting) {
      if (closed) {
        throw new IllegalStateException("the pool is closed");
      }
      waiting.computeIfAbsent(sender, _ -> new ArrayDeque<>()).add(() -> run(sender, task));
      waiting.notifyAll();
    }
    return task;
  }

  private void run(String sender, Runnable task) {
    long began = System.nanoTime();
    try {
      task.run();
    } finally {
      long now = System.nanoTime();
      served.add(sender, now - began, now);
    }
  }

  /// How the senders stand: a smaller number goes first.
  double standing(String sender) {
    return served.of(sender, System.nanoTime());
  }

  private void work() {
    try {
      while (true) {
        next().run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Runnable next() throws InterruptedException {
    synchronized (waiting) {
      while (waiting.isEmpty()) {
        if (closed) {
          throw new InterruptedException("closed");
        }
        waiting.wait();
      }
      String sender = leastServed();
      Queue<Runnable> pieces = waiting.getOrDefault(sender, new ArrayDeque<>());
      Runnable piece = pieces.remove();
      if (pieces.isEmpty()) {
        waiting.remove(sender);
      }
      return piece;
    }
  }

  private String leastServed() {
    long now = System.nanoTime();
    String least = "";
    double standing = Double.POSITIVE_INFINITY;
    for (String sender : waiting.keySet()) {
      double of = served.of(sender, now);
      if (of < standing) {
        least = sender;
        standing = of;
      }
    }
    return least;
  }

  /// Takes nothing more; what waits is still done.
  @Override
  public void close() {
    synchronized (waiting) {
      closed = true;
      waiting.notifyAll();
    }
  }

  /// Takes nothing more, forgets what waits, interrupts what runs.
  void closeNow() {
    synchronized (waiting) {
      closed = true;
      waiting.clear();
      waiting.notifyAll();
    }
    threads.forEach(Thread::interrupt);
  }
}

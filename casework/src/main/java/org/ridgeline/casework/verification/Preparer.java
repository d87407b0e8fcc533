package org.ridgeline.casework.verification;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Reads the prints of pairs asked for and lays them out, so that an examiner waits for nothing and
/// a real pair opens as fast as a planted one. Comparisons open in an order by lot.
public final class Preparer implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Preparer.class.getName());
  private static final Duration EVERY = Duration.ofSeconds(1);

  private final Bench bench;
  private final VerificationDesk desk;
  private final PrintSource source;
  private volatile Thread thread = new Thread();

  public Preparer(Bench bench, VerificationDesk desk, PrintSource source) {
    this.bench = bench;
    this.desk = desk;
    this.source = source;
  }

  /// Begins to look for work, every second.
  public void start() {
    thread = Thread.ofPlatform().daemon().name("comparisons").start(this::run);
  }

  private void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        prepare();
        Thread.sleep(EVERY);
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "comparisons are not prepared: " + e);
        if (!paused()) {
          return;
        }
      }
    }
  }

  private static boolean paused() {
    try {
      Thread.sleep(EVERY);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  /// Prepares what waits, once.
  public void prepare() {
    List<Comparison> waiting = new ArrayList<>(bench.stores().comparisons().unprepared());
    Collections.shuffle(waiting, Random.from(bench.lot()));
    waiting.forEach(this::prepare);
  }

  private void prepare(Comparison one) {
    if (one.pair().isEmpty()) {
      bench.stores().comparisons().move(one.comparisonId(), "PREPARING", "OPEN");
      return;
    }
    // Reading takes a second or so: outside the transaction.
    List<PrintSource.FingerPair> fingers;
    try {
      fingers = source.read(one.pair().get());
    } catch (RuntimeException e) {
      if (bench.stores().comparisons().tried(one.comparisonId()) < Limits.READ_TRIES_MAX) {
        LOG.log(Level.WARNING, one.subject() + " is tried again: " + e);
        return;
      }
      fingers = List.of();
    }
    List<PrintSource.FingerPair> read = fingers;
    bench.transaction().executeWithoutResult(_ -> opened(one, read));
  }

  private void opened(Comparison one, List<PrintSource.FingerPair> fingers) {
    ComparisonStore comparisons = bench.stores().comparisons();
    if (!comparisons.move(one.comparisonId(), "PREPARING", "OPEN")) {
      return;
    }
    if (fingers.isEmpty()) {
      bench.record("verification.unreadable", one.subject(), Map.of());
      desk.settle(one, Settlement.INCONCLUSIVE);
      return;
    }
    comparisons.keep(one.pairKey(), fingers);
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      if (thread.isAlive()) {
        thread.join(Duration.ofSeconds(10));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

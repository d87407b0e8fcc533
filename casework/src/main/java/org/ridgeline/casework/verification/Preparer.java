package org.ridgeline.casework.verification;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.outbox.WorkLoop;

/// Reads the prints of pairs asked for and lays them out, so that an examiner waits for nothing and
/// a real pair opens as fast as a planted one.
public final class Preparer implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Preparer.class.getName());
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
  private static final Duration SWEEP_AGAIN = Duration.ofMinutes(1);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

  private final Bench bench;
  private final VerificationDesk desk;
  private final PrintSource source;
  private volatile List<WorkLoop> loops = List.of();

  public Preparer(Bench bench, VerificationDesk desk, PrintSource source) {
    this.bench = bench;
    this.desk = desk;
    this.source = source;
  }

  /// Begins to look for work, every second, and for what is to be erased, every minute; may begin
  /// again after [#close].
  public void start() {
    loops =
        List.of(
            new WorkLoop("comparisons", LOOK_AGAIN, this::prepare),
            new WorkLoop("reviewed prints", SWEEP_AGAIN, this::sweep));
    loops.forEach(WorkLoop::start);
  }

  /// Prepares what waits, once. A real pair and the known one planted with it open together, in one
  /// transaction: whoever takes a comparison the moment it opens cannot tell by that which it is.
  public void prepare() {
    List<Comparison> waiting = new ArrayList<>(bench.stores().comparisons().unprepared());
    Collections.shuffle(waiting, Random.from(bench.lot()));
    List<Comparison> ready = waiting.stream().filter(this::isLaidOut).toList();
    boolean isTriedAgain = ready.size() < waiting.size();
    bench
        .transaction()
        .executeWithoutResult(_ ->
            ready.stream()
                // One whose prints are read again has its planted one wait with it.
                .filter(one -> !isTriedAgain || one.caseId().isPresent())
                .forEach(one ->
                    bench
                        .stores()
                        .comparisons()
                        .move(
                            one.comparisonId(), ComparisonState.PREPARING, ComparisonState.OPEN)));
  }

  /// Whether a comparison's prints are there, or never will be; false where they are read again.
  private boolean isLaidOut(Comparison one) {
    if (one.pair().isEmpty()) {
      return true; // a known pair's are laid out when it is added
    }
    // Reading takes a second or so: outside the transaction.
    List<PrintSource.FingerPair> fingers;
    try {
      fingers = source.read(one.pair().get());
    } catch (RuntimeException e) {
      if (bench.stores().comparisons().tried(one.comparisonId()) < Limits.READ_TRIES_MAX) {
        LOG.log(Level.WARNING, one.subject() + " is tried again: " + e);
        return false;
      }
      fingers = List.of();
    }
    List<PrintSource.FingerPair> read = fingers;
    bench.transaction().executeWithoutResult(_ -> kept(one, read));
    return true;
  }

  private void kept(Comparison one, List<PrintSource.FingerPair> fingers) {
    ComparisonStore comparisons = bench.stores().comparisons();
    if (!comparisons.isPreparing(one.comparisonId())) {
      return;
    }
    if (fingers.isEmpty()) {
      bench.record(Known.VERIFICATION_UNREADABLE, one.subject(), Map.of());
      desk.settle(one, Settlement.INCONCLUSIVE);
    } else {
      comparisons.keep(one.pairKey(), fingers);
    }
  }

  /// Erases the prints of conflicts that were settled long enough ago, once.
  public void sweep() {
    ComparisonStore comparisons = bench.stores().comparisons();
    bench
        .transaction()
        .executeWithoutResult(_ -> {
          Instant since = bench.reviewedSince();
          comparisons.reviewed(since).forEach(pair -> comparisons.forget(pair, since));
        });
  }

  @Override
  public void close() {
    loops.forEach(loop -> loop.close(STOP_PATIENCE));
  }
}

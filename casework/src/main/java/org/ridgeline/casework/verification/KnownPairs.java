package org.ridgeline.casework.verification;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.ledger.Subject;

/// The pool of pairs whose answer is known.
///
/// The demo fills it with fictional people's prints. A deployment fills it from an exercise bought
/// or exchanged with another agency, or from settled cases whose answer rests on more than prints;
/// never from the verdicts that it is to measure.
public final class KnownPairs {
  private final Bench bench;

  public KnownPairs(Bench bench) {
    this.bench = bench;
  }

  /// Adds a pair; one of a source that is there already stands.
  /// - **Shape** `isMate` for two impressions of one person's fingers; `source` an id of where it
  ///   is from, without names; `fingers` laid on plates like any other pair's
  public void add(
      boolean isMate, String source, List<PrintSource.FingerPair> fingers, String addedBy) {
    if (fingers.isEmpty()) {
      throw new IllegalArgumentException("fingers=0 limit=1..10");
    }
    bench
        .transaction()
        .executeWithoutResult(_ -> {
          ComparisonStore comparisons = bench.stores().comparisons();
          comparisons.lock();
          if (comparisons.ofSource(source).isPresent()) {
            return;
          }
          KnownPair pair = new KnownPair(UUID.randomUUID(), isMate, source);
          comparisons.add(pair, addedBy, bench.now());
          comparisons.keep(pair.key(), fingers);
          bench.record(
              Known.KNOWN_ADD,
              Subject.Kind.KNOWN_PAIR.of(pair.knownPairId()),
              Map.of("by", addedBy));
        });
  }

  /// Takes a pair out of use, as when its answer has become known to those who compare; what was
  /// measured by it stays. False where no pair of this source is in use.
  public boolean retire(String source, String by) {
    return Boolean.TRUE.equals(
        bench
            .transaction()
            .execute(_ -> {
              ComparisonStore comparisons = bench.stores().comparisons();
              Optional<KnownPair> pair = comparisons.ofSource(source);
              boolean retired =
                  pair.isPresent() && comparisons.retire(pair.get().knownPairId(), bench.now());
              if (retired) {
                bench.record(
                    Known.KNOWN_RETIRE,
                    Subject.Kind.KNOWN_PAIR.of(pair.get().knownPairId()),
                    Map.of("by", by));
              }
              return retired;
            }));
  }

  /// Whether a pair of a source is there.
  public boolean has(String source) {
    return bench.stores().comparisons().ofSource(source).isPresent();
  }

  /// How many pairs are in use.
  public int count() {
    return bench.stores().comparisons().knownPairs();
  }
}

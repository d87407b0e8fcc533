package org.ridgeline.casework.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.ledger.Subject;

/// Mixes known pairs in: with each real comparison one comes by lot, so often that planted ones are
/// the configured share of all in the long run. It then goes the way of a real one.
///
/// Mates and non-mates come in equal parts, each drawn among the few least used, so that a pair is
/// seen anew as late as can be; nobody gets one twice.
final class Planting {
  private static final int LEAST_USED = 5;

  private final Bench bench;

  Planting(Bench bench) {
    this.bench = bench;
  }

  /// Draws whether a known pair is planted now, and plants it, in the caller's transaction.
  void perhaps() {
    if (bench.lot().nextDouble() < bench.rules().plantedPerReal()) {
      drawn().ifPresent(this::plant);
    }
  }

  private Optional<KnownPair> drawn() {
    boolean isMate = bench.lot().nextBoolean();
    List<KnownPair> choice =
        new ArrayList<>(bench.stores().comparisons().plantable(isMate, LEAST_USED));
    if (choice.isEmpty()) {
      choice.addAll(bench.stores().comparisons().plantable(!isMate, LEAST_USED));
    }
    return choice.isEmpty()
        ? Optional.empty()
        : Optional.of(choice.get(bench.lot().nextInt(choice.size())));
  }

  private void plant(KnownPair pair) {
    Comparison planted =
        new Comparison(
            UUID.randomUUID(),
            Optional.empty(),
            Optional.of(pair.knownPairId()),
            Optional.empty(),
            pair.key(),
            bench.lot().nextBoolean(),
            ComparisonState.PREPARING);
    bench.stores().comparisons().add(planted, bench.now());
    bench.record(
        Known.KNOWN_PLANT,
        planted.subject(),
        Map.of("pair", Subject.Kind.KNOWN_PAIR.text(pair.knownPairId())));
  }
}

package org.ridgeline.casework.verification;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.ledger.Subject;

/// Where cases ask for a blind comparison, and hear what it came to.
public final class VerificationDesk {
  private final Bench bench;
  private final Planting planting;
  private final List<SettlementListener> listeners = new CopyOnWriteArrayList<>();

  public VerificationDesk(Bench bench) {
    this.bench = bench;
    planting = new Planting(bench);
  }

  /// Has somebody hear of every settled comparison of a case.
  public void listen(SettlementListener listener) {
    listeners.add(listener);
  }

  /// Asks for a pair to be compared, in the caller's transaction; what the case had asked for of
  /// the same booking and is not settled is taken back. By lot a known pair comes with it.
  public void request(UUID caseId, Pair pair) {
    bench
        .transaction()
        .executeWithoutResult(_ -> {
          withdraw(caseId, pair.control());
          Comparison asked =
              new Comparison(
                  UUID.randomUUID(),
                  Optional.of(caseId),
                  Optional.empty(),
                  Optional.of(pair),
                  pair.key(),
                  bench.lot().nextBoolean(),
                  ComparisonState.PREPARING);
          bench.stores().comparisons().add(asked, bench.now());
          bench.record(Known.VERIFICATION_REQUEST, Subject.Kind.CASE.of(caseId), about(asked));
          planting.perhaps();
        });
  }

  /// Takes back what a case had asked for of a booking, in the caller's transaction, and erases its
  /// prints.
  public void withdraw(UUID caseId, String control) {
    bench
        .transaction()
        .executeWithoutResult(_ -> {
          ComparisonStore comparisons = bench.stores().comparisons();
          comparisons
              .unsettled(caseId, control)
              .filter(one -> comparisons.withdraw(one.comparisonId()))
              .ifPresent(one -> {
                bench
                    .stores()
                    .tasks()
                    .endAll(one.comparisonId(), TaskEnding.WITHDRAWN, bench.now());
                bench.record(Known.VERIFICATION_WITHDRAW, Subject.Kind.CASE.of(caseId), about(one));
                comparisons.forget(one.pairKey(), bench.reviewedSince());
              });
        });
  }

  /// Settles a comparison, in the caller's transaction. The case comes first: whoever steps a case
  /// locks it before its comparison, and two who lock in turn must not wait for each other. The
  /// prints of a case are not needed here any more, but where a supervisor settled a conflict: they
  /// see what the two marked, for [Limits#REVIEW_DAYS].
  void settle(Comparison one, Settlement settlement) {
    one.caseId()
        .ifPresent(caseId ->
            listeners.forEach(
                heard -> heard.settled(caseId, one.pair().orElseThrow().control(), settlement)));
    ComparisonStore comparisons = bench.stores().comparisons();
    comparisons.settle(one.comparisonId(), settlement, bench.now());
    comparisons.forget(one.pairKey(), bench.reviewedSince());
    Subject subject = one.caseId().map(Subject.Kind.CASE::of).orElse(one.subject());
    bench.record(
        Known.VERIFICATION_SETTLE,
        subject,
        Map.of("comparison", one.subject().text(), "settlement", settlement.name()));
  }

  private static Map<String, String> about(Comparison one) {
    return Map.of("comparison", one.subject().text());
  }
}

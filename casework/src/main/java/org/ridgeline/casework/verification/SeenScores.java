package org.ridgeline.casework.verification;

import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.desk.Refusal;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.exchange.operator.Role;

/// Who may see how the machine scored a pair of cards, so that nobody compares prints who knows.
///
/// Administrators take no part in verification and may always. Supervisors settle conflicts blind:
/// they may once people have said what the pair is, and while nobody is asked again. Whoever has
/// seen it is never given the pair, whatever role they have by then.
public final class SeenScores {
  private final Bench bench;

  public SeenScores(Bench bench) {
    this.bench = bench;
  }

  /// Lets somebody see the score of a pair, and notes it.
  /// - **Error** a role that stays blind, or a pair that is not settled: [RefusedStep]
  public void show(Actor actor, Pair pair) {
    if (!actor.is(Role.ADMINISTRATOR, Role.SUPERVISOR)) {
      throw new RefusedStep(Refusal.SCORE_ROLES);
    }
    bench
        .transaction()
        .executeWithoutResult(_ -> {
          // Nobody is given a comparison meanwhile.
          bench.stores().comparisons().lock();
          ScoreStore scores = bench.stores().scores();
          if (actor.is(Role.SUPERVISOR) && !scores.isSettled(pair.key())) {
            throw new RefusedStep(Refusal.SCORE_WITHHELD);
          }
          scores.seen(pair.key(), actor.name(), bench.now());
        });
  }

  /// Whether a supervisor may see it now.
  public boolean isSettled(Pair pair) {
    return bench.stores().scores().isSettled(pair.key());
  }
}

package org.ridgeline.casework.casefile;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.desk.Field;
import org.ridgeline.casework.desk.Refusal;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.ledger.Action;

/// How anything is added to a case that is being worked on: under its lock, with a line of its
/// timeline and one of the ledger, in one transaction.
/// - **Shape** `what`: what is added, as a refusal begins its advice
record Additions(Shelf shelf, Field what) {
  private static final Set<CaseState> WORK =
      Set.of(CaseState.CITIZENSHIP_REVIEW, CaseState.FACTS, CaseState.READY);

  /// Adds one thing.
  /// - **Error** a case that is stopped, or not being worked on: [RefusedStep]
  void write(Actor actor, UUID caseId, Action action, BiConsumer<Case, Instant> write) {
    shelf
        .transaction()
        .executeWithoutResult(_ -> {
          Case one = shelf.held(caseId);
          check(one);
          Instant now = shelf.now();
          write.accept(one, now);
          shelf.cases().changed(caseId);
          shelf
              .cases()
              .add(
                  caseId,
                  new CaseEvent(
                      now,
                      actor.name(),
                      actor.duty().role().name(),
                      actor.purpose(),
                      action.verb(),
                      new CaseEvent.Change(one.state(), one.state(), "")));
          shelf.record(actor, one, action, Map.of());
        });
  }

  private void check(Case one) {
    if (one.stopped()) {
      throw CaseDesk.stop();
    }
    if (!WORK.contains(one.state())) {
      throw new RefusedStep(Refusal.NOTHING_ADDED_NOW, one.state(), what);
    }
  }
}

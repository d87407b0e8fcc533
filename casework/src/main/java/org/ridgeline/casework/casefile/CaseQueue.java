package org.ridgeline.casework.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.casework.desk.Act;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.desk.Refusal;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.ledger.Action.Known;

/// The queue of cases: by numbers and places only, so that looking at it reads nobody's record.
public final class CaseQueue {
  private final Shelf shelf;
  private final QueueStore store;

  public CaseQueue(Shelf shelf, QueueStore store) {
    this.shelf = shelf;
    this.store = store;
  }

  /// What a list shows.
  /// - **Shape** `state`, `office`, `level` empty for all, closed cases only where `state` names
  ///   it; `holder` empty, "me" or "nobody"; `openedBefore` for older cases only
  public record Filter(
      String state, String office, String level, String holder, Instant openedBefore) {
    private QueueStore.Fit of(Actor actor) {
      return new QueueStore.Fit(state, office, level, holder, openedBefore, actor.name());
    }
  }

  /// Cases that fit: by level, then by how many factors count, then the oldest first.
  public List<Case> list(Actor actor, Filter filter, int count) {
    lists(actor);
    return shelf.cases().byIds(store.list(filter.of(actor), count));
  }

  /// How many fit.
  public int size(Actor actor, Filter filter) {
    return store.size(filter.of(actor));
  }

  /// How many cases are in each state.
  public Map<CaseState, Integer> counts() {
    return store.counts();
  }

  /// How many cases that fit are in each state, whichever `filter` asks for.
  public Map<CaseState, Integer> counts(Actor actor, Filter filter) {
    return store.counts(filter.of(actor));
  }

  /// Ages of the open cases by state, in the order of a case's life.
  public List<CaseAge> ages(Actor actor) {
    lists(actor);
    return store.ages();
  }

  /// Open cases whose prints examiners have not settled, the first lead first.
  public List<Case> unsettled(Actor actor, int count) {
    lists(actor);
    return shelf.cases().byIds(store.unsettled(count));
  }

  /// Open cases of people whom a jail may still have, the first opened first.
  public List<Case> watched(Actor actor, int count) {
    lists(actor);
    return shelf.cases().byIds(store.open(count));
  }

  private static void lists(Actor actor) {
    CaseDesk.needs(actor, CaseDesk.READERS, Act.LISTING);
  }

  /// Offices that have cases.
  public List<String> offices() {
    return store.offices();
  }

  /// Takes a case, or hands it on. Somebody else's case only a supervisor hands on.
  /// - **Shape** `to` empty for nobody
  public void assign(Actor actor, UUID caseId, Optional<String> to) {
    CaseDesk.needs(actor, CaseDesk.READERS, Act.TAKING);
    shelf
        .transaction()
        .executeWithoutResult(_ -> {
          Case one = shelf.held(caseId);
          boolean isOthers =
              one.assignedTo().filter(name -> !name.equals(actor.name())).isPresent();
          boolean toSelf = to.isEmpty() || to.get().equals(actor.name());
          if ((isOthers || !toSelf) && !actor.is(Role.SUPERVISOR)) {
            throw new RefusedStep(Refusal.CASE_IS_ANOTHERS);
          }
          if (one.isClosed()) {
            throw new RefusedStep(Refusal.CASE_IS_CLOSED);
          }
          shelf.cases().assign(caseId, to);
          shelf
              .cases()
              .add(
                  caseId,
                  new CaseEvent(
                      shelf.now(),
                      actor.name(),
                      actor.duty().role().name(),
                      actor.purpose(),
                      "ASSIGN",
                      new CaseEvent.Change(
                          one.state(), one.state(), to.map(n -> "to " + n).orElse("to nobody"))));
          shelf.record(actor, one, Known.CASE_ASSIGN, Map.of("to", to.orElse("nobody")));
        });
  }
}

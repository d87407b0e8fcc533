package org.ridgeline.casework.casefile;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.ridgeline.casework.Actor;
import org.ridgeline.casework.RefusedStep;
import org.ridgeline.casework.RefusedStep.Code;
import org.ridgeline.exchange.operator.Role;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The queue of cases: by numbers and places only, so that looking at it reads nobody's record.
public final class CaseQueue {
  private static final String FITS =
      """
       from case_file c
       where (:state = '' or c.state = :state)
         and (:state <> '' or c.closed_at is null)
         and (:office = '' or coalesce(c.office, '') = :office)
         and (:level = '' or c.level = :level)
         and (:holder = '' or (:holder = 'me' and c.assigned_to = :me)
           or (:holder = 'nobody' and c.assigned_to is null))
         and c.opened_at <= :before
      """;

  private final Shelf shelf;
  private final JdbcClient jdbc;

  public CaseQueue(Shelf shelf, DataSource dataSource) {
    this.shelf = shelf;
    jdbc = JdbcClient.create(dataSource);
  }

  /// What a list shows.
  /// - **Shape** `state`, `office`, `level` empty for all, closed cases only where `state` names
  ///   it; `holder` empty, "me" or "nobody"; `openedBefore` for older cases only
  public record Filter(
      String state, String office, String level, String holder, Instant openedBefore) {}

  /// Cases that fit: by level, then by how many factors count, then the oldest first.
  public List<Case> list(Actor actor, Filter filter, int count) {
    CaseDesk.needs(actor, CaseDesk.READERS, "Listing cases");
    List<UUID> ids =
        bound("select c.case_id", filter, actor, " order by " + ORDER + " limit :count")
            .param("count", count)
            .query(UUID.class)
            .list();
    return shelf.cases().byIds(ids);
  }

  private static final String ORDER =
      "array_position(array['LEVEL_1', 'LEVEL_2', 'LEVEL_3'], c.level) nulls last,"
          + " c.factors desc, c.opened_at, c.case_id";

  /// How many fit.
  public int size(Actor actor, Filter filter) {
    return bound("select count(*)", filter, actor, "").query(Integer.class).single();
  }

  private JdbcClient.StatementSpec bound(String select, Filter filter, Actor actor, String order) {
    return jdbc.sql(select + FITS + order)
        .param("state", filter.state())
        .param("office", filter.office())
        .param("level", filter.level())
        .param("holder", filter.holder())
        .param("me", actor.name())
        .param("before", Timestamp.from(filter.openedBefore()));
  }

  /// How many cases are in each state.
  public Map<CaseState, Integer> counts() {
    Map<CaseState, Integer> counts = new EnumMap<>(CaseState.class);
    jdbc.sql("select state, count(*) from case_file group by state")
        .query((row, _) -> counts.put(CaseState.valueOf(row.getString(1)), row.getInt(2)))
        .list();
    return counts;
  }

  /// How long the open cases of a state have been in it.
  /// - **Shape** half of `count` came into the state at `median` or before, the first at `oldest`
  public record Age(CaseState state, int count, Instant median, Instant oldest) {}

  /// Ages of the open cases by state, in the order of a case's life.
  public List<Age> ages(Actor actor) {
    CaseDesk.needs(actor, CaseDesk.READERS, "Listing cases");
    return jdbc
        .sql(
            """
            select c.state, count(*), percentile_disc(0.5) within group (order by s.since),
              min(s.since)
            from case_file c cross join lateral (
              select coalesce(max(e.at), c.opened_at) as since from case_event e
              where e.case_id = c.case_id and e.from_state <> e.to_state) s
            where c.closed_at is null group by c.state
            """)
        .query((row, _) ->
            new Age(
                CaseState.valueOf(row.getString(1)),
                row.getInt(2),
                row.getTimestamp(3).toInstant(),
                row.getTimestamp(4).toInstant()))
        .list()
        .stream()
        .sorted(java.util.Comparator.comparing(Age::state))
        .toList();
  }

  /// Open cases whose prints examiners have not settled, the first lead first.
  public List<Case> unsettled(Actor actor, int count) {
    CaseDesk.needs(actor, CaseDesk.READERS, "Listing cases");
    return first("c.state in ('RECEIVED', 'VERIFYING', 'INCONCLUSIVE')", "c.opened_at", count);
  }

  /// Open cases of people whom a jail may still have, the first opened first.
  public List<Case> watched(Actor actor, int count) {
    CaseDesk.needs(actor, CaseDesk.READERS, "Listing cases");
    return first("c.closed_at is null", "c.opened_at", count);
  }

  private List<Case> first(String which, String order, int count) {
    return shelf
        .cases()
        .byIds(
            jdbc.sql(
                    "select c.case_id from case_file c where "
                        + which
                        + " order by "
                        + order
                        + ", c.case_id limit ?")
                .param(count)
                .query(UUID.class)
                .list());
  }

  /// Offices that have cases.
  public List<String> offices() {
    return jdbc.sql("select distinct office from case_file where office is not null order by 1")
        .query(String.class)
        .list();
  }

  /// Takes a case, or hands it on. Somebody else's case only a supervisor hands on.
  /// - **Shape** `to` empty for nobody
  public void assign(Actor actor, UUID caseId, Optional<String> to) {
    CaseDesk.needs(actor, CaseDesk.READERS, "Taking cases");
    shelf
        .transaction()
        .executeWithoutResult(_ -> {
          shelf.cases().lockRow(caseId);
          Case one = shelf.known(caseId);
          boolean isOthers =
              one.assignedTo().filter(name -> !name.equals(actor.name())).isPresent();
          boolean toSelf = to.isEmpty() || to.get().equals(actor.name());
          if ((isOthers || !toSelf) && !actor.is(Role.SUPERVISOR)) {
            throw new RefusedStep(
                Code.ALREADY,
                "Somebody else has this case, or shall have it.",
                "A supervisor can hand it on.");
          }
          if (one.isClosed()) {
            throw new RefusedStep(Code.STATE, "The case is closed.", "There is nothing to do.");
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
          shelf.record(actor, one, "case.assign", Map.of("to", to.orElse("nobody")));
        });
  }
}

package org.ridgeline.casework.verification;

import java.time.Instant;
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

/// What supervisors see of verification: conflicts once they have given their own verdict, and how
/// often each examiner errs.
public final class SupervisorDesk {
  private static final int NOTE_CHARS_MIN = 15;

  private final Bench bench;
  private final JdbcClient jdbc;

  public SupervisorDesk(Bench bench, DataSource dataSource) {
    this.bench = bench;
    jdbc = JdbcClient.create(dataSource);
  }

  /// A conflict that the actor has settled: all three verdicts.
  public record Review(Settlement settlement, Instant settledAt, List<Verdict> verdicts) {
    public Review {
      verdicts = List.copyOf(verdicts);
    }
  }

  /// One examiner.
  /// - **Shape** `error` over settled comparisons since the last reinstatement, so that it tells
  ///   nothing of one still open; `all` since ever; `off` why they are off the queue, empty while
  ///   on
  public record Examiner(
      String name,
      String off,
      Optional<Instant> offSince,
      ExaminerError error,
      ExaminerError all,
      Reinstated reinstated) {
    /// Who last brought them back, with what note; empty where never.
    public record Reinstated(String by, String note) {}
  }

  /// How it stands with known pairs and what nobody on the queue may take.
  public record Pool(int knownPairs, double plantedShare) {}

  /// The conflicts that the actor settled, newest first.
  public List<Review> reviews(Actor actor) {
    needsSupervisor(actor);
    return jdbc.sql(
            """
            select c.comparison_id, c.settlement, c.settled_at
            from comparison c join comparison_task t using (comparison_id)
            where c.state = 'SETTLED' and t.by_supervisor and t.ending = 'GIVEN' and t.examiner = ?
            order by c.settled_at desc limit ?
            """)
        .params(actor.name(), Limits.REVIEWS_SHOWN_MAX)
        .query((row, _) ->
            new Review(
                Settlement.valueOf(row.getString(2)),
                row.getTimestamp(3).toInstant(),
                bench.stores().verdicts().standing(row.getObject(1, UUID.class))))
        .list();
  }

  /// Everybody who has taken a comparison, those off the queue first.
  public List<Examiner> examiners(Actor actor) {
    needsSupervisor(actor);
    return bench.stores().standings().all().stream()
        .map(standing ->
            new Examiner(
                standing.name(),
                standing.off(),
                standing.offSince(),
                error(standing.name(), standing.countedSince()),
                error(standing.name(), Instant.EPOCH),
                new Examiner.Reinstated(standing.reinstatedBy(), standing.note())))
        .toList();
  }

  /// The pool of known pairs.
  public Pool pool(Actor actor) {
    needsSupervisor(actor);
    return new Pool(bench.stores().comparisons().knownPairs(), bench.rules().plantedShare());
  }

  private ExaminerError error(String name, Instant since) {
    return ExaminerError.of(bench.stores().verdicts().planted(name, since, true));
  }

  /// Brings an examiner back, retrained; their error is counted anew from now on.
  /// - **Shape** `note` what was done, at least fifteen characters
  public void reinstate(Actor actor, String name, String note) {
    needsSupervisor(actor);
    if (name.equals(actor.name())) {
      throw new RefusedStep(
          Code.SAME_PERSON,
          "Nobody brings themselves back to the queue.",
          "Another supervisor must.");
    }
    String said = note.strip();
    if (said.length() < NOTE_CHARS_MIN || said.length() > Limits.NOTE_CHARS_MAX) {
      throw new RefusedStep(
          Code.INPUT,
          "A reinstatement needs a note of at least " + NOTE_CHARS_MIN + " characters.",
          "Write what retraining there was.");
    }
    bench
        .transaction()
        .executeWithoutResult(_ -> {
          if (!bench.stores().standings().reinstate(name, actor.name(), said, bench.now())) {
            throw new RefusedStep(
                Code.STATE, "This examiner is not off the queue.", "Load the page again.");
          }
          bench.record(actor, "examiner.reinstate", "examiner:" + name, Map.of());
        });
  }

  private static void needsSupervisor(Actor actor) {
    if (!actor.is(Role.SUPERVISOR)) {
      throw new RefusedStep(Code.ROLE, "This is for supervisors.", "Ask one of them.");
    }
  }
}

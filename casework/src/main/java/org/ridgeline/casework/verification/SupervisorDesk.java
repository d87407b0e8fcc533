package org.ridgeline.casework.verification;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.desk.Refusal;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.ledger.Subject;

/// What supervisors see of verification: conflicts once they have given their own verdict, and how
/// often each examiner errs.
public final class SupervisorDesk {
  private static final int NOTE_CHARS_MIN = 15;

  private final Bench bench;

  public SupervisorDesk(Bench bench) {
    this.bench = bench;
  }

  /// A conflict that the actor has settled: all three verdicts.
  /// - **Shape** `reviewId` made by lot for the actor alone; `first` of a mark is on the left, as
  ///   the actor saw the prints
  public record Review(
      UUID reviewId, Settlement settlement, Instant settledAt, List<Verdict> verdicts) {
    public Review {
      verdicts = List.copyOf(verdicts);
    }
  }

  /// A conflict that the actor has settled, to be looked at with its prints.
  /// - **Shape** `fingers` whose prints are here; none once they are erased, [Limits#REVIEW_DAYS]
  ///   after the settlement
  public record Marked(Review review, List<Integer> fingers) {
    public Marked {
      fingers = List.copyOf(fingers);
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
    // In a transaction, so that the queries of each row share its one connection: ten who look at
    // once would else take all connections and wait for each other's second.
    return bench
        .transaction()
        .execute(_ ->
            bench.stores().reviews().of(actor.name(), Limits.REVIEWS_SHOWN_MAX).stream()
                .map(this::review)
                .toList());
  }

  private Review review(ReviewStore.Settled settled) {
    return new Review(
        settled.taskId(),
        settled.settlement(),
        settled.settledAt(),
        bench.stores().verdicts().standing(settled.comparisonId()).stream()
            .map(verdict -> settled.mirrored() ? verdict.mirrored() : verdict)
            .toList());
  }

  private ReviewStore.Settled settled(Actor actor, UUID reviewId) {
    needsSupervisor(actor);
    return bench.stores().reviews().of(actor.name(), reviewId).orElseThrow(SupervisorDesk::gone);
  }

  /// One conflict that the actor settled, for a look at its marks; the ledger says who looked.
  /// - **Error** not settled, or by somebody else: [RefusedStep] NOT_FOUND
  public Marked marked(Actor actor, UUID reviewId) {
    return bench
        .transaction()
        .execute(_ -> {
          ReviewStore.Settled settled = settled(actor, reviewId);
          Comparison one = bench.stores().comparisons().byId(settled.comparisonId());
          Review review = review(settled);
          bench.record(
              actor,
              Known.COMPARISON_REVIEW,
              one.subject(),
              Map.of("task", Subject.Kind.TASK.text(reviewId)));
          return new Marked(review, bench.stores().comparisons().fingers(one.pairKey()));
        });
  }

  /// A print of a conflict that the actor settled, on the side where they saw it.
  /// - **Error** erased, or not theirs: [RefusedStep] NOT_FOUND
  public PrintSource.Print print(Actor actor, UUID reviewId, int fgp, boolean isLeft) {
    Comparison one = bench.stores().comparisons().byId(settled(actor, reviewId).comparisonId());
    return bench
        .stores()
        .comparisons()
        .print(one.pairKey(), fgp, isLeft != one.mirrored())
        .orElseThrow(SupervisorDesk::gone);
  }

  private static RefusedStep gone() {
    return new RefusedStep(Refusal.NO_SUCH_REVIEW);
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
      throw new RefusedStep(Refusal.REINSTATES_SELF);
    }
    String said = note.strip();
    if (said.length() < NOTE_CHARS_MIN || said.length() > Limits.NOTE_CHARS_MAX) {
      throw new RefusedStep(
          Refusal.REINSTATEMENT_NOTE, NOTE_CHARS_MIN, Limits.NOTE_CHARS_MAX, said.length());
    }
    bench
        .transaction()
        .executeWithoutResult(_ -> {
          if (!bench.stores().standings().reinstate(name, actor.name(), said, bench.now())) {
            throw new RefusedStep(Refusal.NOT_OFF_THE_QUEUE);
          }
          bench.record(actor, Known.EXAMINER_REINSTATE, Subject.Kind.EXAMINER.of(name), Map.of());
        });
  }

  private static void needsSupervisor(Actor actor) {
    if (!actor.is(Role.SUPERVISOR)) {
      throw new RefusedStep(Refusal.SUPERVISORS_ONLY);
    }
  }
}

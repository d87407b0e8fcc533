package org.ridgeline.casework.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.desk.Refusal;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.ledger.Subject;

/// Where examiners, and supervisors on conflicts, take comparisons and give verdicts.
///
/// What they get is a [TaskSheet] and prints: no case, no name, nothing of where the prints come
/// from. Somebody else's task does not exist for them.
public final class ExaminerDesk {
  private final Bench bench;
  private final VerificationDesk desk;

  public ExaminerDesk(Bench bench, VerificationDesk desk) {
    this.bench = bench;
    this.desk = desk;
  }

  /// How it stands for one person.
  /// - **Shape** `waiting` that they may take; `given` in the last seven days; `off` why they are
  ///   off the queue, empty while on it
  public record Standing(int waiting, int given, String off, Optional<TaskSheet> held) {}

  /// A skipped task: back to the queue, for others.
  public enum Skip {
    /// The examiner may know whose prints these are, or has a stake.
    CONFLICT_OF_INTEREST(TaskEnding.CONFLICT_OF_INTEREST),
    /// Anything else.
    SKIPPED(TaskEnding.SKIPPED);

    private final TaskEnding ending;

    Skip(TaskEnding ending) {
      this.ending = ending;
    }
  }

  /// How it stands for the actor.
  public Standing standing(Actor actor) {
    boolean bySupervisor = seat(actor);
    return bench
        .transaction()
        .execute(_ -> {
          expire();
          TaskStore tasks = bench.stores().tasks();
          Instant week = bench.now().minus(Duration.ofDays(7));
          return new Standing(
              tasks.takeableCount(actor.name(), bySupervisor),
              tasks.givenCount(actor.name(), week),
              off(actor.name()),
              tasks.held(actor.name()).map(TaskStore.Task::sheet));
        });
  }

  /// Takes the next comparison, by lot among those that have waited longest; the one in hand first.
  /// Empty where none waits that this person may see.
  public Optional<TaskSheet> next(Actor actor) {
    boolean bySupervisor = seat(actor);
    return bench
        .transaction()
        .execute(_ -> {
          bench.stores().comparisons().lock();
          expire();
          bench.stores().standings().seen(actor.name());
          Optional<TaskSheet> held =
              bench.stores().tasks().held(actor.name()).map(TaskStore.Task::sheet);
          if (held.isPresent()) {
            return held;
          }
          if (!off(actor.name()).isEmpty()) {
            throw new RefusedStep(Refusal.OFF_THE_QUEUE);
          }
          return take(actor, bySupervisor);
        });
  }

  private Optional<TaskSheet> take(Actor actor, boolean bySupervisor) {
    List<UUID> waiting =
        bench.stores().tasks().takeable(actor.name(), bySupervisor, Limits.DRAWN_AMONG_MAX);
    if (waiting.isEmpty()) {
      return Optional.empty();
    }
    UUID comparisonId = waiting.get(bench.lot().nextInt(waiting.size()));
    Comparison one = bench.stores().comparisons().byId(comparisonId);
    List<Integer> fingers = new ArrayList<>(bench.stores().comparisons().fingers(one.pairKey()));
    Collections.shuffle(fingers, Random.from(bench.lot()));
    Instant now = bench.now();
    TaskSheet sheet =
        new TaskSheet(
            UUID.randomUUID(), bySupervisor, fingers, now, now.plus(bench.rules().taskLife()));
    bench.stores().tasks().add(new TaskStore.Task(sheet, comparisonId, actor.name()));
    bench.record(actor, Known.COMPARISON_TAKE, one.subject(), about(one, sheet));
    return Optional.of(sheet);
  }

  /// The actor's task in hand.
  /// - **Error** another's, or ended: [RefusedStep] NOT_FOUND
  public TaskSheet sheet(Actor actor, UUID taskId) {
    return held(actor, taskId).sheet();
  }

  /// A print of the actor's task.
  /// - **Shape** `place`: of the sheet's fingers, from 0; `isLeft` the side it is shown on
  public PrintSource.Print print(Actor actor, UUID taskId, int place, boolean isLeft) {
    TaskStore.Task task = held(actor, taskId);
    List<Integer> fingers = task.sheet().fingers();
    if (place < 0 || place >= fingers.size()) {
      throw gone();
    }
    Comparison one = bench.stores().comparisons().byId(task.comparisonId());
    return bench
        .stores()
        .comparisons()
        .print(one.pairKey(), fingers.get(place), isLeft != one.mirrored())
        .orElseThrow(ExaminerDesk::gone);
  }

  /// Gives the verdict that ends the actor's task.
  /// - **Shape** `given`: `first` is the left print
  public void give(Actor actor, UUID taskId, Verdict.Given given) {
    VerdictRule.check(given);
    bench
        .transaction()
        .executeWithoutResult(_ -> {
          bench.stores().comparisons().lock();
          TaskStore.Task task = held(actor, taskId);
          Comparison one = bench.stores().comparisons().byId(task.comparisonId());
          if (!task.sheet().fingers().containsAll(given.marks().stream().map(Mark::fgp).toList())) {
            throw new RefusedStep(Refusal.MARK_NOT_SHOWN);
          }
          Instant now = bench.now();
          bench.stores().tasks().end(taskId, TaskEnding.GIVEN, "", now);
          bench
              .stores()
              .verdicts()
              .add(UUID.randomUUID(), taskId, one.mirrored() ? given.mirrored() : given, now);
          Map<String, String> detail = new TreeMap<>(about(one, task.sheet()));
          detail.put("conclusion", given.conclusion().name());
          detail.put("agreeing", String.valueOf(given.agreeing()));
          detail.put("differing", String.valueOf(given.differing()));
          bench.record(actor, Known.VERDICT_GIVE, one.subject(), detail);
          weigh(one);
          // After every verdict, so that one on a known pair takes the same way as any other.
          judge(actor.name());
        });
  }

  private void weigh(Comparison one) {
    List<Conclusion> said =
        bench.stores().verdicts().standing(one.comparisonId()).stream()
            .map(verdict -> verdict.given().conclusion())
            .toList();
    if (said.size() == 2) {
      SettlementRule.of(said.get(0), said.get(1))
          .ifPresentOrElse(
              settlement -> desk.settle(one, settlement),
              () -> {
                bench
                    .stores()
                    .comparisons()
                    .move(one.comparisonId(), ComparisonState.OPEN, ComparisonState.CONFLICT);
                bench.record(Known.VERIFICATION_CONFLICT, one.subject(), Map.of());
              });
    } else if (said.size() > 2) {
      desk.settle(one, SettlementRule.of(said.get(0), said.get(1), said.get(2)));
    }
  }

  /// Takes somebody off the queue whose error is over the limit, and sets aside what they said in
  /// comparisons that are not settled: others look at those again.
  private void judge(String name) {
    Instant since =
        bench
            .stores()
            .standings()
            .of(name)
            .map(StandingStore.Standing::countedSince)
            .orElse(Instant.EPOCH);
    bench
        .rules()
        .queue()
        .off(bench.stores().verdicts().planted(name, since, false))
        .ifPresent(why -> {
          Instant now = bench.now();
          bench.stores().standings().off(name, why, now);
          List<UUID> again = bench.stores().verdicts().setAside(name, why, now);
          again.forEach(id ->
              bench
                  .stores()
                  .comparisons()
                  .move(id, ComparisonState.CONFLICT, ComparisonState.OPEN));
          bench.record(
              Known.EXAMINER_OFF,
              Subject.Kind.EXAMINER.of(name),
              Map.of("why", why, "set-aside", String.valueOf(again.size())));
        });
  }

  /// Puts the actor's task back, for others.
  /// - **Shape** `reason` in words, not empty
  public void skip(Actor actor, UUID taskId, Skip skip, String reason) {
    if (reason.isBlank() || reason.length() > Limits.NOTE_CHARS_MAX) {
      throw new RefusedStep(Refusal.SKIP_REASON, Limits.NOTE_CHARS_MAX, reason.strip().length());
    }
    bench
        .transaction()
        .executeWithoutResult(_ -> {
          bench.stores().comparisons().lock();
          TaskStore.Task task = held(actor, taskId);
          Comparison one = bench.stores().comparisons().byId(task.comparisonId());
          bench.stores().tasks().end(taskId, skip.ending, reason.strip(), bench.now());
          Map<String, String> detail = new TreeMap<>(about(one, task.sheet()));
          detail.put("why", skip.name());
          bench.record(actor, Known.COMPARISON_SKIP, one.subject(), detail);
        });
  }

  private void expire() {
    for (TaskStore.Task task : bench.stores().tasks().expire(bench.now())) {
      bench.record(
          Known.COMPARISON_TIME_OUT,
          Subject.Kind.COMPARISON.of(task.comparisonId()),
          Map.of(
              "task", Subject.Kind.TASK.text(task.sheet().taskId()), "examiner", task.examiner()));
    }
  }

  private String off(String name) {
    return bench.stores().standings().of(name).map(StandingStore.Standing::off).orElse("");
  }

  private TaskStore.Task held(Actor actor, UUID taskId) {
    boolean bySupervisor = seat(actor);
    Instant now = bench.now();
    return bench
        .stores()
        .tasks()
        .held(actor.name())
        .filter(task -> task.sheet().taskId().equals(taskId))
        .filter(task -> task.sheet().bySupervisor() == bySupervisor)
        .filter(task -> task.sheet().expiresAt().isAfter(now))
        .orElseThrow(ExaminerDesk::gone);
  }

  private static RefusedStep gone() {
    return new RefusedStep(Refusal.NO_SUCH_COMPARISON);
  }

  private static boolean seat(Actor actor) {
    if (!actor.is(Role.EXAMINER, Role.SUPERVISOR)) {
      throw new RefusedStep(Refusal.COMPARING_ROLES);
    }
    return actor.is(Role.SUPERVISOR);
  }

  private static Map<String, String> about(Comparison one, TaskSheet sheet) {
    Map<String, String> about = new TreeMap<>();
    about.put("task", Subject.Kind.TASK.text(sheet.taskId()));
    one.caseId().ifPresent(id -> about.put("case", Subject.Kind.CASE.text(id)));
    return about;
  }
}
